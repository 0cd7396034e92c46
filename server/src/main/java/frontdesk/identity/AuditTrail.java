package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Correlation;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who did what: money, roles, reveals, and everything moved in the books. Called in the transaction
 * of the deed, so that neither is without the other.
 */
@Repository
public class AuditTrail {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final JsonMapper json;

  AuditTrail(JdbcClient jdbc, Tenancy tenancy, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
    this.json = json;
  }

  /** Who acts when no member does. */
  public enum Actor {
    MEMBER,
    AI,
    CONTACT,
    SYSTEM,
    PLATFORM
  }

  /**
   * By the member behind the request, or by the system when there is none.
   *
   * @param action what happened, as {@code appointment.rescheduled}
   * @param subject the kind of thing it happened to, as {@code appointment}
   */
  @Transactional
  public void record(
      String action, String subject, UUID subjectId, Map<String, ?> before, Map<String, ?> after) {
    recordAs(
        Callers.find().isPresent() ? Actor.MEMBER : Actor.SYSTEM,
        action,
        subject,
        subjectId,
        before,
        after);
  }

  @Transactional
  public void recordAs(
      Actor actor,
      String action,
      String subject,
      UUID subjectId,
      Map<String, ?> before,
      Map<String, ?> after) {
    jdbc.sql(
            """
            INSERT INTO audit_entry (tenant_id, id, at, actor, member_id, action, subject, subject_id,
              before, after, address, correlation_id)
            VALUES (:tenant, :id, :at, :actor, :member, :action, :subject, :subjectId,
              :before::jsonb, :after::jsonb, :address, :correlation)
            """)
        .param("tenant", tenancy.current().value())
        .param("id", Ids.next())
        .param("at", clock.instant().atOffset(UTC))
        .param("actor", actor.name().toLowerCase(Locale.ROOT))
        .param(
            "member",
            actor == Actor.MEMBER ? Callers.find().map(Caller::member).orElse(null) : null)
        .param("action", action)
        .param("subject", subject)
        .param("subjectId", subjectId)
        .param("before", json.writeValueAsString(before))
        .param("after", json.writeValueAsString(after))
        .param("address", address().orElse(null))
        .param("correlation", Correlation.current())
        .update();
  }

  private static Optional<String> address() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(request -> ((ServletRequestAttributes) request).getRequest().getRemoteAddr());
  }
}

package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Correlation;
import frontdesk.http.Cursors;
import frontdesk.identity.AuditController.AuditEntry;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
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
        member().isPresent() ? Actor.MEMBER : Actor.SYSTEM,
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
    var member = actor == Actor.MEMBER ? member() : Optional.<UUID>empty();
    insert(actor, member, action, subject, subjectId, before, after);
  }

  /** Who asks, as a member of this business: one may come from another to join it. */
  public Optional<UUID> member() {
    return Callers.find()
        .filter(caller -> caller.tenant().equals(tenancy.current()))
        .map(Caller::member);
  }

  /** By a member who is not signed in, as one who sets a new password. */
  void recordBy(UUID member, String action, String subject, UUID subjectId) {
    insert(Actor.MEMBER, Optional.of(member), action, subject, subjectId, Map.of(), Map.of());
  }

  private void insert(
      Actor actor,
      Optional<UUID> member,
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
        .param("member", member.orElse(null))
        .param("action", action)
        .param("subject", subject)
        .param("subjectId", subjectId)
        .param("before", json.writeValueAsString(before))
        .param("after", json.writeValueAsString(after))
        .param("address", address().orElse(null))
        .param("correlation", Correlation.current())
        .update();
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  List<AuditEntry> list(Optional<UUID> subject, Optional<Cursors.Place> after, int limit) {
    return jdbc.sql(
            """
            SELECT a.id, a.at, a.actor, a.member_id, m.name, a.action, a.subject, a.subject_id,
              a.before, a.after, a.address, a.correlation_id
            FROM audit_entry a
            LEFT JOIN member m ON m.tenant_id = a.tenant_id AND m.id = a.member_id
            WHERE a.tenant_id = :tenant
              AND (:subject::uuid IS NULL OR a.subject_id = :subject::uuid)
              AND (:after::timestamptz IS NULL
                OR (a.at, a.id) < (:after::timestamptz, :afterId::uuid))
            ORDER BY a.at DESC, a.id DESC LIMIT :limit
            """)
        .param("tenant", tenancy.current().value())
        .param("subject", subject.map(UUID::toString).orElse(null))
        .param("after", after.map(place -> place.at().atOffset(UTC)).orElse(null))
        .param("afterId", after.map(place -> place.id().toString()).orElse(null))
        .param("limit", limit)
        .query(
            (row, n) ->
                new AuditEntry(
                    row.getObject("id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getObject("member_id", UUID.class),
                    row.getString("name"),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getObject("subject_id", UUID.class),
                    json.readTree(row.getString("before")),
                    json.readTree(row.getString("after")),
                    row.getString("address"),
                    row.getString("correlation_id")))
        .list();
  }

  private static Optional<String> address() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(request -> ((ServletRequestAttributes) request).getRequest().getRemoteAddr());
  }
}

package frontdesk.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.http.Cursors;
import frontdesk.http.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Who did what, for those who answer for the business. */
@RestController
class AuditController {

  private final AuditTrail trail;

  AuditController(AuditTrail trail) {
    this.trail = trail;
  }

  /**
   * @param actor member, ai, contact, system or platform
   * @param before what it was, as far as it matters; empty for what was not there
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AuditEntry(
      UUID id,
      Instant at,
      String actor,
      @Nullable UUID memberId,
      @Nullable String memberName,
      String action,
      String subject,
      @Nullable UUID subjectId,
      JsonNode before,
      JsonNode after,
      @Nullable String address,
      String correlationId) {}

  /** Newest first; of one subject when its id is given. */
  @GetMapping("/api/audit")
  @Requires(Permission.AUDIT_SEE)
  Page<AuditEntry> list(
      @RequestParam(required = false) @Nullable UUID subjectId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var most = Cursors.limit(limit);
    return Cursors.page(
        trail.list(Optional.ofNullable(subjectId), Cursors.Place.read(cursor), most + 1),
        most,
        entry -> new Cursors.Place(entry.at(), entry.id()).cursor());
  }
}

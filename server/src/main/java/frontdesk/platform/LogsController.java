package frontdesk.platform;

import frontdesk.http.Cursors;
import frontdesk.http.Page;
import frontdesk.identity.AuditTrail;
import frontdesk.identity.AuditTrail.Actor;
import frontdesk.identity.RequiresPlatform;
import frontdesk.journal.JournalSearch;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks in and calls out of all tenants, newest first. */
@RestController
class LogsController {

  private final JournalSearch journal;
  private final AuditTrail audit;
  private final Tenancy tenancy;

  LogsController(JournalSearch journal, AuditTrail audit, Tenancy tenancy) {
    this.journal = journal;
    this.audit = audit;
    this.tenancy = tenancy;
  }

  @GetMapping("/api/admin/logs")
  @RequiresPlatform
  Page<JournalSearch.Entry> logs(
      @RequestParam(required = false) @Nullable UUID tenant,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String correlationId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var most = Cursors.limit(limit);
    var found =
        journal.find(
            new JournalSearch.Asked(
                Optional.ofNullable(tenant),
                Optional.ofNullable(channel),
                Optional.ofNullable(correlationId),
                Cursors.Place.read(cursor),
                most + 1));
    found.stream()
        .map(JournalSearch.Entry::tenant)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(this::audit);
    return Cursors.page(found, most, entry -> new Cursors.Place(entry.at(), entry.id()).cursor());
  }

  /** Whose logs were shown reads it in their own trail. */
  private void audit(UUID tenant) {
    tenancy.as(
        new TenantId(tenant),
        () ->
            audit.recordAs(
                Actor.PLATFORM, "platform.logs-read", "tenant", tenant, Map.of(), Map.of()));
  }
}

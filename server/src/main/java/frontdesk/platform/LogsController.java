package frontdesk.platform;

import frontdesk.http.Cursors;
import frontdesk.http.Page;
import frontdesk.identity.RequiresPlatform;
import frontdesk.journal.JournalSearch;
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

  LogsController(JournalSearch journal) {
    this.journal = journal;
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
    return Cursors.page(found, most, entry -> new Cursors.Place(entry.at(), entry.id()).cursor());
  }
}

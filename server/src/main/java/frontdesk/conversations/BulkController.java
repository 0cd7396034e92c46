package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Members;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One thing done to many conversations, chosen one by one or by what the list shows. */
@RestController
@RequestMapping("/api/bulk")
class BulkController {

  private static final int MOST_CHOSEN = 200;
  private static final int MOST_MATCHING = 20_000;

  private final BulkJobs jobs;
  private final InboxQueries inbox;
  private final LabelStore labels;
  private final Members members;
  private final TransactionTemplate transaction;
  private final Clock clock;

  BulkController(
      BulkJobs jobs,
      InboxQueries inbox,
      LabelStore labels,
      Members members,
      TransactionTemplate transaction,
      Clock clock) {
    this.jobs = jobs;
    this.inbox = inbox;
    this.labels = labels;
    this.members = members;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What the list was asked for; everything may be left out. */
  record Matching(
      @Nullable String view,
      @Nullable String q,
      @Nullable UUID channel,
      @Nullable String handler,
      @Nullable UUID label,
      @Nullable String assignee,
      @Nullable String language,
      @Nullable Boolean unread) {

    InboxFilter filter() {
      return new InboxFilter(
          or(view, "all"),
          Optional.empty(),
          or(q, "").strip(),
          Optional.ofNullable(channel),
          or(handler, ""),
          Optional.ofNullable(label),
          or(assignee, ""),
          or(language, ""),
          Boolean.TRUE.equals(unread));
    }

    private static String or(@Nullable String value, String other) {
      return value == null ? other : value;
    }
  }

  /**
   * @param ids the conversations; left out for all that match
   * @param memberId with assign: whose; left out for nobody's
   * @param labelId with label and unlabel
   * @param until with snooze; left out until the customer writes
   */
  record Request(
      @NotNull
          @Schema(
              allowableValues = {
                "close", "reopen", "assign", "label", "unlabel", "snooze", "read", "unread"
              })
          @Nullable String action,
      @Nullable List<UUID> ids,
      @Nullable Matching matching,
      @Nullable UUID memberId,
      @Nullable UUID labelId,
      @Nullable Instant until) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  InboxEvents.JobProgress begin(Caller caller, @RequestBody Request request) {
    var action = request.action();
    if (action == null || !BulkAction.NAMES.contains(action)) {
      throw new Invalid("action", Texts.say("bulk.action"));
    }
    var argument = argument(action, request);
    var job = jobs.begin(action, argument, chosen(caller, request), caller.member());
    return get(caller, job);
  }

  @GetMapping("/{id}")
  @Requires(Permission.INBOX_REPLY)
  InboxEvents.JobProgress get(Caller caller, @PathVariable UUID id) {
    return InboxEvents.JobProgress.of(id, jobs.progress(id, caller.member()));
  }

  /** Everything that was done is taken back, and the rest left undone. */
  @PostMapping("/{id}/undo")
  @Requires(Permission.INBOX_REPLY)
  InboxEvents.JobProgress undo(Caller caller, @PathVariable UUID id) {
    jobs.undo(id, caller.member());
    return get(caller, id);
  }

  private List<UUID> chosen(Caller caller, Request request) {
    var seeing = Seeing.of(caller);
    var ids = request.ids();
    if (ids == null) {
      var filter = Optional.ofNullable(request.matching()).map(Matching::filter);
      return transaction.execute(
          tx ->
              inbox.ids(
                  filter.orElse(InboxFilter.of("all")), MOST_MATCHING, caller.member(), seeing));
    }
    if (ids.size() > MOST_CHOSEN) {
      throw new Invalid("ids", Texts.say("bulk.ids", MOST_CHOSEN));
    }
    if (!ids.stream().allMatch(id -> inbox.shows(id, seeing))) {
      throw new NotFound("conversation");
    }
    return ids.stream().distinct().toList();
  }

  private Optional<String> argument(String action, Request request) {
    return switch (action) {
      case "assign" -> {
        var member = Optional.ofNullable(request.memberId());
        if (member.isPresent() && members.find(member.get()).isEmpty()) {
          throw new NotFound("member");
        }
        yield member.map(UUID::toString);
      }
      case "label", "unlabel" -> {
        var label = Optional.ofNullable(request.labelId());
        if (label.isEmpty()) {
          throw new Invalid("labelId", Texts.say("bulk.label"));
        }
        transaction
            .execute(tx -> labels.find(label.get()))
            .orElseThrow(() -> new NotFound("label"));
        yield label.map(UUID::toString);
      }
      case "snooze" -> {
        var until = Optional.ofNullable(request.until());
        if (until.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
          throw new Invalid("until", Texts.say("conversation.until"));
        }
        yield until.map(Instant::toString);
      }
      default -> Optional.empty();
    };
  }
}

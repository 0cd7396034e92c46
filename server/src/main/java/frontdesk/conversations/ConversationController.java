package frontdesk.conversations;

import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Members;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox over HTTP; what is said in a conversation is the {@link MessageController}'s. */
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

  private static final Duration FARTHEST = Duration.ofDays(3_650);

  private final Conversations conversations;
  private final InboxQueries inbox;
  private final Members members;
  private final Clock clock;

  ConversationController(
      Conversations conversations, InboxQueries inbox, Members members, Clock clock) {
    this.conversations = conversations;
    this.inbox = inbox;
    this.members = members;
    this.clock = clock;
  }

  /**
   * @param until when the assistant comes back by itself; asked with off alone
   */
  record AssistantRequest(
      @NotNull @Schema(allowableValues = {"auto", "suggest", "off"}) @Nullable String mode,
      @Nullable Instant until) {}

  /**
   * @param memberId whose it is from now on; null for nobody's
   */
  record AssignRequest(@Nullable UUID memberId) {}

  /**
   * @param until left out until the customer writes, which ends it in any case
   */
  record SnoozeRequest(@Nullable Instant until) {}

  record BlockRequest(boolean blocked) {}

  record SpamRequest(boolean spam) {}

  record RetryRequest(UUID messageId) {}

  /**
   * @param stopped false when nothing was being written
   */
  record Stopped(boolean stopped) {}

  @GetMapping
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Page<ConversationView> list(
      Caller caller,
      @Schema(
              allowableValues = {
                "all",
                "mine",
                "unassigned",
                "attention",
                "ai",
                "mentions",
                "unread",
                "snoozed",
                "closed",
                "spam"
              })
          @RequestParam(defaultValue = "all")
          String view,
      @RequestParam(required = false) @Nullable UUID contact,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID channel,
      @Schema(allowableValues = {"", "ai", "person", "needs-person"})
          @RequestParam(defaultValue = "")
          String handler,
      @RequestParam(required = false) @Nullable UUID label,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (!InboxFilter.VIEWS.containsKey(view)) {
      throw new Invalid(
          "view", Texts.say("conversation.view", String.join(", ", InboxFilter.VIEWS.keySet())));
    }
    var most = Cursors.limit(limit);
    var found =
        inbox.list(
            new InboxFilter(
                view,
                Optional.ofNullable(contact),
                q.strip(),
                Optional.ofNullable(channel),
                handler,
                Optional.ofNullable(label),
                assignee,
                language,
                unread),
            Cursors.Place.read(cursor),
            most + 1,
            caller.member(),
            Seeing.of(caller));
    return Cursors.page(found, most, item -> new Cursors.Place(item.lastAt(), item.id()).cursor());
  }

  @GetMapping("/counts")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public InboxQueries.Counts counts(Caller caller) {
    return inbox.counts(caller.member(), Seeing.of(caller));
  }

  @GetMapping("/{id}")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public ConversationView get(Caller caller, @PathVariable UUID id) {
    return inbox
        .one(id, Optional.of(caller.member()), Seeing.of(caller))
        .orElseThrow(() -> new NotFound("conversation"));
  }

  /** auto and suggest give the conversation to the assistant, off takes it away. */
  @PostMapping("/{id}/assistant")
  @Requires(Permission.INBOX_REPLY)
  ConversationView assistant(
      Caller caller, @PathVariable UUID id, @RequestBody AssistantRequest request) {
    var mode = request.mode();
    if (mode == null || !Set.of("auto", "suggest", "off").contains(mode)) {
      throw new Invalid("mode", Texts.say("conversation.mode"));
    }
    if (mode.equals("off")) {
      conversations.pause(id, Optional.ofNullable(request.until()).map(this::future));
    } else {
      conversations.resume(id, Optional.of(mode));
    }
    return get(caller, id);
  }

  @PostMapping("/{id}/takeover")
  @Requires(Permission.INBOX_REPLY)
  ConversationView takeOver(Caller caller, @PathVariable UUID id) {
    conversations.takeOver(id, caller.member());
    return get(caller, id);
  }

  @PostMapping("/{id}/resume")
  @Requires(Permission.INBOX_REPLY)
  ConversationView resume(Caller caller, @PathVariable UUID id) {
    conversations.resume(id, Optional.empty());
    return get(caller, id);
  }

  @PostMapping("/{id}/stop")
  @Requires(Permission.INBOX_REPLY)
  Stopped stop(Caller caller, @PathVariable UUID id) {
    get(caller, id);
    return new Stopped(conversations.stop(id));
  }

  @PostMapping("/{id}/assign")
  @Requires(Permission.INBOX_REPLY)
  ConversationView assign(
      Caller caller, @PathVariable UUID id, @RequestBody AssignRequest request) {
    var member = Optional.ofNullable(request.memberId());
    if (member.isPresent() && members.find(member.get()).isEmpty()) {
      throw new NotFound("member");
    }
    conversations.assign(id, member, caller.member());
    return get(caller, id);
  }

  @PostMapping("/{id}/close")
  @Requires(Permission.INBOX_REPLY)
  ConversationView close(Caller caller, @PathVariable UUID id) {
    conversations.close(id);
    return get(caller, id);
  }

  @PostMapping("/{id}/reopen")
  @Requires(Permission.INBOX_REPLY)
  ConversationView reopen(Caller caller, @PathVariable UUID id) {
    conversations.reopen(id);
    return get(caller, id);
  }

  @PostMapping("/{id}/snooze")
  @Requires(Permission.INBOX_REPLY)
  ConversationView snooze(
      Caller caller, @PathVariable UUID id, @RequestBody SnoozeRequest request) {
    conversations.snooze(id, Optional.ofNullable(request.until()).map(this::future));
    return get(caller, id);
  }

  @PostMapping("/{id}/block")
  @Requires(Permission.INBOX_REPLY)
  ConversationView block(Caller caller, @PathVariable UUID id, @RequestBody BlockRequest request) {
    conversations.block(conversations.contactOf(id), request.blocked());
    return get(caller, id);
  }

  /** Taken back, it is open again, and what was left is the assistant's to answer. */
  @PostMapping("/{id}/spam")
  @Requires(Permission.INBOX_REPLY)
  ConversationView spam(Caller caller, @PathVariable UUID id, @RequestBody SpamRequest request) {
    conversations.spam(id, request.spam());
    return get(caller, id);
  }

  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_SEE)
  void read(Caller caller, @PathVariable UUID id) {
    conversations.read(id, caller.member(), true);
  }

  @PostMapping("/{id}/unread")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_SEE)
  void unread(Caller caller, @PathVariable UUID id) {
    conversations.read(id, caller.member(), false);
  }

  @PostMapping("/{id}/retry")
  @Requires(Permission.INBOX_REPLY)
  ConversationView retry(Caller caller, @PathVariable UUID id, @RequestBody RetryRequest request) {
    if (!conversations.retry(id, request.messageId(), caller.member())) {
      throw new Refused(HttpStatus.CONFLICT, "not-failed");
    }
    return get(caller, id);
  }

  private Instant future(Instant until) {
    var now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
      throw new Invalid("until", Texts.say("conversation.until"));
    }
    return until;
  }
}

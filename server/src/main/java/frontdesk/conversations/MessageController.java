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
import jakarta.validation.constraints.NotNull;
import java.util.Map;
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

/** What is said in a conversation: read, answered, noted. */
@RestController
@RequestMapping("/api/conversations/{id}")
class MessageController {

  /** WhatsApp's limit for a text, which is the smallest among our channels. */
  private static final int LONGEST = 4096;

  private final Suggestions suggestions;
  private final Replies replies;
  private final InboxQueries inbox;
  private final MessageStore messages;
  private final MessageViews views;
  private final Members members;

  MessageController(
      Suggestions suggestions,
      Replies replies,
      InboxQueries inbox,
      MessageStore messages,
      MessageViews views,
      Members members) {
    this.suggestions = suggestions;
    this.replies = replies;
    this.inbox = inbox;
    this.messages = messages;
    this.views = views;
    this.members = members;
  }

  /**
   * @param mentions the members who are told of it
   */
  record NoteRequest(@NotNull @Nullable String text, @Nullable Set<UUID> mentions) {}

  /**
   * @param text may be empty beside a file, whose caption it is
   * @param seenSeq of the newest message when the member began to write: a colleague's answer since
   *     then refuses this one; left out to send in any case
   * @param suggestion the assistant's draft it was made of: what that says is done is done with it
   * @param notice tells of something, as of an appointment that was moved, and leaves the
   *     conversation with whoever has it
   * @param fileId of one that this member has uploaded for this conversation
   * @param quotedId of the message that this one answers
   */
  record ReplyRequest(
      @NotNull @Nullable String text,
      @Nullable Long seenSeq,
      @Nullable UUID suggestion,
      @Nullable Boolean notice,
      @Nullable UUID fileId,
      @Nullable UUID quotedId) {}

  @GetMapping("/messages")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Page<MessageView> messages(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    requireSeen(caller, id);
    var before = Cursors.readNumber(cursor);
    var most = Cursors.limit(limit);
    var page =
        Cursors.page(
            messages.list(id, before.orElse(Long.MAX_VALUE), most + 1),
            most,
            message -> Cursors.write(message.seq()));
    return new Page<>(
        page.items().stream().map(message -> view(caller, message)).toList(), page.next());
  }

  /** One of them, as a link to it needs it: where it stands. */
  @GetMapping("/messages/{message}")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public MessageView message(Caller caller, @PathVariable UUID id, @PathVariable UUID message) {
    requireSeen(caller, id);
    return messages
        .find(message)
        .filter(found -> found.conversation().equals(id))
        .map(found -> view(caller, found))
        .orElseThrow(() -> new NotFound("message"));
  }

  private void requireSeen(Caller caller, UUID id) {
    if (!inbox.shows(id, Seeing.of(caller))) {
      throw new NotFound("conversation");
    }
  }

  private MessageView view(Caller caller, Message message) {
    var whole = views.view(message);
    return caller.may(Permission.CALENDAR_ALL) ? whole : whole.discreet();
  }

  /** The conversation is the member's from now on, but for a notice. */
  @PostMapping("/messages")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  MessageView reply(Caller caller, @PathVariable UUID id, @RequestBody ReplyRequest request) {
    var file = Optional.ofNullable(request.fileId());
    var text = file.isPresent() ? caption(request.text()) : text(request.text());
    var outcome =
        Boolean.TRUE.equals(request.notice())
            ? replies.notice(id, caller.member(), text)
            : suggestions.reply(
                id,
                caller.member(),
                new Replies.Reply(text, file, Optional.ofNullable(request.quotedId())),
                Optional.ofNullable(request.seenSeq()),
                Optional.ofNullable(request.suggestion()),
                caller.may(Permission.CALENDAR_CHANGE));
    return switch (outcome) {
      case Replies.Outcome.Stored(var message) -> message;
      case Replies.Outcome.Refused(var reason) -> throw new Refused(HttpStatus.CONFLICT, reason);
      case Replies.Outcome.Crossed(var by) ->
          throw new Refused(HttpStatus.CONFLICT, "answered-meanwhile", Map.of("message", by));
      case Replies.Outcome.Undone(var refused) -> throw undone(refused);
    };
  }

  private static Refused undone(DraftUse.Refused refused) {
    return switch (refused.why()) {
      case USED -> new Refused(HttpStatus.CONFLICT, "draft-used");
      case OUTDATED -> new Refused(HttpStatus.CONFLICT, "draft-outdated");
      case NOT_ALLOWED -> new Refused(HttpStatus.FORBIDDEN, "forbidden");
      case TAKEN -> new Refused(HttpStatus.CONFLICT, "slot-taken", alternatives(refused));
      case GONE -> new Refused(HttpStatus.CONFLICT, "draft-gone", alternatives(refused));
    };
  }

  private static Map<String, ?> alternatives(DraftUse.Refused refused) {
    return Map.of("alternatives", refused.alternatives());
  }

  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_REPLY)
  MessageView note(Caller caller, @PathVariable UUID id, @RequestBody NoteRequest request) {
    var mentioned = Optional.ofNullable(request.mentions()).orElse(Set.of());
    if (!mentioned.stream().allMatch(member -> members.find(member).isPresent())) {
      throw new NotFound("member");
    }
    return replies.note(id, caller.member(), text(request.text()), mentioned);
  }

  private static String caption(@Nullable String said) {
    var text = said == null ? "" : said.strip();
    if (text.length() > Uploads.LONGEST_CAPTION) {
      throw new Invalid("text", Texts.say("file.caption", Uploads.LONGEST_CAPTION));
    }
    return text;
  }

  static String text(@Nullable String said) {
    var text = said == null ? "" : said.strip();
    if (text.isEmpty()) {
      throw new Invalid("text", Texts.say("chat.empty"));
    }
    if (text.length() > LONGEST) {
      throw new Invalid("text", Texts.say("conversation.text-too-long", LONGEST));
    }
    return text;
  }
}

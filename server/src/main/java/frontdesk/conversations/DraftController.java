package frontdesk.conversations;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A member's own drafts in a conversation, so that they are there on every device. */
@RestController
@RequestMapping("/api/conversations/{id}/drafts")
class DraftController {

  /** More than can be sent: what is too long is shortened by its writer, and not by us. */
  private static final int LONGEST = 20_000;

  private static final Set<String> KINDS = Set.of("reply", "note");

  private final DraftStore drafts;
  private final ConversationStore conversations;

  DraftController(DraftStore drafts, ConversationStore conversations) {
    this.drafts = drafts;
    this.conversations = conversations;
  }

  /**
   * @param version raised by every change
   */
  record Kept(@Schema(allowableValues = {"reply", "note"}) String kind, String text, long version) {

    static Kept of(DraftStore.Row row) {
      return new Kept(row.kind(), row.text(), row.version());
    }
  }

  record Items(List<Kept> items) {}

  /**
   * @param text empty for none
   */
  record Request(
      @NotNull @Schema(allowableValues = {"reply", "note"}) @Nullable String kind,
      @NotNull @Nullable String text) {}

  @GetMapping
  @Requires(Permission.INBOX_REPLY)
  @Transactional(readOnly = true)
  public Items list(Caller caller, @PathVariable UUID id) {
    get(id);
    return new Items(drafts.of(id, caller.member()).stream().map(Kept::of).toList());
  }

  @PutMapping
  @Requires(Permission.INBOX_REPLY)
  @Transactional
  public Kept keep(Caller caller, @PathVariable UUID id, @RequestBody Request request) {
    var text = Optional.ofNullable(request.text()).orElse("");
    if (request.kind() == null || !KINDS.contains(request.kind())) {
      throw new Invalid("kind", Texts.say("draft.kind"));
    }
    if (text.length() > LONGEST) {
      throw new Invalid("text", Texts.say("conversation.text-too-long", LONGEST));
    }
    get(id);
    return Kept.of(drafts.keep(id, caller.member(), request.kind(), text));
  }

  private void get(UUID id) {
    conversations.find(id).orElseThrow(() -> new NotFound("conversation"));
  }
}

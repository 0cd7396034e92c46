package frontdesk.teamwork;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Ids;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved replies over HTTP: whoever answers customers may keep them. */
@RestController
@RequestMapping("/api/saved-replies")
class SavedReplyController {

  private static final int LONGEST_TITLE = 60;
  private static final int LONGEST_TEXT = 4_096;

  private final SavedReplyStore replies;
  private final Clock clock;

  SavedReplyController(SavedReplyStore replies, Clock clock) {
    this.replies = replies;
    this.clock = clock;
  }

  record Request(@NotNull @Nullable String title, @NotNull @Nullable String text) {}

  record Items(List<SavedReply> items) {}

  @GetMapping
  @Requires(Permission.INBOX_REPLY)
  @Transactional(readOnly = true)
  public Items list() {
    return new Items(replies.all());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.INBOX_OWN)
  @Transactional
  public SavedReply add(@RequestBody Request request) {
    var reply = read(Ids.next(), request);
    return kept(reply, replies.insert(reply, clock.instant()));
  }

  @PutMapping("/{id}")
  @Requires(Permission.INBOX_OWN)
  @Transactional
  public SavedReply change(@PathVariable UUID id, @RequestBody Request request) {
    get(id);
    var reply = read(id, request);
    return kept(reply, replies.change(reply));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_OWN)
  @Transactional
  public void delete(@PathVariable UUID id) {
    get(id);
    replies.delete(id);
  }

  private void get(UUID id) {
    if (!replies.exists(id)) {
      throw new NotFound("saved reply");
    }
  }

  private static SavedReply kept(SavedReply reply, boolean kept) {
    if (!kept) {
      throw new Refused(HttpStatus.CONFLICT, "title-taken");
    }
    return reply;
  }

  private static SavedReply read(UUID id, Request request) {
    var title = Optional.ofNullable(request.title()).orElse("").strip();
    var text = Optional.ofNullable(request.text()).orElse("").strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new Invalid("title", Texts.say("saved-reply.length", LONGEST_TITLE));
    }
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new Invalid("text", Texts.say("saved-reply.length", LONGEST_TEXT));
    }
    return new SavedReply(id, title, text);
  }
}

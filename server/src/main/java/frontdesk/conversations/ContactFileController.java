package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.http.Cursors;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What went back and forth with a contact beside the words, over all their conversations. */
@RestController
public class ContactFileController {

  private final Contacts contacts;
  private final MessageStore messages;
  private final MessageViews views;

  ContactFileController(Contacts contacts, MessageStore messages, MessageViews views) {
    this.contacts = contacts;
    this.messages = messages;
    this.views = views;
  }

  /**
   * @param messageId which brought it, in that conversation
   */
  public record View(
      UUID conversationId,
      UUID messageId,
      @Schema(allowableValues = {"contact", "ai", "member", "system"}) String author,
      Instant at,
      MessageView.File file) {}

  /** The newest first; a page is of so many messages. */
  @GetMapping("/api/contacts/{id}/files")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Page<View> list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    contacts.find(id).orElseThrow(() -> new NotFound("contact"));
    var most = Cursors.limit(limit);
    var found =
        Cursors.page(
            messages.withFiles(id, Seeing.of(caller), Cursors.Place.read(cursor), most + 1),
            most,
            last -> new Cursors.Place(last.at(), last.id()).cursor());
    return new Page<>(found.items().stream().flatMap(this::files).toList(), found.next());
  }

  private Stream<View> files(Message message) {
    return views.view(message).attachments().stream()
        .filter(file -> file.state().equals(Message.Attachment.KEPT))
        .map(
            file ->
                new View(
                    message.conversation(), message.id(), message.author(), message.at(), file));
  }
}

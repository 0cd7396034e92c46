package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.NotFound;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that came with messages. Fetched from the channel when first looked at, then kept; shown in
 * place only where a browser cannot be made to run them.
 */
@RestController
class AttachmentController {

  private static final Set<String> SHOWN_IN_PLACE =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/webp",
          "image/gif",
          "audio/ogg",
          "audio/mpeg",
          "audio/mp4",
          "audio/aac",
          "video/mp4");

  private final MessageStore messages;
  private final ConversationStore conversations;
  private final ChannelTypes types;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Clock clock;

  AttachmentController(
      MessageStore messages,
      ConversationStore conversations,
      ChannelTypes types,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Tenancy tenancy,
      Clock clock) {
    this.messages = messages;
    this.conversations = conversations;
    this.types = types;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  private record Found(Conversation conversation, Message.Attachment file) {}

  @GetMapping("/api/conversations/{id}/attachments/{attachment}")
  @Requires(Permission.INBOX_SEE)
  ResponseEntity<byte[]> get(@PathVariable UUID id, @PathVariable UUID attachment) {
    var found = transaction.execute(tx -> find(id, attachment));
    var kept = transaction.execute(tx -> content(attachment));
    var content = kept.or(() -> fetch(found)).orElseThrow(() -> new NotFound("attachment"));
    var type = found.file().contentType().replaceAll(";.*", "").strip();
    var inline = SHOWN_IN_PLACE.contains(type);
    return ResponseEntity.ok()
        .contentType(inline ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(found.file().name(), java.nio.charset.StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
        .body(content);
  }

  private Found find(UUID id, UUID attachment) {
    var conversation = conversations.find(id).orElseThrow(() -> new NotFound("conversation"));
    return messages
        .withAttachment(id, attachment)
        .flatMap(
            message ->
                message.details().attachments().stream()
                    .filter(file -> file.id().equals(attachment))
                    .findFirst())
        .map(file -> new Found(conversation, file))
        .orElseThrow(() -> new NotFound("attachment"));
  }

  private Optional<byte[]> content(UUID attachment) {
    return jdbc.sql("SELECT content FROM attachment WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenancy.current().value())
        .param("id", attachment)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  private Optional<byte[]> fetch(Found found) {
    var conversation = found.conversation();
    var content =
        types
            .get(conversation.channelType())
            .fetch(conversation.channel(), found.file().reference());
    content.ifPresent(bytes -> transaction.executeWithoutResult(tx -> keep(found, bytes)));
    return content;
  }

  private void keep(Found found, byte[] content) {
    jdbc.sql(
            """
            INSERT INTO attachment
              (tenant_id, id, conversation_id, name, content_type, content, created_at)
            VALUES (:tenant, :id, :conversation, :name, :type, :content, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("tenant", tenancy.current().value())
        .param("id", found.file().id())
        .param("conversation", found.conversation().id())
        .param("name", found.file().name())
        .param("type", found.file().contentType())
        .param("content", content)
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }
}

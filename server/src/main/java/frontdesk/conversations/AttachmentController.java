package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files that came with messages, once they are fetched; shown in place only where a browser cannot
 * be made to run them.
 */
@RestController
public class AttachmentController {

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
  private final AttachmentStore files;

  AttachmentController(MessageStore messages, AttachmentStore files) {
    this.messages = messages;
    this.files = files;
  }

  @GetMapping("/api/conversations/{id}/attachments/{attachment}")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public ResponseEntity<byte[]> get(@PathVariable UUID id, @PathVariable UUID attachment) {
    var file =
        messages
            .withAttachment(id, attachment)
            .flatMap(
                message ->
                    message.details().attachments().stream()
                        .filter(each -> each.id().equals(attachment))
                        .findFirst())
            .orElseThrow(() -> new NotFound("attachment"));
    var content = files.content(id, attachment).orElseThrow(() -> new NotFound("attachment"));
    var type = file.contentType().replaceAll(";.*", "").strip();
    var inline = SHOWN_IN_PLACE.contains(type);
    return ResponseEntity.ok()
        .contentType(inline ? MediaType.parseMediaType(type) : MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
        .body(content);
  }
}

package frontdesk.conversations;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files as browsers get them: shown in place only where one cannot be made to run it. */
@Component
class ServedFiles {

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

  private final AttachmentStore files;

  ServedFiles(AttachmentStore files) {
    this.files = files;
  }

  /** A file of the message, once it is here. */
  Optional<ResponseEntity<byte[]>> served(Message message, UUID id) {
    return message.details().attachments().stream()
        .filter(file -> file.id().equals(id))
        .findFirst()
        .flatMap(
            file ->
                files.content(message.conversation(), id).map(content -> answer(file, content)));
  }

  private static ResponseEntity<byte[]> answer(Message.Attachment file, byte[] content) {
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

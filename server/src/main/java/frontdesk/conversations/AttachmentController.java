package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files of messages for members: those that came, once they are fetched, and those they send. */
@RestController
public class AttachmentController {

  private final MessageStore messages;
  private final ServedFiles files;
  private final Uploads uploads;

  AttachmentController(MessageStore messages, ServedFiles files, Uploads uploads) {
    this.messages = messages;
    this.files = files;
    this.uploads = uploads;
  }

  /**
   * Keeps a file for its member, to be sent with a message soon: the body is the file itself.
   *
   * @param name as the file is called where it comes from
   */
  @PostMapping("/api/conversations/{id}/files")
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @Requires(Permission.INBOX_REPLY)
  Uploads.Upload upload(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @org.springframework.web.bind.annotation.RequestBody(required = false)
          byte @Nullable [] content) {
    return uploads.add(id, caller.member(), name, content == null ? new byte[0] : content);
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
    return messages
        .withAttachment(id, attachment)
        .flatMap(message -> files.served(message, attachment))
        .orElseThrow(() -> new NotFound("attachment"));
  }
}

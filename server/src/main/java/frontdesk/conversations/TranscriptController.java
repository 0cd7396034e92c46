package frontdesk.conversations;

import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A conversation to keep, as a text file. */
@RestController
class TranscriptController {

  private final Transcripts transcripts;

  TranscriptController(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  @GetMapping("/api/conversations/{id}/transcript")
  @ApiResponse(
      responseCode = "200",
      description = "The text, in the caller's language",
      content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
  @Requires(Permission.INBOX_EXPORT)
  ResponseEntity<byte[]> get(@PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("conversation.txt").build().toString())
        .body(transcripts.of(id).getBytes(StandardCharsets.UTF_8));
  }
}

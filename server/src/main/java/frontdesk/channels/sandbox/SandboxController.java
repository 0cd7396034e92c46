package frontdesk.channels.sandbox;

import frontdesk.channels.Channels;
import frontdesk.channels.CustomerWords;
import frontdesk.contacts.Identity;
import frontdesk.conversations.Conversations;
import frontdesk.conversations.Uploads;
import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Try it as a customer: a member writes to the business as a customer would. */
@RestController
class SandboxController {

  private final Channels channels;
  private final CustomerWords words;
  private final Uploads uploads;
  private final Conversations conversations;

  SandboxController(
      Channels channels, CustomerWords words, Uploads uploads, Conversations conversations) {
    this.channels = channels;
    this.words = words;
    this.uploads = uploads;
    this.conversations = conversations;
  }

  /**
   * @param text may be left out beside a file
   * @param clientId of the sender's own; the same message may be sent again under it
   * @param fileId of one that this member has handed over as a customer
   */
  record Written(
      @Nullable String text, @NotNull @Nullable String clientId, @Nullable UUID fileId) {}

  record Accepted(UUID conversationId) {}

  @PostMapping("/api/sandbox/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.INBOX_ALL)
  Accepted write(Caller caller, @RequestBody Written written) {
    var from = customer(caller);
    words.receive(
        SandboxChannel.TYPE,
        from,
        new CustomerWords.Written(
            Optional.ofNullable(written.text()),
            Optional.ofNullable(written.clientId()),
            Optional.ofNullable(written.fileId())));
    return new Accepted(
        conversations
            .findByAddress(from.channel(), from.address())
            .orElseThrow(() -> new NotFound("conversation")));
  }

  /**
   * Keeps a file for what the member writes next as a customer: the body is the file itself.
   *
   * @param name as the file is called where it comes from
   */
  @PostMapping("/api/sandbox/files")
  @ResponseStatus(HttpStatus.CREATED)
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @Requires(Permission.INBOX_ALL)
  Uploads.Upload upload(
      Caller caller,
      @RequestParam(defaultValue = "") String name,
      @RequestBody(required = false) byte @Nullable [] content) {
    var from = customer(caller);
    return uploads.add(
        SandboxChannel.TYPE,
        from.channel(),
        from.address(),
        name,
        content == null ? new byte[0] : content);
  }

  /** The member, as the customer they play. */
  private Identity customer(Caller caller) {
    var channel =
        channels.findBuiltIn(SandboxChannel.TYPE).orElseThrow(() -> new NotFound("channel")).id();
    return new Identity(channel, "member-" + caller.member(), caller.name(), Optional.empty());
  }
}

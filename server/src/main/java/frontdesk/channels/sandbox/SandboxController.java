package frontdesk.channels.sandbox;

import frontdesk.channels.Channels;
import frontdesk.contacts.Identity;
import frontdesk.conversations.Conversations;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.http.Correlation;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Try it as a customer: a member writes to the business as a customer would. */
@RestController
class SandboxController {

  private static final int LONGEST = 12_000;

  private final Channels channels;
  private final Inbound inbound;
  private final Conversations conversations;

  SandboxController(Channels channels, Inbound inbound, Conversations conversations) {
    this.channels = channels;
    this.inbound = inbound;
    this.conversations = conversations;
  }

  /**
   * @param clientId of the sender's own; the same message may be sent again under it
   */
  record Written(@NotNull @Nullable String text, @NotNull @Nullable String clientId) {}

  record Accepted(UUID conversationId) {}

  @PostMapping("/api/sandbox/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Permission.INBOX_ALL)
  Accepted write(Caller caller, @RequestBody Written written) {
    if (written.text() == null || written.text().isBlank()) {
      throw new Invalid("text", Texts.say("chat.empty"));
    }
    if (written.text().length() > LONGEST) {
      throw new Invalid("text", Texts.say("chat.too-long", LONGEST));
    }
    if (written.clientId() == null || !written.clientId().matches("[A-Za-z0-9_-]{1,64}")) {
      throw new Invalid("clientId", Texts.say("chat.client-id"));
    }
    var channel =
        channels.findBuiltIn(SandboxChannel.TYPE).orElseThrow(() -> new NotFound("channel")).id();
    var address = "member-" + caller.member();
    inbound.receive(
        List.of(
            new InboundMessage(
                "sandbox",
                new Identity(channel, address, caller.name(), Optional.empty()),
                address + ":" + written.clientId(),
                "text",
                written.text(),
                List.of(),
                Optional.empty())),
        Optional.empty(),
        Correlation.current());
    return new Accepted(
        conversations
            .findByAddress(channel, address)
            .orElseThrow(() -> new NotFound("conversation")));
  }
}

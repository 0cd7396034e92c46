package frontdesk.channels;

import frontdesk.contacts.Identity;
import frontdesk.conversations.CustomerView;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.conversations.Uploads;
import frontdesk.http.Correlation;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What customers write on the channels that are our own: words, a file, or both. */
@Component
public class CustomerWords {

  /** Characters of one message; longer ones are refused, not cut. */
  private static final int LONGEST = 12_000;

  private final Inbound inbound;
  private final CustomerView customerView;
  private final Uploads uploads;

  CustomerWords(Inbound inbound, CustomerView customerView, Uploads uploads) {
    this.inbound = inbound;
    this.customerView = customerView;
    this.uploads = uploads;
  }

  /**
   * @param text may be empty beside a file
   * @param clientId of the sender's own; the same message may be sent again under it
   * @param file one that this customer has handed over
   */
  public record Written(Optional<String> text, Optional<String> clientId, Optional<UUID> file) {}

  /** The message's id. */
  public UUID receive(String channelType, Identity from, Written written) {
    var text = written.text().orElse("");
    check(written, text);
    var externalId = from.address() + ":" + written.clientId().orElseThrow();
    // its file goes with the first, and is not there for a repeat
    var known = written.file().flatMap(id -> customerView.findMessage(from.channel(), externalId));
    if (known.isPresent()) {
      return known.get();
    }
    var upload = written.file().map(id -> upload(id, from));
    var received =
        inbound.receive(
            List.of(
                new InboundMessage(
                    channelType,
                    from,
                    externalId,
                    upload.map(Uploads.Upload::kind).orElse("text"),
                    text,
                    List.of(),
                    Optional.empty(),
                    upload,
                    Optional.empty())),
            Optional.empty(),
            Correlation.current());
    return received.stream()
        .findFirst()
        .map(Inbound.Received::message)
        .or(() -> customerView.findMessage(from.channel(), externalId))
        .orElseThrow(() -> new NotFound("message"));
  }

  private static void check(Written written, String text) {
    if (text.isBlank() && written.file().isEmpty()) {
      throw new Invalid("text", Texts.say("chat.empty"));
    }
    if (text.length() > LONGEST) {
      throw new Invalid("text", Texts.say("chat.too-long", LONGEST));
    }
    if (written.clientId().filter(id -> id.matches("[A-Za-z0-9_-]{1,64}")).isEmpty()) {
      throw new Invalid("clientId", Texts.say("chat.client-id"));
    }
  }

  private Uploads.Upload upload(UUID id, Identity from) {
    return uploads
        .find(id, from.channel(), from.address())
        .orElseThrow(() -> new Refused(HttpStatus.CONFLICT, "file-gone"));
  }
}

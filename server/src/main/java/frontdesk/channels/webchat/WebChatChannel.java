package frontdesk.channels.webchat;

import frontdesk.conversations.Channel;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The chat on the business's site: a reply is read where it is stored. */
@Component
class WebChatChannel implements Channel {

  static final String TYPE = "webchat";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public Optional<Duration> window() {
    return Optional.empty();
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public Delivery send(Outgoing message) {
    return new Delivery.Accepted(message.reference().toString());
  }
}

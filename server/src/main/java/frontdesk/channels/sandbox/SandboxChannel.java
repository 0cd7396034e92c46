package frontdesk.channels.sandbox;

import frontdesk.conversations.Channel;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A member plays the customer; nothing leaves the house. */
@Component
class SandboxChannel implements Channel {

  static final String TYPE = "sandbox";

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

package frontdesk.channels.sandbox;

import frontdesk.channels.LocalChannel;
import org.springframework.stereotype.Component;

/** A member plays the customer; nothing leaves the house. */
@Component
class SandboxChannel implements LocalChannel {

  static final String TYPE = "sandbox";

  @Override
  public String type() {
    return TYPE;
  }
}

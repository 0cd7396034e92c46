package frontdesk.channels.webchat;

import frontdesk.channels.LocalChannel;
import org.springframework.stereotype.Component;

/** The chat on the business's site. */
@Component
class WebChatChannel implements LocalChannel {

  static final String TYPE = "webchat";

  @Override
  public String type() {
    return TYPE;
  }
}

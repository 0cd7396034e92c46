package frontdesk.conversations;

import java.util.List;

/** The order of delivery states: a message only moves forward. */
final class DeliveryStatus {

  private static final List<String> LADDER =
      List.of("queued", "sending", "uncertain", "sent", "delivered", "read");

  private DeliveryStatus() {}

  /** A failure counts only while nothing says the message arrived. */
  static boolean isForward(String from, String to) {
    if (to.equals("failed")) {
      return LADDER.indexOf(from) >= 0 && LADDER.indexOf(from) < LADDER.indexOf("delivered");
    }
    if (from.equals("failed")) {
      return to.equals("delivered") || to.equals("read");
    }
    return LADDER.indexOf(from) >= 0 && LADDER.indexOf(to) > LADDER.indexOf(from);
  }
}

package frontdesk.channels.whatsapp;

import frontdesk.conversations.Channel.Delivery;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the Cloud API's error codes mean for a message and its channel (Meta's list of error codes,
 * 2026). Decided by code alone: messages and titles change.
 */
final class WhatsAppErrors {

  private static final Set<Integer> TOKEN = Set.of(0, 190);
  private static final Set<Integer> ACCOUNT = Set.of(368, 131031, 131048, 131064);
  private static final Set<Integer> BUSY = Set.of(4, 80007, 130429, 131056);
  private static final Set<Integer> PASSING = Set.of(131000, 131016, 135000, 131057, 2494100);

  /** One customer may be written to again after this long (pair rate). */
  private static final Duration PAIR = Duration.ofSeconds(6);

  private WhatsAppErrors() {}

  /** How the channel stands after such an error. */
  record State(String state, String reason) {}

  static Delivery outcome(int status, JsonNode error) {
    if (!error.has("code")) {
      // No envelope of the vendor's: something between us and it may have cut the answer off.
      return status >= 500
          ? new Delivery.Unknown("WhatsApp answered " + status)
          : new Delivery.Rejected("http-" + status, "WhatsApp answered " + status);
    }
    var code = error.path("code").asInt(0);
    var name = Integer.toString(code);
    var reason =
        error.path("error_data").path("details").asString(error.path("message").asString(""));
    if (BUSY.contains(code)) {
      return new Delivery.Later(name, reason, code == 131056 ? PAIR : Duration.ofSeconds(3));
    }
    if (PASSING.contains(code) || error.path("is_transient").asBoolean(false)) {
      return new Delivery.Later(name, reason, Duration.ofSeconds(2));
    }
    return new Delivery.Rejected(name, reason);
  }

  static Optional<State> channelState(JsonNode error) {
    if (!error.has("code")) {
      return Optional.empty();
    }
    var code = error.path("code").asInt(0);
    if (TOKEN.contains(code)) {
      return Optional.of(new State("needs-you", "token"));
    }
    return ACCOUNT.contains(code) ? Optional.of(new State("blocked", "account")) : Optional.empty();
  }
}

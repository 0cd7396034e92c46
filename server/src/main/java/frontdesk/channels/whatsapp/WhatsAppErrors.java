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
  private static final Set<Integer> PERMISSION = Set.of(3, 10, 131005);
  private static final Set<Integer> PAYMENT = Set.of(131042);
  private static final Set<Integer> REGISTRATION = Set.of(131037, 131045, 133010);
  private static final Set<Integer> ACCOUNT = Set.of(368, 131031, 130497);
  private static final Set<Integer> SPAM = Set.of(131048, 131064);
  private static final Set<Integer> BUSY = Set.of(4, 80007, 130429, 131056);
  private static final Set<Integer> PASSING = Set.of(131000, 131016, 135000, 131057, 2494100);

  /** These say that something went wrong, not that nothing was sent. */
  private static final Set<Integer> VAGUE = Set.of(131000, 135000);

  /** One customer may be written to again after this long (pair rate). */
  private static final Duration PAIR = Duration.ofSeconds(6);

  /** When it was sent after all, a status comes before this and keeps it from being sent again. */
  private static final Duration UNTIL_A_STATUS = Duration.ofSeconds(15);

  private WhatsAppErrors() {}

  /** How the channel stands after such an error. */
  record State(String state, String reason) {

    /** By the business itself; what is blocked, the vendor alone releases. */
    boolean canBeMended() {
      return state.equals("needs-you");
    }
  }

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
      var vague = status >= 500 && VAGUE.contains(code);
      return new Delivery.Later(name, reason, vague ? UNTIL_A_STATUS : Duration.ofSeconds(2));
    }
    return channelState(code).filter(State::canBeMended).isPresent()
        ? new Delivery.Held(name, reason)
        : new Delivery.Rejected(name, reason);
  }

  static Optional<State> channelState(JsonNode error) {
    return error.has("code") ? channelState(error.path("code").asInt(-1)) : Optional.empty();
  }

  static Optional<State> channelState(int code) {
    if (TOKEN.contains(code)) {
      return Optional.of(new State("needs-you", "token"));
    }
    if (PERMISSION.contains(code) || code >= 200 && code <= 299) {
      return Optional.of(new State("needs-you", "permission"));
    }
    if (PAYMENT.contains(code)) {
      return Optional.of(new State("needs-you", "payment"));
    }
    if (REGISTRATION.contains(code)) {
      return Optional.of(new State("needs-you", "registration"));
    }
    if (SPAM.contains(code)) {
      return Optional.of(new State("blocked", "spam"));
    }
    return ACCOUNT.contains(code) ? Optional.of(new State("blocked", "account")) : Optional.empty();
  }
}

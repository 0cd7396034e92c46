package frontdesk.channels.whatsapp;

import frontdesk.channels.whatsapp.WhatsAppErrors.State;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the vendor tells of an account, and how its numbers stand from then on. */
final class WhatsAppAccounts {

  private static final State LIVE = new State("live", "");

  private WhatsAppAccounts() {}

  /** Empty when it changes nothing about sending and receiving. */
  static Optional<State> state(String field, JsonNode value) {
    return switch (field) {
      case "account_update" -> account(value);
      case "phone_number_quality_update" -> quality(value.path("event").asString(""));
      default -> Optional.empty();
    };
  }

  private static Optional<State> account(JsonNode value) {
    return switch (value.path("event").asString("")) {
      case "DISABLED_UPDATE" ->
          switch (value.path("ban_info").path("waba_ban_state").asString("")) {
            case "DISABLE" -> Optional.of(new State("blocked", "banned"));
            case "SCHEDULE_FOR_DISABLE" -> Optional.of(new State("needs-you", "ban-ahead"));
            case "REINSTATE" -> Optional.of(LIVE);
            default -> Optional.empty();
          };
      case "ACCOUNT_DELETED", "PARTNER_REMOVED", "PARTNER_APP_UNINSTALLED", "ACCOUNT_OFFBOARDED" ->
          Optional.of(new State("needs-you", "disconnected"));
      case "ACCOUNT_RECONNECTED" -> Optional.of(LIVE);
      case "ACCOUNT_RESTRICTION" -> Optional.of(new State("degraded", "restricted"));
      case "ACCOUNT_VIOLATION" -> Optional.of(new State("needs-you", "violation"));
      default -> Optional.empty();
    };
  }

  private static Optional<State> quality(String event) {
    return switch (event) {
      case "FLAGGED", "DOWNGRADE" -> Optional.of(new State("degraded", "quality"));
      case "UNFLAGGED", "UPGRADE" -> Optional.of(LIVE);
      default -> Optional.empty();
    };
  }
}

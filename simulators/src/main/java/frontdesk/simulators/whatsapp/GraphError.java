package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** An error as the Graph API words it, in an answer or in a status. */
record GraphError(int status, int code, Optional<Integer> subcode, String title, String details) {

  static GraphError parameter(String details) {
    return new GraphError(400, 100, Optional.empty(), "(#100) Invalid parameter", details);
  }

  static GraphError missing(String details) {
    return new GraphError(
        400, 131008, Optional.empty(), "(#131008) Required parameter is missing", details);
  }

  static GraphError value(String details) {
    return new GraphError(
        400, 131009, Optional.empty(), "(#131009) Parameter value is not valid", details);
  }

  static GraphError of(int code) {
    return switch (code) {
      case 4 ->
          error(400, code, "Application request limit reached", "Too many calls by this app.");
      case 10 ->
          error(
              403,
              code,
              "(#10) Application does not have permission for this action",
              "Permission denied.");
      case 190 ->
          error(
              401,
              code,
              "Error validating access token",
              "The access token is invalid or was revoked.");
      case 131000 ->
          error(500, code, "(#131000) Something went wrong", "The message could not be sent.");
      case 131016 ->
          error(
              503, code, "(#131016) Service unavailable", "A service is temporarily unavailable.");
      case 131021 ->
          error(
              400,
              code,
              "(#131021) Recipient cannot be sender",
              "Recipient and sender are the same number.");
      case 131026 ->
          error(400, code, "Message undeliverable", "The recipient cannot be reached on WhatsApp.");
      case 131047 ->
          error(
              400,
              code,
              "Re-engagement message",
              "Message failed to send because more than 24 hours have passed since the customer"
                  + " last replied to this number.");
      case 131048 ->
          error(
              400,
              code,
              "(#131048) Spam rate limit hit",
              "Too many messages were blocked or flagged.");
      case 131049 ->
          error(
              400,
              code,
              "This message was not delivered to maintain healthy ecosystem engagement.",
              "Not delivered.");
      case 131053 ->
          error(
              400,
              code,
              "(#131053) Media upload error",
              "The media could not be fetched or is too big.");
      case 131056 ->
          error(
              400,
              code,
              "(#131056) (Business Account, Consumer Account) pair rate limit hit",
              "Too many messages sent from the sender phone number to the same recipient phone"
                  + " number in a short period of time.");
      case 130429 ->
          error(
              400,
              code,
              "(#130429) Rate limit hit",
              "Cloud API message throughput has been reached.");
      case 131031 ->
          error(403, code, "(#131031) Account has been locked", "The business account is locked.");
      case 132000 ->
          error(
              400,
              code,
              "(#132000) Number of parameters does not match the expected number of params",
              "The number of parameters differs from the template's.");
      case 132001 ->
          error(
              404,
              code,
              "(#132001) Template name does not exist in the translation",
              "The template does not exist in this language or is not approved.");
      case 132012 ->
          error(
              400,
              code,
              "(#132012) Parameter format does not match",
              "A parameter has the wrong format.");
      case 132015 ->
          error(
              400,
              code,
              "(#132015) Template is paused",
              "The template is paused for its low quality.");
      case 132016 ->
          error(400, code, "(#132016) Template is disabled", "The template is disabled for good.");
      default -> error(400, code, "(#" + code + ") Error", "Error " + code);
    };
  }

  static GraphError noSuchObject(String id) {
    return new GraphError(
        400,
        100,
        Optional.of(33),
        "Unsupported request. Object with ID '"
            + id
            + "' does not exist, cannot be loaded due to missing permissions, or does not support"
            + " this operation",
        "");
  }

  private static GraphError error(int status, int code, String title, String details) {
    return new GraphError(status, code, Optional.empty(), title, details);
  }

  Refusal refusal() {
    var error =
        Json.object(
            "message", title, "type", "OAuthException", "code", code, "error_subcode", subcode);
    if (!details.isEmpty()) {
      error.set("error_data", Json.object("messaging_product", "whatsapp", "details", details));
    }
    error.put("fbtrace_id", "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
    return new Refusal(status, Json.object("error", error));
  }

  /** As it stands in the {@code errors} of a failed status. */
  ObjectNode inStatus() {
    return Json.object(
        "code", code,
        "title", title,
        "message", title,
        "error_data", Json.object("details", details),
        "href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
  }
}

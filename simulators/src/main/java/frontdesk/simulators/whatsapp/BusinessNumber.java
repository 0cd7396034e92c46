package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A business's number on the platform.
 *
 * @param id its phone number id
 * @param display the number as people read it
 * @param account the WhatsApp business account (WABA) that it belongs to
 * @param accessToken the only token accepted for it; empty accepts any
 * @param callback where its webhooks go instead of the common address
 * @param appSecret signs them instead of the common secret
 */
record BusinessNumber(
    String id,
    String display,
    String name,
    String account,
    Optional<String> accessToken,
    Optional<String> callback,
    Optional<String> appSecret) {

  static BusinessNumber of(JsonNode json) {
    var id = json.path("phoneNumberId").asString("");
    return new BusinessNumber(
        id,
        Json.string(json, "displayPhoneNumber").orElse(madeUp(id)),
        Json.string(json, "name").orElse("Business " + id),
        Json.string(json, "wabaId").orElse("waba-" + id),
        Json.string(json, "accessToken"),
        Json.string(json, "callback"),
        Json.string(json, "appSecret"));
  }

  static BusinessNumber unknown(String id) {
    return of(Json.object("phoneNumberId", id));
  }

  String digits() {
    return display.replaceAll("\\D", "");
  }

  ObjectNode json() {
    return Json.object(
        "phoneNumberId", id, "displayPhoneNumber", display, "name", name, "wabaId", account);
  }

  private static String madeUp(String id) {
    return "+1 555 " + "%07d".formatted(Math.floorMod(id.hashCode(), 10_000_000));
  }
}

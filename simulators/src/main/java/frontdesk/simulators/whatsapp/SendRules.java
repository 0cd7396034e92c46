package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message must look like to be accepted: names, kinds and limits. Templates have rules of
 * their own.
 */
final class SendRules {
  private static final Set<String> COMMON =
      Set.of(
          "messaging_product",
          "recipient_type",
          "to",
          "recipient",
          "type",
          "context",
          "biz_opaque_callback_data");

  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry("text", Set.of("body", "preview_url")),
          Map.entry("image", Set.of("id", "link", "caption")),
          Map.entry("video", Set.of("id", "link", "caption")),
          Map.entry("audio", Set.of("id", "link", "voice")),
          Map.entry("document", Set.of("id", "link", "caption", "filename")),
          Map.entry("sticker", Set.of("id", "link")),
          Map.entry("location", Set.of("latitude", "longitude", "name", "address")),
          Map.entry("reaction", Set.of("message_id", "emoji")),
          Map.entry("interactive", Set.of("type", "header", "body", "footer", "action")),
          Map.entry("template", Set.of("name", "language", "components", "namespace")),
          Map.entry("contacts", Set.of()));

  private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");

  private SendRules() {}

  static boolean isMedia(String type) {
    return MEDIA.contains(type);
  }

  static void check(ObjectNode message) {
    var type = Json.string(message, "type").orElse("text");
    require(
        KEYS.containsKey(type),
        GraphError.parameter("Param type must be one of " + KEYS.keySet() + "."));
    for (var key : message.propertyNames()) {
      require(COMMON.contains(key) || key.equals(type), unexpected(key, "message"));
    }
    recipient(message);
    require(
        !message.has("context") || message.path("context").path("message_id").isString(),
        mandatory("context['message_id']"));
    require(
        message.path("biz_opaque_callback_data").asString("").length() <= 512,
        tooLong("biz_opaque_callback_data", 512));
    var content = message.path(type);
    if (type.equals("contacts")) {
      require(content.isArray() && !content.isEmpty(), mandatory("contacts"));
      return;
    }
    require(content.isObject(), mandatory(type));
    for (var key : content.propertyNames()) {
      require(KEYS.get(type).contains(key), unexpected(key, type));
    }
    switch (type) {
      case "text" -> text(content, "body", 1, 4096, "text['body']");
      case "image", "video", "audio", "document", "sticker" -> media(type, content);
      case "location" ->
          require(
              content.path("latitude").isNumber() && content.path("longitude").isNumber(),
              GraphError.missing("A location has a latitude and a longitude."));
      case "reaction" ->
          require(content.path("message_id").isString(), mandatory("reaction['message_id']"));
      case "interactive" -> InteractiveRules.check(content);
      default -> {}
    }
  }

  private static void recipient(ObjectNode message) {
    require(
        message.path("messaging_product").asString("").equals("whatsapp"),
        GraphError.parameter("The parameter messaging_product is required and is \"whatsapp\"."));
    var to = message.path("to");
    var recipient = message.path("recipient");
    require(
        to.isString() || recipient.isString(),
        GraphError.parameter("The parameter to is required."));
    if (to.isString()) {
      var digits = to.stringValue().replaceAll("[+() -]", "");
      require(digits.matches("\\d{6,15}"), GraphError.value("to is no phone number."));
    } else {
      require(
          recipient.stringValue().matches("[A-Z]{2}\\.[A-Za-z0-9.]{1,128}"),
          GraphError.value("recipient is no business-scoped user id."));
    }
  }

  private static void media(String type, JsonNode content) {
    require(
        content.path("id").isString() != content.path("link").isString(),
        GraphError.parameter(
            "Either " + type + "['id'] or " + type + "['link'] is given, and not both."));
    require(
        !content.has("link") || content.path("link").asString("").matches("https?://.+"),
        GraphError.value(type + "['link'] is no address."));
    require(
        content.path("caption").asString("").length() <= 1024, tooLong(type + "['caption']", 1024));
  }

  static void text(JsonNode object, String name, int least, int most, String called) {
    var value = object.path(name);
    require(value.isString() && value.stringValue().strip().length() >= least, mandatory(called));
    require(value.stringValue().length() <= most, tooLong(called, most));
  }

  static void distinct(Set<String> seen, String value, String called) {
    require(seen.add(value), GraphError.value("Duplicated " + called + ": " + value));
  }

  static Set<String> none() {
    return new HashSet<>();
  }

  static GraphError mandatory(String called) {
    return GraphError.missing("Parameter '" + called + "' is mandatory.");
  }

  static GraphError tooLong(String called, int most) {
    return GraphError.parameter(
        "Param " + called + " must be at most " + most + " characters long.");
  }

  static GraphError unexpected(String key, String on) {
    return GraphError.parameter("Unexpected key \"" + key + "\" on param \"" + on + "\".");
  }

  static void require(boolean kept, GraphError otherwise) {
    if (!kept) {
      throw otherwise.refusal();
    }
  }
}

package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what a test or the phone page asks for into messages as webhooks carry them. A command is
 * the vendor's own message object, with shorter ways to say the common things: {@code text} as a
 * string, {@code buttonReply} and {@code listReply}, a file as {@code data}; a type alone gets a
 * sample.
 */
final class InboundMessages {
  private static final Set<String> ABOUT_THE_SENDER =
      Set.of(
          "phoneNumberId",
          "from",
          "to",
          "name",
          "username",
          "userId",
          "bsuidOnly",
          "at",
          "data",
          "mimeType",
          "filename",
          "caption",
          "buttonReply",
          "listReply",
          "wait");

  /** A message and the sender's entry among the contacts. */
  record Inbound(String customer, String id, ObjectNode contact, ObjectNode message) {
    ObjectNode value(BusinessNumber number) {
      return Json.object(
          "messaging_product", "whatsapp",
          "metadata", metadata(number),
          "contacts", Json.array(contact),
          "messages", Json.array(message));
    }
  }

  private final MediaStore media;

  InboundMessages(MediaStore media) {
    this.media = media;
  }

  static ObjectNode metadata(BusinessNumber number) {
    return Json.object("display_phone_number", number.digits(), "phone_number_id", number.id());
  }

  Inbound read(ObjectNode command) {
    var from = command.path("from").asString("").replaceAll("\\D", "");
    var userId = Json.string(command, "userId").orElseGet(() -> userId(from));
    boolean noNumber = command.path("bsuidOnly").asBoolean(false);
    if (from.isEmpty() && !noNumber) {
      throw Refusal.of(422, "\"from\" is the customer's number.");
    }
    var type = type(command);
    var id = Json.string(command, "id").orElseGet(() -> messageId(from));
    var message = Json.object();
    if (!noNumber) {
      message.put("from", from);
    }
    message.put("from_user_id", userId);
    message.put("id", id);
    message.put("timestamp", Long.toString(sentAt(command).getEpochSecond()));
    message.put("type", type);
    given(command, message);
    content(type, command, message);

    var profile =
        Json.object(
            "name",
            Json.string(command, "name").orElse("Customer " + from),
            "username",
            Json.string(command, "username"));
    var contact = Json.object("profile", profile, "user_id", userId);
    if (!noNumber) {
      contact.put("wa_id", from);
    }
    return new Inbound(noNumber ? userId : from, id, contact, message);
  }

  /** What the owner wrote on the phone to a customer, who may be known by user id alone. */
  ObjectNode echo(BusinessNumber number, String to, ObjectNode command) {
    var type = type(command);
    var message = Json.object("from", number.digits());
    message.put(to.contains(".") ? "to_user_id" : "to", to);
    message.put("id", Json.string(command, "id").orElseGet(() -> messageId(number.digits())));
    message.put("timestamp", Long.toString(sentAt(command).getEpochSecond()));
    message.put("type", type);
    given(command, message);
    content(type, command, message);
    return message;
  }

  static ObjectNode ofNobody() {
    return Json.object(
        "messaging_product", "whatsapp",
        "metadata", metadata(BusinessNumber.unknown("000000000000000")),
        "contacts",
            Json.array(
                Json.object("profile", Json.object("name", "Nobody"), "wa_id", "15550000000")),
        "messages",
            Json.array(
                Json.object(
                    "from", "15550000000",
                    "id", messageId("15550000000"),
                    "timestamp", Long.toString(Instant.now().getEpochSecond()),
                    "type", "text",
                    "text", Json.object("body", "Is anybody there?"))));
  }

  static String messageId(String customer) {
    var seed = customer + UUID.randomUUID();
    return "wamid."
        + Base64.getEncoder()
            .withoutPadding()
            .encodeToString(seed.getBytes(StandardCharsets.UTF_8));
  }

  /** The same customer has the same id at every business of this stand-in. */
  static String userId(String digits) {
    var country = digits.startsWith("39") ? "IT" : digits.startsWith("44") ? "GB" : "US";
    return country
        + "."
        + (13_000_000_000_000L
            + Math.floorMod(digits.hashCode() * 2_654_435_761L, 999_999_999_999L));
  }

  private static String type(ObjectNode command) {
    if (command.has("buttonReply") || command.has("listReply")) {
      return "interactive";
    }
    return Json.string(command, "type").orElse("text");
  }

  private static Instant sentAt(ObjectNode command) {
    return Json.string(command, "at").map(Instant::parse).orElseGet(Instant::now);
  }

  /** The vendor's own fields, as they were given. */
  private static void given(ObjectNode command, ObjectNode message) {
    command.properties().stream()
        .filter(given -> !ABOUT_THE_SENDER.contains(given.getKey()))
        .filter(given -> !(given.getKey().equals("text") && given.getValue().isString()))
        .forEach(given -> message.set(given.getKey(), given.getValue()));
  }

  private void content(String type, ObjectNode command, ObjectNode message) {
    if (command.path("text").isString()) {
      message.set("text", Json.object("body", command.path("text")));
    } else if (command.has("buttonReply")) {
      message.set(
          "interactive",
          Json.object("type", "button_reply", "button_reply", command.path("buttonReply")));
    } else if (command.has("listReply")) {
      message.set(
          "interactive",
          Json.object("type", "list_reply", "list_reply", command.path("listReply")));
    } else if (SendRules.isMedia(type) && !command.has(type)) {
      message.set(type, file(type, command));
    } else if (!command.has(type)) {
      Samples.of(type)
          .properties()
          .forEach(sample -> message.set(sample.getKey(), sample.getValue()));
    }
  }

  private JsonNode file(String type, ObjectNode command) {
    var kind = Json.string(command, "mimeType").orElseGet(() -> Samples.mediaType(type));
    var bytes =
        Json.string(command, "data")
            .map(Base64.getDecoder()::decode)
            .orElseGet(() -> Samples.media(type));
    var name = Json.string(command, "filename").orElse(type);
    var content = media.add(kind, name, bytes).json();
    Json.string(command, "caption").ifPresent(caption -> content.put("caption", caption));
    switch (type) {
      case "document" -> content.put("filename", name);
      case "audio" -> content.put("voice", true);
      case "sticker" -> content.put("animated", false);
      default -> {}
    }
    return content;
  }
}

package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** One example of each kind of message that customers send, for when only the kind is named. */
final class Samples {
  private Samples() {}

  static ObjectNode of(String type) {
    return switch (type) {
      case "text" -> Json.object("text", Json.object("body", "Hello"));
      case "location" ->
          Json.object(
              "location",
              Json.object(
                  "latitude",
                  41.9028,
                  "longitude",
                  12.4964,
                  "name",
                  "Piazza del Popolo",
                  "address",
                  "Piazza del Popolo, Roma"));
      case "contacts" ->
          Json.object(
              "contacts",
              Json.array(
                  Json.object(
                      "name", Json.object("formatted_name", "Marta Neri", "first_name", "Marta"),
                      "phones",
                          Json.array(
                              Json.object(
                                  "phone",
                                  "+39 333 555 0102",
                                  "wa_id",
                                  "393335550102",
                                  "type",
                                  "CELL")))));
      case "interactive" ->
          Json.object(
              "interactive",
              Json.object(
                  "type",
                  "nfm_reply",
                  "nfm_reply",
                  Json.object(
                      "name", "flow", "body", "Sent", "response_json", "{\"note\":\"ciao\"}")));
      case "button" -> Json.object("button", Json.object("payload", "confirm", "text", "Confirm"));
      case "reaction" ->
          Json.object("reaction", Json.object("message_id", "wamid.unknown", "emoji", "👍"));
      case "order" ->
          Json.object(
              "order",
              Json.object(
                  "catalog_id", "194836987003835",
                  "text", "Please",
                  "product_items",
                      Json.array(
                          Json.object(
                              "product_retailer_id",
                              "lamp-1",
                              "quantity",
                              1,
                              "item_price",
                              49.5,
                              "currency",
                              "EUR"))));
      case "system" ->
          Json.object(
              "system",
              Json.object(
                  "body", "Customer changed to a new number",
                  "type", "user_changed_number",
                  "wa_id", "393335550199"));
      case "edit" ->
          Json.object(
              "edit",
              Json.object(
                  "original_message_id",
                  "wamid.unknown",
                  "message",
                  Json.object("type", "text", "text", Json.object("body", "Changed my mind"))));
      case "revoke" -> Json.object("revoke", Json.object("original_message_id", "wamid.unknown"));
      case "unsupported" ->
          Json.object(
              "errors",
              Json.array(
                  Json.object(
                      "code",
                      131051,
                      "title",
                      "Message type unknown",
                      "message",
                      "Message type unknown",
                      "error_data",
                      Json.object("details", "Message type is currently not supported."))),
              "unsupported",
              Json.object("type", "poll"));
      default -> Json.object();
    };
  }

  static String mediaType(String type) {
    return switch (type) {
      case "image" -> "image/png";
      case "video" -> "video/mp4";
      case "audio" -> "audio/ogg; codecs=opus";
      case "sticker" -> "image/webp";
      default -> "application/pdf";
    };
  }

  static byte[] media(String type) {
    return switch (type) {
      case "image" -> picture();
      case "video" -> bytes("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom");
      case "audio" -> bytes("OggS\0\u0002\0\0\0\0\0\0\0\0");
      case "sticker" ->
          bytes("RIFF\u001a\0\0\0WEBPVP8L\r\0\0\0/\0\0\0\u0010\u0007\u0010\u0011\u0011");
      default -> bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    };
  }

  private static byte[] picture() {
    try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream("sample.png"))) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

package frontdesk.channels.whatsapp;

import java.util.ArrayList;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a WhatsApp message says in words, whatever its type; empty when it says nothing. */
final class WhatsAppWords {

  private static final Set<String> CAPTIONED = Set.of("image", "video", "document");

  private WhatsAppWords() {}

  static String text(JsonNode item, String type) {
    return switch (type) {
      case "text" -> item.path("text").path("body").asString("");
      case "button" -> item.path("button").path("text").asString("");
      case "interactive" -> answer(item.path("interactive"));
      case "location" -> location(item.path("location"));
      case "contacts" -> contacts(item.path("contacts"));
      case "order" -> order(item.path("order"));
      default -> CAPTIONED.contains(type) ? item.path(type).path("caption").asString("") : "";
    };
  }

  private static String answer(JsonNode interactive) {
    return interactive
        .path("button_reply")
        .path("title")
        .asString(interactive.path("list_reply").path("title").asString(""));
  }

  private static String location(JsonNode place) {
    return "%s %s (%s, %s)"
        .formatted(
            place.path("name").asString(""),
            place.path("address").asString(""),
            place.path("latitude").asString(""),
            place.path("longitude").asString(""))
        .strip();
  }

  private static String contacts(JsonNode contacts) {
    var lines = new ArrayList<String>();
    for (var contact : contacts) {
      lines.add(
          (contact.path("name").path("formatted_name").asString("")
                  + " "
                  + contact.path("phones").path(0).path("phone").asString(""))
              .strip());
    }
    return String.join("\n", lines);
  }

  private static String order(JsonNode order) {
    var lines = new ArrayList<String>();
    for (var item : order.path("product_items")) {
      lines.add(
          "%s × %s, %s %s"
              .formatted(
                  item.path("quantity").asString("1"),
                  item.path("product_retailer_id").asString(""),
                  item.path("item_price").asString(""),
                  item.path("currency").asString("")));
    }
    var words = order.path("text").asString("");
    if (!words.isEmpty()) {
      lines.add(words);
    }
    return String.join("\n", lines);
  }
}

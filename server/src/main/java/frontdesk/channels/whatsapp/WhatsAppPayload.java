package frontdesk.channels.whatsapp;

import frontdesk.contacts.Identity;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.Deliveries;
import frontdesk.conversations.InboundMessage;
import frontdesk.conversations.PhoneReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads one {@code value} of a WhatsApp webhook (Cloud API, field {@code messages}). An item that
 * cannot be read is left out and logged; the rest of the batch is not lost for it.
 */
final class WhatsAppPayload {

  private static final Logger log = LoggerFactory.getLogger(WhatsAppPayload.class);

  private static final Set<String> MEDIA = Set.of("image", "video", "sticker", "audio", "document");

  /** Not said by a person to the business: nothing to answer. */
  private static final Set<String> SILENT =
      Set.of("reaction", "system", "edit", "revoke", "request_welcome");

  private WhatsAppPayload() {}

  static List<InboundMessage> messages(JsonNode value, UUID channel) {
    var names = names(value);
    var messages = new ArrayList<InboundMessage>();
    for (var item : value.path("messages")) {
      try {
        message(item, channel, names).ifPresent(messages::add);
      } catch (RuntimeException e) {
        log.warn("A WhatsApp message could not be read: {}", e.toString());
      }
    }
    return messages;
  }

  /** What the business's own phone sent to customers: {@code from} is the number itself. */
  static List<PhoneReply> echoes(JsonNode value, UUID channel) {
    var echoes = new ArrayList<PhoneReply>();
    for (var item : value.path("message_echoes")) {
      try {
        echo(item, channel).ifPresent(echoes::add);
      } catch (RuntimeException e) {
        log.warn("A WhatsApp echo could not be read: {}", e.toString());
      }
    }
    return echoes;
  }

  private static Optional<PhoneReply> echo(JsonNode item, UUID channel) {
    var id = item.path("id").asString("");
    var number = item.path("to").asString("");
    var address = number.isEmpty() ? item.path("to_user_id").asString("") : number;
    var type = item.path("type").asString("");
    if (id.isEmpty() || address.isEmpty() || SILENT.contains(type)) {
      return Optional.empty();
    }
    return Optional.of(
        new PhoneReply(
            WhatsAppChannel.TYPE,
            new Identity(channel, address, "", phone(number)),
            id,
            kind(type),
            text(item, type),
            files(item, type),
            time(item)));
  }

  private static Optional<String> phone(String number) {
    return number.isEmpty() ? Optional.empty() : PhoneNumbers.read("+" + number, "ZZ");
  }

  /**
   * Profile names by what messages call their sender: the number, or the id where there is none.
   */
  private static Map<String, String> names(JsonNode value) {
    var names = new HashMap<String, String>();
    for (var contact : value.path("contacts")) {
      var name = contact.path("profile").path("name").asString("");
      names.put(contact.path("wa_id").asString(""), name);
      names.put(contact.path("user_id").asString(""), name);
    }
    return names;
  }

  private static Optional<InboundMessage> message(
      JsonNode item, UUID channel, Map<String, String> names) {
    var id = item.path("id").asString("");
    var number = item.path("from").asString("");
    var address = number.isEmpty() ? item.path("from_user_id").asString("") : number;
    var type = item.path("type").asString("");
    if (id.isEmpty() || address.isEmpty() || SILENT.contains(type)) {
      return Optional.empty();
    }
    var name =
        names.getOrDefault(address, names.getOrDefault(item.path("from_user_id").asString(""), ""));
    return Optional.of(
        new InboundMessage(
            WhatsAppChannel.TYPE,
            new Identity(channel, address, name, phone(number)),
            id,
            kind(type),
            text(item, type),
            files(item, type),
            time(item)));
  }

  private static String kind(String type) {
    return switch (type) {
      case "text", "interactive", "button", "contacts", "order" -> "text";
      case "image", "sticker" -> "image";
      case "video" -> "video";
      case "audio" -> "audio";
      case "document" -> "file";
      case "location" -> "location";
      default -> "unsupported";
    };
  }

  private static String text(JsonNode item, String type) {
    return switch (type) {
      case "text" -> item.path("text").path("body").asString("");
      case "button" -> item.path("button").path("text").asString("");
      case "interactive" -> {
        var answer = item.path("interactive");
        yield answer
            .path("button_reply")
            .path("title")
            .asString(answer.path("list_reply").path("title").asString(""));
      }
      case "location" -> {
        var place = item.path("location");
        yield "%s %s (%s, %s)"
            .formatted(
                place.path("name").asString(""),
                place.path("address").asString(""),
                place.path("latitude").asString(""),
                place.path("longitude").asString(""))
            .strip();
      }
      case "contacts" -> contacts(item.path("contacts"));
      case "order" -> item.path("order").path("text").asString("");
      default -> item.path(type).path("caption").asString("");
    };
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

  private static List<InboundMessage.File> files(JsonNode item, String type) {
    var media = item.path(type);
    var id = media.path("id").asString("");
    if (!MEDIA.contains(type) || id.isEmpty()) {
      return List.of();
    }
    var contentType = media.path("mime_type").asString("application/octet-stream");
    return List.of(new InboundMessage.File(id, media.path("filename").asString(type), contentType));
  }

  private static Optional<Instant> time(JsonNode item) {
    var seconds = item.path("timestamp").asString("");
    return seconds.matches("\\d{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  static List<Deliveries.Update> updates(JsonNode value, UUID channel) {
    var updates = new ArrayList<Deliveries.Update>();
    for (var item : value.path("statuses")) {
      var id = item.path("id").asString("");
      var status = status(item.path("status").asString(""));
      if (id.isEmpty() || status.isEmpty()) {
        continue;
      }
      var error = item.path("errors").path(0);
      updates.add(
          new Deliveries.Update(
              channel,
              id,
              reference(item.path("biz_opaque_callback_data").asString("")),
              status.get(),
              error.has("code") ? Optional.of(error.path("code").asString("")) : Optional.empty(),
              error.has("code")
                  ? Optional.of(
                      error
                          .path("error_data")
                          .path("details")
                          .asString(error.path("title").asString("")))
                  : Optional.empty()));
    }
    return updates;
  }

  private static Optional<String> status(String vendors) {
    return switch (vendors) {
      case "sent", "delivered", "read", "failed" -> Optional.of(vendors);
      case "played" -> Optional.of("read");
      default -> Optional.empty();
    };
  }

  private static Optional<UUID> reference(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

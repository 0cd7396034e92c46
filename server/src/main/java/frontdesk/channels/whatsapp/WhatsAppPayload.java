package frontdesk.channels.whatsapp;

import frontdesk.contacts.Identity;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.CustomerActs;
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

  /** No words to the business: nothing to answer. */
  private static final Set<String> SILENT =
      Set.of("reaction", "system", "revoke", "request_welcome");

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
            kind(type, WhatsAppWords.text(item, type), files(item, type)),
            WhatsAppWords.text(item, type),
            files(item, type),
            time(item),
            quotes(item)));
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
    var type = item.path("type").asString("");
    var from = sender(item, channel, names);
    if (id.isEmpty() || from.isEmpty() || SILENT.contains(type)) {
      return Optional.empty();
    }
    if (type.equals("edit")) {
      return edit(item, id, from.get());
    }
    var text = WhatsAppWords.text(item, type);
    var files = files(item, type);
    return Optional.of(
        new InboundMessage(
            WhatsAppChannel.TYPE,
            from.get(),
            id,
            kind(type, text, files),
            text,
            files,
            time(item),
            Optional.empty(),
            quotes(item)));
  }

  /** What was changed is said anew: the answer must fit the words that stand there now. */
  private static Optional<InboundMessage> edit(JsonNode item, String id, Identity from) {
    var changed = item.path("edit").path("message");
    var type = changed.path("type").asString("text");
    var text = WhatsAppWords.text(changed, type);
    var first = item.path("edit").path("original_message_id").asString("");
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            new InboundMessage(
                WhatsAppChannel.TYPE,
                from,
                id.equals(first) ? id + " " + text.hashCode() : id,
                "text",
                text,
                List.of(),
                time(item)));
  }

  /** By number, else by user id; who shows both may show the id alone another time. */
  private static Optional<Identity> sender(JsonNode item, UUID channel, Map<String, String> names) {
    var number = item.path("from").asString("");
    var user = item.path("from_user_id").asString("");
    var address = number.isEmpty() ? user : number;
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var alias = number.isEmpty() || user.isEmpty() ? Optional.<String>empty() : Optional.of(user);
    var name = names.getOrDefault(address, names.getOrDefault(user, ""));
    return Optional.of(new Identity(channel, address, name, phone(number), alias));
  }

  /** What customers do beside writing. */
  static List<CustomerActs.Act> acts(JsonNode value, UUID channel) {
    var acts = new ArrayList<CustomerActs.Act>();
    for (var item : value.path("messages")) {
      try {
        var from = sender(item, channel, Map.of());
        if (from.isPresent() && !item.path("id").asString("").isEmpty()) {
          act(item, from.get()).ifPresent(acts::add);
          advertisement(item, from.get()).ifPresent(acts::add);
        }
      } catch (RuntimeException e) {
        log.warn("A WhatsApp message could not be read: {}", e.toString());
      }
    }
    return acts;
  }

  /** Which advertisement a message answers; a line beside the message itself. */
  private static Optional<CustomerActs.Act> advertisement(JsonNode item, Identity from) {
    var about = item.path("referral");
    return about.isObject()
        ? Optional.of(
            beside(
                item,
                from,
                "referral",
                about.path("headline").asString(about.path("source_url").asString(""))))
        : Optional.empty();
  }

  private static CustomerActs.Act beside(JsonNode item, Identity from, String type, String text) {
    var id = item.path("id").asString("") + " " + type;
    return new CustomerActs.Act(from, id, type, text, Optional.empty(), time(item));
  }

  private static Optional<CustomerActs.Act> act(JsonNode item, Identity from) {
    return switch (item.path("type").asString("")) {
      case "reaction" -> {
        var emoji = item.path("reaction").path("emoji").asString("");
        yield act(item, from, emoji.isEmpty() ? "reaction-removed" : "reaction", emoji, "");
      }
      case "edit" -> Optional.of(beside(item, from, "edited", ""));
      case "revoke" -> act(item, from, "deleted", "", "");
      case "system" -> {
        var system = item.path("system");
        var number = system.path("wa_id").asString("");
        yield switch (system.path("type").asString("")) {
          case "user_changed_number", "customer_changed_number" ->
              act(item, from, "number-changed", "+" + number, number);
          case "user_changed_user_id" ->
              act(item, from, "id-changed", "", system.path("user_id").asString(""));
          case "customer_identity_changed" -> act(item, from, "identity-changed", "", "");
          default -> Optional.empty();
        };
      }
      default -> Optional.empty();
    };
  }

  private static Optional<CustomerActs.Act> act(
      JsonNode item, Identity from, String type, String text, String movedTo) {
    var to =
        movedTo.isEmpty() || movedTo.equals(from.address())
            ? Optional.<Identity>empty()
            : Optional.of(
                new Identity(
                    from.channel(),
                    movedTo,
                    from.name(),
                    movedTo.contains(".") ? Optional.empty() : phone(movedTo)));
    return Optional.of(
        new CustomerActs.Act(from, item.path("id").asString(""), type, text, to, time(item)));
  }

  private static String kind(String type, String text, List<InboundMessage.File> files) {
    return switch (type) {
      case "image", "sticker" -> "image";
      case "video" -> "video";
      case "audio" -> "audio";
      case "document" -> "file";
      case "location" -> "location";
      case "order" -> "order";
      // An answer to buttons may come without the answer, with an error in its place.
      default -> text.isBlank() && files.isEmpty() ? "unsupported" : "text";
    };
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

  /** A forwarded message has a context too, and quotes none. */
  private static Optional<String> quotes(JsonNode item) {
    return Optional.of(item.path("context").path("id").asString("")).filter(id -> !id.isEmpty());
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

package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands on the customers' phones, and since when each may be written to. */
final class Chats {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final Duration TYPING = Duration.ofSeconds(25);

  /**
   * A business's number and a customer (wa_id, or the business-scoped user id of one who shows no
   * number).
   */
  record Key(String number, String customer) {}

  /** One bubble. */
  private static final class Bubble {
    final String id;
    final boolean fromCustomer;
    final JsonNode message;
    final Instant at = Instant.now();
    String status;

    Bubble(String id, boolean fromCustomer, JsonNode message, String status) {
      this.id = id;
      this.fromCustomer = fromCustomer;
      this.message = message;
      this.status = status;
    }

    ObjectNode json() {
      return Json.object(
          "id", id,
          "from", fromCustomer ? "customer" : "business",
          "message", message,
          "status", status,
          "at", at.toString());
    }
  }

  private static final class Chat {
    final List<Bubble> bubbles = new ArrayList<>();
    Optional<Instant> lastInbound = Optional.empty();
    Instant typingUntil = Instant.EPOCH;
    long version;
  }

  private static final int BUBBLES = 300;

  private final Map<Key, Chat> chats = new HashMap<>();
  private final Map<String, Bubble> byId = new HashMap<>();

  synchronized void customerWrote(Key key, String id, JsonNode message) {
    var chat = chat(key);
    chat.lastInbound = Optional.of(Instant.now());
    add(chat, new Bubble(id, true, message, "sent"));
  }

  synchronized void businessWrote(Key key, String id, JsonNode message) {
    var chat = chat(key);
    chat.typingUntil = Instant.EPOCH;
    add(chat, new Bubble(id, false, message, "accepted"));
  }

  synchronized void status(Key key, String id, String status) {
    var bubble = byId.get(id);
    if (bubble != null && !bubble.status.equals(status)) {
      bubble.status = status;
      chat(key).version++;
    }
  }

  /** The business saw this message and perhaps is typing; false when no customer ever sent it. */
  synchronized boolean seen(String id, boolean typing) {
    var bubble = byId.get(id);
    if (bubble == null || !bubble.fromCustomer) {
      return false;
    }
    bubble.status = "read";
    chats.values().stream()
        .filter(chat -> chat.bubbles.contains(bubble))
        .forEach(
            chat -> {
              chat.version++;
              chat.typingUntil = typing ? Instant.now().plus(TYPING) : chat.typingUntil;
            });
    return true;
  }

  /** Whether free text may go out; empty when this customer was never heard of here. */
  synchronized Optional<Boolean> windowOpen(Key key) {
    return Optional.ofNullable(chats.get(key))
        .flatMap(chat -> chat.lastInbound)
        .map(last -> last.plus(WINDOW).isAfter(Instant.now()));
  }

  synchronized void lastInbound(Key key, Instant at) {
    chat(key).lastInbound = Optional.of(at);
  }

  synchronized ObjectNode json(Key key) {
    var chat = chat(key);
    return Json.object(
        "version", chat.version,
        "typing", chat.typingUntil.isAfter(Instant.now()),
        "bubbles", chat.bubbles.stream().map(Bubble::json).toList());
  }

  /** The ids of what the business wrote and the customer has not read. */
  synchronized List<String> unread(Key key) {
    return chat(key).bubbles.stream()
        .filter(bubble -> !bubble.fromCustomer && bubble.status.equals("delivered"))
        .map(bubble -> bubble.id)
        .toList();
  }

  synchronized void clear() {
    chats.clear();
    byId.clear();
  }

  private void add(Chat chat, Bubble bubble) {
    chat.bubbles.add(bubble);
    byId.put(bubble.id, bubble);
    chat.version++;
    if (chat.bubbles.size() > BUBBLES) {
      byId.remove(chat.bubbles.removeFirst().id);
    }
  }

  private Chat chat(Key key) {
    return chats.computeIfAbsent(key, fresh -> new Chat());
  }
}

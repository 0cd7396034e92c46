package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of an accepted message, told by status webhooks. */
final class Statuses {
  /** An accepted message, with what the sender wants back in its statuses. */
  record Accepted(String id, BusinessNumber number, String customer, Optional<String> opaque) {
    Chats.Key chat() {
      return new Chats.Key(number.id(), customer);
    }

    Map<String, String> occasion() {
      return Map.of("phoneNumberId", number.id(), "to", customer);
    }
  }

  private static final int REMEMBERED = 20_000;

  private final Supplier<WhatsAppSettings> settings;
  private final Faults faults;
  private final Webhooks webhooks;
  private final Chats chats;
  private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();

  Statuses(Supplier<WhatsAppSettings> settings, Faults faults, Webhooks webhooks, Chats chats) {
    this.settings = settings;
    this.faults = faults;
    this.webhooks = webhooks;
    this.chats = chats;
  }

  void remember(Accepted message) {
    if (accepted.size() > REMEMBERED) {
      accepted.clear();
    }
    accepted.put(message.id(), message);
  }

  Optional<Accepted> find(String id) {
    return Optional.ofNullable(accepted.get(id));
  }

  /** The course of one message: one of the switched-on disorders, else sent and delivered. */
  void follow(Accepted message) {
    var about = message.occasion();
    var pause = settings.get().statusDelay();
    for (var async :
        Map.of(
                "undeliverable",
                131026,
                "window-closed-async",
                131047,
                "not-delivered-async",
                131049,
                "media-failed-async",
                131053)
            .entrySet()) {
      if (faults.take(async.getKey(), about).isPresent()) {
        webhooks.later(pause, () -> fail(message, GraphError.of(async.getValue())));
        return;
      }
    }
    if (faults.take("no-status", about).isPresent()) {
      return;
    }
    List<String> course;
    if (faults.take("statuses-out-of-order", about).isPresent()) {
      course = List.of("read", "delivered", "sent");
    } else if (faults.take("read-without-delivered", about).isPresent()) {
      course = List.of("sent", "read");
    } else {
      course = List.of("sent", "delivered");
    }
    boolean failsToo = faults.take("delivered-and-failed", about).isPresent();
    boolean twice = faults.take("duplicate-status", about).isPresent();
    webhooks.later(
        pause,
        () -> {
          for (var status : course) {
            tell(message, status);
            if (twice) {
              tell(message, status);
            }
            sleep(pause);
          }
          if (failsToo) {
            fail(message, GraphError.of(131026));
          }
        });
  }

  /** Statuses that arrive before the answer to the send does. */
  void hurry(Accepted message) {
    tell(message, "sent");
    tell(message, "delivered");
  }

  void tell(Accepted message, String status) {
    chats.status(message.chat(), message.id(), status);
    send(message, json(message, status));
  }

  void fail(Accepted message, GraphError error) {
    chats.status(message.chat(), message.id(), "failed");
    var status = json(message, "failed");
    status.set("errors", Json.array(error.inStatus()));
    send(message, status);
  }

  void clear() {
    accepted.clear();
  }

  private void send(Accepted message, ObjectNode status) {
    var value =
        Json.object(
            "messaging_product", "whatsapp",
            "metadata", InboundMessages.metadata(message.number()),
            "statuses", Json.array(status));
    webhooks.deliver(List.of(new Webhooks.Change(message.number(), "messages", value)));
  }

  static ObjectNode json(Accepted message, String status) {
    var json =
        Json.object(
            "id", message.id(),
            "status", status,
            "timestamp", Long.toString(Instant.now().getEpochSecond()),
            "biz_opaque_callback_data", message.opaque());
    if (message.customer().contains(".")) {
      json.put("recipient_user_id", message.customer());
    } else {
      json.put("recipient_id", message.customer());
      json.put("recipient_user_id", InboundMessages.userId(message.customer()));
    }
    if (status.equals("sent") || status.equals("delivered")) {
      json.set(
          "conversation", Json.object("id", "c0ffee", "origin", Json.object("type", "service")));
      json.set(
          "pricing",
          Json.object(
              "billable",
              false,
              "pricing_model",
              "PMP",
              "category",
              "service",
              "type",
              "free_customer_service"));
    }
    return json;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

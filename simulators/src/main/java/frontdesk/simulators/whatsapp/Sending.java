package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.ConnectionCut;
import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import frontdesk.simulators.wire.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /{phone number id}/messages}. */
final class Sending {
  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(60);

  private final Supplier<WhatsAppSettings> settings;
  private final Access access;
  private final Rates rates;
  private final Templates templates;
  private final MediaStore media;
  private final Chats chats;
  private final Statuses statuses;
  private final Faults faults;
  private final Ledger ledger;

  Sending(
      Supplier<WhatsAppSettings> settings,
      Access access,
      Rates rates,
      Templates templates,
      MediaStore media,
      Chats chats,
      Statuses statuses,
      Faults faults,
      Ledger ledger) {
    this.settings = settings;
    this.access = access;
    this.rates = rates;
    this.templates = templates;
    this.media = media;
    this.chats = chats;
    this.statuses = statuses;
    this.faults = faults;
    this.ledger = ledger;
  }

  void handle(Call call) throws InterruptedException {
    try {
      var number = access.number(call, call.at("id"));
      var message =
          call.object()
              .orElseThrow(() -> GraphError.parameter("The body is no JSON object.").refusal());
      if (message.path("status").asString("").equals("read")) {
        seen(call, number, message);
      } else {
        send(call, number, message);
      }
    } catch (Refusal refusal) {
      ledger.add(
          "whatsapp",
          "refused",
          Json.object(
              "phoneNumberId",
              call.at("id"),
              "status",
              refusal.status(),
              "error",
              refusal.body().path("error")));
      throw refusal;
    }
  }

  private void seen(Call call, BusinessNumber number, ObjectNode message) {
    var id = message.path("message_id").asString("");
    boolean typing = message.has("typing_indicator");
    SendRules.require(
        chats.seen(id, typing) || !settings.get().strict(),
        GraphError.parameter("No inbound message has this id."));
    ledger.add(
        "whatsapp",
        typing ? "typing" : "read",
        Json.object("phoneNumberId", number.id(), "messageId", id));
    call.answer(200, Json.object("success", true));
  }

  private void send(Call call, BusinessNumber number, ObjectNode message)
      throws InterruptedException {
    SendRules.check(message);
    var to =
        Json.string(message, "to")
            .map(digits -> digits.replaceAll("\\D", ""))
            .orElseGet(() -> message.path("recipient").asString(""));
    var about = Map.of("phoneNumberId", number.id(), "to", to);
    var type = Json.string(message, "type").orElse("text");
    SendRules.require(!to.equals(number.digits()), GraphError.of(131021));
    content(number, type, message);
    refuseAsSwitchedOn(about);
    if (settings.get().strict()) {
      rates.check(number.id(), to);
    }
    window(number, to, type);

    var customer = faults.take("wa-id-differs", about).isPresent() ? otherSpelling(to) : to;
    var id = InboundMessages.messageId(customer);
    var accepted =
        new Statuses.Accepted(
            id, number, customer, Json.string(message, "biz_opaque_callback_data"));
    statuses.remember(accepted);
    chats.businessWrote(accepted.chat(), id, message);
    var effect = Json.object("id", id, "phoneNumberId", number.id(), "to", customer, "type", type);
    accepted.opaque().ifPresent(opaque -> effect.put("biz_opaque_callback_data", opaque));
    effect.set("message", message);
    ledger.add("whatsapp", "send", effect);
    answer(call, message, accepted);
  }

  private void answer(Call call, ObjectNode message, Statuses.Accepted accepted)
      throws InterruptedException {
    var about = accepted.occasion();
    boolean hurried = faults.take("status-before-response", about).isPresent();
    if (hurried) {
      statuses.hurry(accepted);
    } else {
      statuses.follow(accepted);
    }
    if (faults.take("error-500-after-accept", about).isPresent()) {
      throw GraphError.of(131000).refusal();
    }
    var silent = faults.take("timeout-after-accept", about);
    if (silent.isPresent()) {
      Thread.sleep(silent.get().delay(LONGER_THAN_ANYBODY_WAITS));
      throw new ConnectionCut();
    }
    if (faults.take("cut-after-accept", about).isPresent()) {
      throw new ConnectionCut();
    }
    var slow = faults.take("slow", about);
    if (slow.isPresent()) {
      Thread.sleep(slow.get().delay(Duration.ofSeconds(2)));
    }
    var contact =
        message.has("to")
            ? Json.object("input", message.path("to"), "wa_id", accepted.customer())
            : Json.object("input", accepted.customer(), "user_id", accepted.customer());
    call.answer(
        200,
        Json.object(
            "messaging_product", "whatsapp",
            "contacts", Json.array(contact),
            "messages",
                Json.array(Json.object("id", accepted.id(), "message_status", "accepted"))));
  }

  private void content(BusinessNumber number, String type, ObjectNode message) {
    if (type.equals("template")) {
      templates.check(number.account(), message.path("template"));
    }
    var file = message.path(type).path("id");
    if (SendRules.isMedia(type) && file.isString()) {
      var found = media.find(file.stringValue());
      SendRules.require(
          found.isPresent(),
          GraphError.parameter("Media ID " + file.stringValue() + " does not exist."));
      SendRules.require(MediaRules.fits(type, found.orElseThrow().type()), GraphError.of(131053));
    }
  }

  private void refuseAsSwitchedOn(Map<String, String> about) throws InterruptedException {
    var errors =
        Map.of(
            "error-500", 131000,
            "unavailable", 131016,
            "throughput", 130429,
            "pair-rate", 131056,
            "app-rate", 4,
            "spam-rate", 131048,
            "account-locked", 131031,
            "window-closed", 131047);
    for (var error : errors.entrySet()) {
      if (faults.take(error.getKey(), about).isPresent()) {
        throw GraphError.of(error.getValue()).refusal();
      }
    }
    var silent = faults.take("timeout", about);
    if (silent.isPresent()) {
      Thread.sleep(silent.get().delay(LONGER_THAN_ANYBODY_WAITS));
      throw new ConnectionCut();
    }
  }

  private void window(BusinessNumber number, String to, String type) {
    // a customer who never wrote through here may have written before: only strict mode knows
    // better
    boolean open =
        chats.windowOpen(new Chats.Key(number.id(), to)).orElse(!settings.get().strict());
    SendRules.require(open || type.equals("template"), GraphError.of(131047));
  }

  /**
   * Brazil's ninth digit and its like: the network's spelling of a number is not always the dialled
   * one.
   */
  private static String otherSpelling(String digits) {
    return digits.length() > 5 ? digits.substring(0, 4) + digits.substring(5) : digits;
  }
}

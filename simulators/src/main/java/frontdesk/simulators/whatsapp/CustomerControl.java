package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** Playing the customers: from the phone page and from tests. */
final class CustomerControl {
  private final Numbers numbers;
  private final InboundMessages inbound;
  private final Webhooks webhooks;
  private final Chats chats;
  private final Statuses statuses;
  private final MediaStore media;
  private final ExecutorService threads;

  /** One customer's messages go out one after the other, as typed. */
  private final Map<Chats.Key, ReentrantLock> lanes = new ConcurrentHashMap<>();

  CustomerControl(
      Numbers numbers,
      InboundMessages inbound,
      Webhooks webhooks,
      Chats chats,
      Statuses statuses,
      MediaStore media,
      ExecutorService threads) {
    this.numbers = numbers;
    this.inbound = inbound;
    this.webhooks = webhooks;
    this.chats = chats;
    this.statuses = statuses;
    this.media = media;
    this.threads = threads;
  }

  void addTo(Routes routes) {
    routes.on("POST", "/control/whatsapp/messages", this::write);
    routes.on("POST", "/control/whatsapp/batch", this::batch);
    routes.on("POST", "/control/whatsapp/statuses", this::status);
    routes.on("GET", "/control/whatsapp/chats/{number}/{customer}", this::chat);
    routes.on("POST", "/control/whatsapp/chats/{number}/{customer}/read", this::read);
    routes.on("POST", "/control/whatsapp/window", this::window);
    routes.on("GET", "/control/whatsapp/media/{id}", this::file);
  }

  private void write(Call call) {
    var command = call.command();
    var number = number(command);
    var message = inbound.read(command);
    var key = new Chats.Key(number.id(), message.customer());
    chats.customerWrote(key, message.id(), message.message());
    var change = List.of(new Webhooks.Change(number, "messages", message.value(number)));
    if (command.path("wait").asBoolean(true)) {
      call.answer(200, Json.object("id", message.id(), "statuses", inTurn(key, change)));
    } else {
      threads.execute(() -> inTurn(key, change));
      call.answer(202, Json.object("id", message.id()));
    }
  }

  private List<Integer> inTurn(Chats.Key key, List<Webhooks.Change> change) {
    var lane = lanes.computeIfAbsent(key, fresh -> new ReentrantLock(true));
    lane.lock();
    try {
      return webhooks.deliver(change);
    } finally {
      lane.unlock();
    }
  }

  /** Many messages (and statuses) of many numbers in one webhook, so many times over. */
  private void batch(Call call) throws InterruptedException {
    var command = call.command();
    var changes = new ArrayList<Webhooks.Change>();
    var ids = new ArrayList<String>();
    for (var each : command.path("messages")) {
      var number = number(each);
      var message = inbound.read(Json.copy(each));
      chats.customerWrote(
          new Chats.Key(number.id(), message.customer()), message.id(), message.message());
      changes.add(new Webhooks.Change(number, "messages", message.value(number)));
      ids.add(message.id());
    }
    for (var each : command.path("statuses")) {
      var accepted = accepted(each);
      var value =
          Json.object(
              "messaging_product", "whatsapp",
              "metadata", InboundMessages.metadata(accepted.number()),
              "statuses",
                  Json.array(Statuses.json(accepted, each.path("status").asString("delivered"))));
      changes.add(new Webhooks.Change(accepted.number(), "messages", value));
    }
    int times = Math.max(1, command.path("repeat").asInt(1));
    List<Integer> answered = java.util.Collections.synchronizedList(new ArrayList<>());
    if (command.path("concurrent").asBoolean(false)) {
      var copies = new ArrayList<java.util.concurrent.Callable<Boolean>>();
      for (int i = 0; i < times; i++) {
        copies.add(() -> answered.addAll(webhooks.deliver(changes)));
      }
      threads.invokeAll(copies);
    } else {
      for (int i = 0; i < times; i++) {
        answered.addAll(webhooks.deliver(changes));
      }
    }
    call.answer(200, Json.object("ids", ids, "statuses", answered));
  }

  private void status(Call call) {
    var command = call.command();
    var accepted = accepted(command);
    int code = command.path("errorCode").asInt(0);
    if (code > 0) {
      statuses.fail(accepted, GraphError.of(code));
    } else {
      statuses.tell(accepted, command.path("status").asString("delivered"));
    }
    call.noContent();
  }

  private void chat(Call call) {
    call.answer(200, chats.json(key(call)));
  }

  /** The customer looks at the chat: everything delivered is read now. */
  private void read(Call call) {
    for (var id : chats.unread(key(call))) {
      statuses.find(id).ifPresent(message -> statuses.tell(message, "read"));
    }
    call.noContent();
  }

  private void window(Call call) {
    var command = call.command();
    var key =
        new Chats.Key(
            command.path("phoneNumberId").asString(""), command.path("customer").asString(""));
    chats.lastInbound(
        key, Instant.now().minus(Duration.ofMinutes(command.path("minutesAgo").asLong(0))));
    call.noContent();
  }

  private void file(Call call) {
    var found = media.find(call.at("id")).orElseThrow(() -> Refusal.of(404, "No such media."));
    call.answer(200, found.type(), found.bytes());
  }

  private Statuses.Accepted accepted(JsonNode command) {
    var id = command.path("id").asString("");
    return statuses
        .find(id)
        .or(
            () ->
                command.has("phoneNumberId")
                    ? java.util.Optional.of(madeUp(id, command))
                    : java.util.Optional.empty())
        .orElseThrow(
            () ->
                Refusal.of(
                    404,
                    "No accepted message has this id; name phoneNumberId and to, to make one up."));
  }

  private Statuses.Accepted madeUp(String id, JsonNode command) {
    return new Statuses.Accepted(
        id,
        number(command),
        command.path("to").asString("15550000001"),
        Json.string(command, "opaque"));
  }

  private BusinessNumber number(JsonNode command) {
    var id = command.path("phoneNumberId").asString("");
    if (id.isEmpty()) {
      throw Refusal.of(422, "\"phoneNumberId\" says which business is written to.");
    }
    return numbers.findOrAdd(id);
  }

  private static Chats.Key key(Call call) {
    return new Chats.Key(call.at("number"), call.at("customer"));
  }

  void clear() {
    lanes.clear();
  }
}

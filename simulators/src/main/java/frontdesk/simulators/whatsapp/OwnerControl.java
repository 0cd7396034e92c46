package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import java.util.List;

/** Playing the owner, who answers customers in the phone's own app beside the platform. */
final class OwnerControl {
  private final Numbers numbers;
  private final InboundMessages messages;
  private final Webhooks webhooks;
  private final Chats chats;
  private final Statuses statuses;

  OwnerControl(
      Numbers numbers,
      InboundMessages messages,
      Webhooks webhooks,
      Chats chats,
      Statuses statuses) {
    this.numbers = numbers;
    this.messages = messages;
    this.webhooks = webhooks;
    this.chats = chats;
    this.statuses = statuses;
  }

  void addTo(Routes routes) {
    routes.on("POST", "/control/whatsapp/echo", this::write);
  }

  /** The business hears of it by webhook and of its delivery by statuses, without our own id. */
  private void write(Call call) {
    var command = call.command();
    var number = numbers.findOrAdd(command.path("phoneNumberId").asString(""));
    var to = command.path("to").asString("");
    if (to.isEmpty()) {
      throw Refusal.of(422, "\"to\" is the customer whom the owner writes to.");
    }
    var echo = messages.echo(number, to, command);
    var id = echo.path("id").asString("");
    var known = new Statuses.Accepted(id, number, to, java.util.Optional.empty());
    chats.businessWrote(known.chat(), id, echo);
    statuses.remember(known);
    var value =
        Json.object(
            "messaging_product", "whatsapp",
            "metadata", InboundMessages.metadata(number),
            "message_echoes", Json.array(echo));
    var answered =
        webhooks.deliver(List.of(new Webhooks.Change(number, "smb_message_echoes", value)));
    statuses.follow(known);
    call.answer(200, Json.object("id", id, "statuses", answered));
  }
}

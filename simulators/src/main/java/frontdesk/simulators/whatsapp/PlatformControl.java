package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Playing the vendor: numbers and tokens, settings, templates, and what happens to accounts. */
final class PlatformControl {
  private final WhatsApp whatsapp;
  private final Numbers numbers;
  private final Templates templates;
  private final Webhooks webhooks;

  PlatformControl(WhatsApp whatsapp, Numbers numbers, Templates templates, Webhooks webhooks) {
    this.whatsapp = whatsapp;
    this.numbers = numbers;
    this.templates = templates;
    this.webhooks = webhooks;
  }

  void addTo(Routes routes) {
    routes.on("GET", "/control/settings", call -> call.answer(200, whatsapp.settings().json()));
    routes.on("PUT", "/control/settings", this::settings);
    routes.on("GET", "/control/numbers", this::list);
    routes.on("POST", "/control/numbers", this::add);
    routes.on("DELETE", "/control/numbers/{id}", this::remove);
    routes.on("POST", "/control/tokens/revoke", call -> token(call, numbers::revoke));
    routes.on("POST", "/control/tokens/restore", call -> token(call, numbers::restore));
    routes.on("POST", "/control/handshake", this::handshake);
    routes.on("POST", "/control/whatsapp/templates", this::template);
    routes.on("POST", "/control/whatsapp/change", this::change);
    routes.on("POST", "/control/whatsapp/raw", this::raw);
  }

  private void settings(Call call) {
    var change = call.command();
    UnaryOperator<WhatsAppSettings> with = now -> now.with(change);
    call.answer(200, whatsapp.change(with).json());
  }

  private void list(Call call) {
    call.answer(
        200, Json.object("items", numbers.all().stream().map(BusinessNumber::json).toList()));
  }

  private void add(Call call) {
    var number = BusinessNumber.of(call.command());
    if (number.id().isEmpty()) {
      throw Refusal.of(422, "\"phoneNumberId\" is missing.");
    }
    numbers.add(number);
    call.answer(201, number.json());
  }

  private void remove(Call call) {
    numbers.remove(call.at("id"));
    call.noContent();
  }

  private static void token(Call call, java.util.function.Consumer<String> change) {
    change.accept(call.command().path("accessToken").asString(""));
    call.noContent();
  }

  private void handshake(Call call) {
    var command = call.command();
    var callback = callback(command);
    var token = Json.string(command, "verifyToken").orElse(whatsapp.settings().verifyToken());
    call.answer(200, Json.object("verified", webhooks.verify(callback, token)));
  }

  /**
   * Makes a template or changes one ({@code status}, {@code category}, {@code quality}), and tells
   * by webhook what changed.
   */
  private void template(Call call) {
    var command = call.command();
    var number = number(command);
    var account = number.account();
    command.remove("phoneNumberId");
    var name = command.path("name").asString("");
    var before =
        templates.list(account).stream()
            .filter(one -> one.path("name").asString("").equals(name))
            .findFirst();
    if (before.isEmpty()) {
      call.answer(201, templates.create(account, command));
      return;
    }
    var oldCategory = before.get().path("category").asString("");
    var template = templates.change(account, name, command).orElseThrow();
    var about =
        Json.object(
            "message_template_id", template.path("id"),
            "message_template_name", name,
            "message_template_language", template.path("language"));
    if (command.has("status")) {
      tell(
          number,
          "message_template_status_update",
          Json.copy(about)
              .put("event", command.path("status").asString(""))
              .put("reason", Json.string(command, "reason").orElse("NONE")));
    }
    if (command.has("category")) {
      tell(
          number,
          "template_category_update",
          Json.copy(about)
              .put("previous_category", oldCategory)
              .put("new_category", command.path("category").asString("")));
    }
    if (command.has("quality")) {
      tell(
          number,
          "message_template_quality_update",
          Json.copy(about)
              .put("previous_quality_score", "GREEN")
              .put("new_quality_score", command.path("quality").asString("")));
    }
    call.answer(200, template);
  }

  /**
   * Any other change by its field: account_update, history, phone_number_quality_update, and so on.
   */
  private void change(Call call) {
    var command = call.command();
    if (!(command.path("value") instanceof ObjectNode value)) {
      throw Refusal.of(422, "\"value\" is the change as the webhook carries it.");
    }
    var statuses = tell(number(command), command.path("field").asString(""), value);
    call.answer(200, Json.object("statuses", statuses));
  }

  /** Posts this text as it is, signed as asked. */
  private void raw(Call call) {
    var command = call.command();
    var settings = whatsapp.settings();
    Webhooks.Signature signature;
    try {
      signature = Webhooks.Signature.valueOf(Json.string(command, "signature").orElse("GOOD"));
    } catch (IllegalArgumentException unknown) {
      throw Refusal.of(422, "signature is GOOD, BAD, MISSING, SHA1_ONLY or CHANGED_BODY.");
    }
    int status =
        webhooks.post(
            callback(command),
            settings.appSecret(),
            command.path("body").asString("").getBytes(StandardCharsets.UTF_8),
            signature);
    call.answer(200, Json.object("status", status));
  }

  private List<Integer> tell(BusinessNumber number, String field, ObjectNode value) {
    return webhooks.deliver(List.of(new Webhooks.Change(number, field, value)));
  }

  private BusinessNumber number(JsonNode command) {
    return numbers.findOrAdd(command.path("phoneNumberId").asString(""));
  }

  private String callback(JsonNode command) {
    return Json.string(command, "callback")
        .or(() -> Optional.of(whatsapp.settings().callback()))
        .filter(address -> address.matches("https?://.+"))
        .orElseThrow(
            () -> Refusal.of(422, "No callback is set: PUT /control/settings {callback}."));
  }
}

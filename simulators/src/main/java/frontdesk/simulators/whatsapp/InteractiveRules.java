package frontdesk.simulators.whatsapp;

import static frontdesk.simulators.whatsapp.SendRules.distinct;
import static frontdesk.simulators.whatsapp.SendRules.require;
import static frontdesk.simulators.whatsapp.SendRules.text;

import tools.jackson.databind.JsonNode;

/** The limits of buttons, lists and links. */
final class InteractiveRules {
  private static final int BODY = 1024;
  private static final int LIST_BODY = 4096;

  private InteractiveRules() {}

  static void check(JsonNode interactive) {
    var type = interactive.path("type").asString("");
    var body = interactive.path("body");
    require(body.isObject(), SendRules.mandatory("interactive['body']"));
    text(body, "text", 1, type.equals("list") ? LIST_BODY : BODY, "interactive['body']['text']");
    if (interactive.has("footer")) {
      text(interactive.path("footer"), "text", 1, 60, "interactive['footer']['text']");
    }
    header(interactive.path("header"));
    var action = interactive.path("action");
    require(action.isObject(), SendRules.mandatory("interactive['action']"));
    switch (type) {
      case "button" -> buttons(action.path("buttons"));
      case "list" -> list(action);
      case "cta_url" -> link(action);
      case "location_request_message", "flow", "product", "product_list" -> {}
      default ->
          throw GraphError.parameter("interactive['type'] \"" + type + "\" is not known.")
              .refusal();
    }
  }

  private static void header(JsonNode header) {
    if (header.isObject() && header.path("type").asString("").equals("text")) {
      text(header, "text", 1, 60, "interactive['header']['text']");
    }
  }

  private static void buttons(JsonNode buttons) {
    require(
        buttons.isArray() && buttons.size() >= 1 && buttons.size() <= 3,
        GraphError.value("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"));
    var ids = SendRules.none();
    var titles = SendRules.none();
    for (var button : buttons) {
      require(
          button.path("type").asString("").equals("reply"),
          GraphError.value("A button is of type reply."));
      var reply = button.path("reply");
      text(reply, "title", 1, 1000, "button title");
      require(
          reply.path("title").asString("").length() <= 20,
          GraphError.value("Button title length invalid. Min length: 1, Max length: 20"));
      text(reply, "id", 1, 256, "button id");
      distinct(ids, reply.path("id").asString(""), "button id");
      distinct(titles, reply.path("title").asString(""), "button title");
    }
  }

  private static void list(JsonNode action) {
    text(action, "button", 1, 20, "interactive['action']['button']");
    var sections = action.path("sections");
    require(
        sections.isArray() && sections.size() >= 1 && sections.size() <= 10,
        GraphError.value("Invalid sections count. Min allowed: 1, Max allowed: 10"));
    int rows = 0;
    var ids = SendRules.none();
    for (var section : sections) {
      require(
          sections.size() == 1 || section.path("title").isString(),
          GraphError.missing("A section has a title when there are several."));
      require(
          section.path("title").asString("").length() <= 24,
          SendRules.tooLong("section title", 24));
      for (var row : section.path("rows")) {
        rows++;
        text(row, "id", 1, 200, "row id");
        text(row, "title", 1, 24, "row title");
        require(
            row.path("description").asString("").length() <= 72,
            SendRules.tooLong("row description", 72));
        distinct(ids, row.path("id").asString(""), "row id");
      }
    }
    require(
        rows >= 1 && rows <= 10,
        GraphError.value("Total row count exceed max allowed count: 10, or there is none"));
  }

  private static void link(JsonNode action) {
    require(
        action.path("name").asString("").equals("cta_url"),
        GraphError.value("action['name'] is cta_url."));
    var parameters = action.path("parameters");
    text(parameters, "display_text", 1, 20, "display_text");
    require(
        parameters.path("url").asString("").matches("https?://.+"),
        GraphError.value("url is no address."));
  }
}

package frontdesk.simulators.whatsapp;

import frontdesk.simulators.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of every account, and what a message made from one must look like. */
final class Templates {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

  /** One template in one language, in the account's own JSON. */
  private record Template(String account, ObjectNode json) {
    String get(String name) {
      return json.path(name).asString("");
    }
  }

  private final List<Template> templates = new ArrayList<>();

  synchronized ObjectNode create(String account, ObjectNode asked) {
    var name = asked.path("name").asString("");
    SendRules.require(
        name.matches("[a-z0-9_]{1,512}"), GraphError.parameter("name has a-z, 0-9 and _ only."));
    SendRules.require(asked.path("language").isString(), SendRules.mandatory("language"));
    SendRules.require(
        List.of("UTILITY", "MARKETING", "AUTHENTICATION")
            .contains(asked.path("category").asString("")),
        GraphError.parameter("category is UTILITY, MARKETING or AUTHENTICATION."));
    for (var component : asked.path("components")) {
      boolean variables = VARIABLE.matcher(component.path("text").asString("")).find();
      SendRules.require(
          !variables || component.has("example"),
          GraphError.parameter("Variables need an example."));
    }
    SendRules.require(
        find(account, name, asked.path("language").asString("")).isEmpty(),
        GraphError.parameter("There is already a template of this name in this language."));
    var template = Json.copy(asked);
    template.put(
        "id",
        Long.toString(
            Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000_000_000L)));
    if (!template.has("status")) {
      template.put("status", "PENDING");
    }
    templates.add(new Template(account, template));
    return template;
  }

  synchronized List<ObjectNode> list(String account) {
    return templates.stream()
        .filter(one -> one.account().equals(account))
        .map(Template::json)
        .toList();
  }

  /** Changes what is named; empty when there is no such template. */
  synchronized Optional<ObjectNode> change(String account, String name, ObjectNode change) {
    var found =
        templates.stream()
            .filter(one -> one.account().equals(account) && one.get("name").equals(name))
            .findFirst();
    found.ifPresent(
        template ->
            change
                .properties()
                .forEach(each -> template.json().set(each.getKey(), each.getValue())));
    return found.map(Template::json);
  }

  synchronized boolean delete(String account, String name) {
    return templates.removeIf(one -> one.account().equals(account) && one.get("name").equals(name));
  }

  /**
   * Refuses a message whose template is missing, not approved, or given other parameters than it
   * has.
   */
  synchronized void check(String account, JsonNode sent) {
    var name = sent.path("name").asString("");
    var template =
        find(account, name, sent.path("language").path("code").asString(""))
            .orElseThrow(() -> GraphError.of(132001).refusal());
    switch (template.get("status")) {
      case "APPROVED" -> {}
      case "PAUSED" -> throw GraphError.of(132015).refusal();
      case "DISABLED" -> throw GraphError.of(132016).refusal();
      default -> throw GraphError.of(132001).refusal();
    }
    for (var type : List.of("header", "body")) {
      var parameters = parameters(sent, type);
      SendRules.require(variables(template, type) == parameters.size(), GraphError.of(132000));
      for (var parameter : parameters) {
        var text = parameter.path("text").asString("");
        SendRules.require(
            !text.contains("\n") && !text.contains("\t") && !text.contains("     "),
            GraphError.of(132012));
      }
    }
  }

  synchronized void clear() {
    templates.clear();
  }

  private Optional<Template> find(String account, String name, String language) {
    return templates.stream()
        .filter(one -> one.account().equals(account))
        .filter(one -> one.get("name").equals(name) && one.get("language").equals(language))
        .findFirst();
  }

  private static long variables(Template template, String type) {
    for (var component : template.json().path("components")) {
      if (component.path("type").asString("").equalsIgnoreCase(type)) {
        boolean file = !component.path("format").asString("TEXT").equals("TEXT");
        return file ? 1 : VARIABLE.matcher(component.path("text").asString("")).results().count();
      }
    }
    return 0;
  }

  private static JsonNode parameters(JsonNode sent, String type) {
    for (var component : sent.path("components")) {
      if (component.path("type").asString("").equals(type)) {
        return component.path("parameters");
      }
    }
    return Json.array();
  }
}

package frontdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Compares what the server says with what the API document says it says. */
public final class ApiShapes {

  private final JsonNode document;

  ApiShapes(JsonNode document) {
    this.document = document;
  }

  /** What is wrong with an answer; empty when it is as documented. */
  public List<String> strays(String method, String path, int status, JsonNode answer) {
    var wrong = new ArrayList<String>();
    operation(method, path.split("\\?")[0])
        .ifPresent(
            operation -> {
              var response = operation.path("responses").path(String.valueOf(status));
              if (status < 300 && response.isMissingNode()) {
                wrong.add("status " + status + " is not documented");
              }
              var schema = response.path("content").path("application/json").path("schema");
              if (!schema.isMissingNode()) {
                check(schema, answer, "answer", wrong);
              }
            });
    return wrong;
  }

  /** The same for what an event of a stream carries. */
  public List<String> strays(String stream, String event, JsonNode data) {
    var schema =
        operation("GET", stream)
            .orElseThrow()
            .at("/responses/200/content/text~1event-stream/schema/properties")
            .path(event);
    var wrong = new ArrayList<String>();
    if (schema.isMissingNode()) {
      wrong.add(event + " is not documented");
    }
    check(schema, data, event, wrong);
    return wrong;
  }

  private Optional<JsonNode> operation(String method, String path) {
    return document
        .path("paths")
        .propertyStream()
        .filter(known -> path.equals(known.getKey()) || matches(known.getKey(), path))
        // a fixed name goes before a variable one
        .min((a, b) -> Boolean.compare(a.getKey().contains("{"), b.getKey().contains("{")))
        .map(known -> known.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(JsonNode::isObject);
  }

  private static boolean matches(String template, String path) {
    return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> wrong) {
    if (schema.has("$ref")) {
      check(document.at(schema.path("$ref").asString().substring(1)), value, at, wrong);
      return;
    }
    for (var kind : List.of("anyOf", "oneOf")) {
      if (schema.has(kind) && schema.path(kind).valueStream().noneMatch(s -> fits(s, value))) {
        wrong.add(at + " is none of what it may be: " + value);
      }
    }
    if (schema.has("type") && !isOfType(schema.path("type"), value)) {
      wrong.add(at + " is no " + schema.path("type") + ": " + value);
      return;
    }
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      wrong.add(at + " is none of " + schema.path("enum") + ": " + value);
    }
    if (value.isArray()) {
      IntStream.range(0, value.size())
          .forEach(i -> check(schema.path("items"), value.get(i), at + "." + i, wrong));
    }
    if (value.isObject() && schema.has("type")) {
      checkFields(schema, value, at, wrong);
    }
  }

  private void checkFields(JsonNode schema, JsonNode value, String at, List<String> wrong) {
    schema
        .path("required")
        .valueStream()
        .map(JsonNode::asString)
        .filter(name -> !value.has(name))
        .forEach(name -> wrong.add(at + "." + name + " is missing"));
    value
        .propertyStream()
        .forEach(
            field -> {
              var name = at + "." + field.getKey();
              if (schema.path("properties").has(field.getKey())) {
                check(
                    schema.path("properties").path(field.getKey()), field.getValue(), name, wrong);
              } else if (!schema.has("additionalProperties")) {
                wrong.add(name + " is not documented");
              }
            });
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    var wrong = new ArrayList<String>();
    check(schema, value, "", wrong);
    return wrong.isEmpty();
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    return type.isArray()
        ? type.valueStream().anyMatch(one -> isOfType(one, value))
        : switch (type.asString()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isString();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          default -> value.isNull();
        };
  }
}

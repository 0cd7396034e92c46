package frontdesk.simulators.wire;

import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON in and out. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private static final JsonMapper ESCAPING =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build();

  private Json() {}

  public static JsonNode read(byte[] bytes) {
    return MAPPER.readTree(bytes);
  }

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  public static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  public static String text(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** As Meta writes it: everything outside ASCII, and the slash, as an escape. */
  public static byte[] escapedBytes(JsonNode node) {
    return ESCAPING.writeValueAsBytes(node);
  }

  /** An object of name, value, name, value; an empty {@link Optional} leaves its name out. */
  public static ObjectNode object(Object... pairs) {
    var object = MAPPER.createObjectNode();
    for (int i = 0; i < pairs.length; i += 2) {
      var value = pairs[i + 1] instanceof Optional<?> maybe ? maybe.orElse(null) : pairs[i + 1];
      if (value != null) {
        object.set((String) pairs[i], node(value));
      }
    }
    return object;
  }

  public static ArrayNode array(Object... values) {
    var array = MAPPER.createArrayNode();
    for (var value : values) {
      array.add(node(value));
    }
    return array;
  }

  public static ArrayNode array(Collection<?> values) {
    return array(values.toArray());
  }

  public static ObjectNode copy(JsonNode object) {
    return (ObjectNode) object.deepCopy();
  }

  /** The text under a name; empty when it is not there or is no text. */
  public static Optional<String> string(JsonNode object, String name) {
    var value = object.path(name);
    return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  private static JsonNode node(Object value) {
    return switch (value) {
      case JsonNode node -> node;
      case Collection<?> values -> array(values);
      default -> MAPPER.valueToTree(value);
    };
  }
}

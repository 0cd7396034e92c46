package frontdesk.simulators.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One HTTP request being answered. */
public final class Call {
  private final HttpExchange exchange;
  private final Map<String, String> variables;
  private final Map<String, String> query;
  private final byte[] body;

  Call(HttpExchange exchange, Map<String, String> variables) throws IOException {
    this.exchange = exchange;
    this.variables = variables;
    this.query = parse(exchange.getRequestURI().getRawQuery());
    this.body = exchange.getRequestBody().readAllBytes();
  }

  /** The part of the path that stands for a name of the route. */
  public String at(String name) {
    return variables.getOrDefault(name, "");
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  public Optional<String> bearer() {
    return header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(value -> value.substring(7).strip())
        .filter(token -> !token.isEmpty());
  }

  public String method() {
    return exchange.getRequestMethod();
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  public byte[] body() {
    return body;
  }

  /** The body as a JSON object; empty when it is anything else. */
  public Optional<ObjectNode> object() {
    try {
      return Json.read(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** The body of a control call. */
  public ObjectNode command() {
    return object().orElseThrow(() -> Refusal.of(400, "The body is a JSON object."));
  }

  public void answerHeader(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  public void answer(int status, JsonNode json) {
    answer(status, "application/json; charset=utf-8", Json.bytes(json));
  }

  public void answer(int status, String type, byte[] bytes) {
    try {
      answerHeader("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  public void noContent() {
    answer(204, "text/plain", new byte[0]);
  }

  /** Starts an answer of unknown length. */
  public OutputStream stream(String type) {
    try {
      answerHeader("Content-Type", type);
      answerHeader("Cache-Control", "no-cache");
      exchange.sendResponseHeaders(200, 0);
      return exchange.getResponseBody();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Map<String, String> parse(@Nullable String raw) {
    var values = new HashMap<String, String>();
    if (raw != null) {
      for (var pair : raw.split("&")) {
        var parts = pair.split("=", 2);
        values.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
      }
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

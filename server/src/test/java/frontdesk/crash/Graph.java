package frontdesk.crash;

import frontdesk.simulators.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated Graph API, which outlives the server: it posts a customer's message until that is
 * answered 200, and its ledger is what really reached the customers.
 */
final class Graph implements AutoCloseable {

  static final String SECRET = "crash-app-secret";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Simulators simulators;
  private final HttpClient http = HttpClient.newHttpClient();

  Graph(int serverPort, int statusDelayMs) {
    try {
      simulators = Simulators.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    control(
        "PUT",
        "settings",
        Map.of(
            "callback",
            "http://127.0.0.1:" + serverPort + "/webhook/meta",
            "appSecret",
            SECRET,
            "statusDelayMs",
            statusDelayMs,
            "retryDelayMs",
            200,
            "retryLimit",
            40));
  }

  String url() {
    return simulators.baseUrl();
  }

  /** The customer writes; the webhook goes its way meanwhile. */
  String write(String number, String from, String text) {
    return control(
            "POST",
            "whatsapp/messages",
            Map.of(
                "phoneNumberId",
                number,
                "from",
                from,
                "name",
                "Ana Rossi",
                "text",
                text,
                "wait",
                false))
        .path("id")
        .asString();
  }

  void fault(String name) {
    control("POST", "faults", Map.of("name", name, "times", 1));
  }

  void noFaults() {
    control("DELETE", "faults", Map.of());
  }

  void delivered(String externalId) {
    control("POST", "whatsapp/statuses", Map.of("id", externalId, "status", "delivered"));
  }

  /** What the vendor took for its customers: {@code {id, to, …}}. */
  Stream<JsonNode> sends() {
    return control("GET", "ledger?kind=send", Map.of())
        .path("items")
        .valueStream()
        .map(item -> item.path("data"));
  }

  long repeatedWebhooks() {
    return control("GET", "ledger?kind=webhook", Map.of())
        .path("items")
        .valueStream()
        .filter(item -> item.path("data").path("attempt").asString().startsWith("retry"))
        .count();
  }

  private JsonNode control(String method, String path, Object body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url() + "/control/" + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  method.equals("GET")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    simulators.close();
  }
}

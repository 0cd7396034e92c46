package frontdesk.agent;

import frontdesk.agent.models.OutsideModels;
import frontdesk.settings.Settings;
import frontdesk.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated model servers, driven over HTTP as anybody would. */
final class Simulated implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern PROPOSAL = Pattern.compile("proposal\\W+([0-9a-f-]{36})");

  private final Simulators simulators;
  private final HttpClient http = HttpClient.newHttpClient();

  Simulated() {
    try {
      simulators = Simulators.start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The chain of these names, each pointed at its simulator. */
  OutsideModels models(String chain) {
    return new OutsideModels(new Settings(settings(chain)::get));
  }

  Map<String, String> settings(String chain) {
    var base = simulators.baseUrl();
    return Map.of(
        "FRONTDESK_MODEL_CHAIN",
        chain,
        "FRONTDESK_OPENAI_API_KEY",
        "k",
        "FRONTDESK_OPENAI_BASE_URL",
        base + "/openai/v1",
        "FRONTDESK_ANTHROPIC_API_KEY",
        "k",
        "FRONTDESK_ANTHROPIC_BASE_URL",
        base + "/anthropic/v1",
        "FRONTDESK_GEMINI_API_KEY",
        "k",
        "FRONTDESK_GEMINI_BASE_URL",
        base + "/gemini/v1beta");
  }

  void reset() {
    post("/control/reset", Map.of());
  }

  @SafeVarargs
  final void script(Map<String, Object>... steps) {
    post("/control/script", Map.of("steps", List.of(steps)));
  }

  void script(List<Map<String, Object>> steps) {
    post("/control/script", Map.of("steps", steps));
  }

  /** After those that are there. */
  void append(List<Map<String, Object>> steps) {
    post("/control/script", Map.of("steps", steps, "append", true));
  }

  /** Lets the receptionist work, who understands these talks. */
  void talks(JsonNode notes) {
    post("/control/script", Map.of("steps", List.of(), "talks", notes));
  }

  void delegate(String address) {
    post("/control/script", Map.of("steps", List.of(), "delegate", address));
  }

  void fault(String name, Map<String, Object> more) {
    var fault = new java.util.HashMap<>(more);
    fault.put("name", "model-" + name);
    post("/control/faults", fault);
  }

  /** What the model servers were asked. */
  List<JsonNode> requests() {
    var items = get("/control/ledger?kind=request").path("items");
    return items.valueStream().toList();
  }

  /** The id of the proposal that the last tool answer named. */
  String lastProposal() {
    return PROPOSAL
        .matcher(requests().getLast().toString())
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no tool has answered with a proposal"));
  }

  JsonNode refused() {
    return get("/control/ledger?kind=refused").path("items");
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(simulators.baseUrl() + path)).GET());
  }

  private void post(String path, Object body) {
    send(
        HttpRequest.newBuilder(URI.create(simulators.baseUrl() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
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

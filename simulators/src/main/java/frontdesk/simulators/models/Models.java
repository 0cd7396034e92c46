package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.ConnectionCut;
import frontdesk.simulators.wire.Faults;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Ledger;
import frontdesk.simulators.wire.Refusal;
import frontdesk.simulators.wire.Routes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The three model servers and the script that they answer from. */
public final class Models {
  private static final Answer UNSCRIPTED =
      Answer.saying(
          "Thank you for your message. Could you tell me a little more about what you need?");

  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(60);

  private final Script script = new Script();
  private final JsonNode first;
  private final Faults faults;
  private final Ledger ledger;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param first the script to begin with, and to go back to
   */
  public Models(Faults faults, Ledger ledger, Routes routes, JsonNode first) {
    this.faults = faults;
    this.ledger = ledger;
    this.first = first;
    script.load(first);
    know(faults);
    routes.on("GET", "/control/script", call -> call.answer(200, script.json()));
    routes.on("POST", "/control/script", this::load);
    routes.on(
        "DELETE",
        "/control/script",
        call -> {
          clear();
          call.noContent();
        });
    serve(routes, "/openai/", new OpenAi());
    serve(routes, "/anthropic/", new Anthropic());
    serve(routes, "/gemini/", new Gemini());
  }

  public void clear() {
    script.load(first);
  }

  private void load(Call call) {
    script.load(call.command());
    call.answer(200, script.json());
  }

  private void serve(Routes routes, String prefix, Wire wire) {
    for (var path : wire.paths()) {
      routes.on("POST", path, call -> converse(call, wire));
    }
    routes.below(
        prefix,
        call -> {
          throw wire.error(404, "not_found", "No such path: " + call.method() + " " + call.path());
        });
  }

  private void converse(Call call, Wire wire) throws IOException, InterruptedException {
    var provider = wire.provider();
    var about = Map.of("provider", provider);
    try {
      if (wire.key(call).isEmpty() || faults.take("model-auth", about).isPresent()) {
        throw wire.error(401, "authentication", "The API key is missing or wrong.");
      }
      var body =
          call.object()
              .orElseThrow(() -> wire.error(400, "invalid_request", "The body is no JSON object."));
      var turn = wire.read(call, body);
      var answer = disturbed(decide(turn), turn);
      ledger.add(
          provider,
          "request",
          Json.object(
              "model", turn.model(),
              "lastUser", turn.lastUser(),
              "round", turn.results().size(),
              "stream", turn.stream(),
              "answer", answer.text(),
              "calls",
                  answer.calls().stream()
                      .map(one -> Json.object("name", one.name(), "arguments", one.arguments()))
                      .toList(),
              "fault", answer.fault(),
              "request", body));
      say(call, wire, turn, answer);
    } catch (Refusal refusal) {
      ledger.add(
          provider, "refused", Json.object("status", refusal.status(), "body", refusal.body()));
      throw refusal;
    }
  }

  private Answer decide(Turn turn) throws IOException, InterruptedException {
    var scripted = script.answer(turn);
    if (scripted.isPresent()) {
      return scripted.get();
    }
    var delegate = script.delegate();
    if (delegate.isEmpty()) {
      return UNSCRIPTED;
    }
    var request =
        HttpRequest.newBuilder(URI.create(delegate.get()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(turn.json())))
            .build();
    return Answer.of(Json.read(client.send(request, BodyHandlers.ofByteArray()).body()));
  }

  /** The answer as the switched-on faults leave it. */
  private Answer disturbed(Answer answer, Turn turn) {
    var about = Map.of("provider", turn.provider(), "model", turn.model());
    for (var name : ModelFaults.OF_THE_WIRE) {
      var fault = faults.take("model-" + name, about);
      if (fault.isPresent()) {
        return answer.failing(name, fault.get().delay(delayOf(name)));
      }
    }
    for (var change : ModelFaults.OF_THE_ANSWER.entrySet()) {
      if (faults.take("model-" + change.getKey(), about).isPresent()) {
        return change.getValue().apply(answer, turn);
      }
    }
    return answer;
  }

  private static Duration delayOf(String fault) {
    return switch (fault) {
      case "slow" -> Duration.ofSeconds(2);
      case "timeout", "stall" -> LONGER_THAN_ANYBODY_WAITS;
      default -> Duration.ZERO;
    };
  }

  private static void say(Call call, Wire wire, Turn turn, Answer answer)
      throws IOException, InterruptedException {
    var refusal = answer.fault().flatMap(fault -> wire.refusal(call, fault));
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    if (answer.fails("timeout")) {
      Thread.sleep(answer.firstDelay().isZero() ? LONGER_THAN_ANYBODY_WAITS : answer.firstDelay());
      throw new ConnectionCut();
    }
    if (answer.fails("cut") && !turn.stream()) {
      throw new ConnectionCut();
    }
    boolean waits = !answer.fails("stall");
    if (waits && answer.firstDelay().isPositive()) {
      Thread.sleep(answer.firstDelay());
    }
    if (turn.stream()) {
      var stream = new EventStream(call, answer);
      wire.stream(stream, turn, answer);
      stream.end();
    } else {
      call.answer(200, wire.whole(turn, answer));
    }
  }

  private static void know(Faults faults) {
    faults.know("model-auth", "the key is refused in the provider's own way");
    ModelFaults.OF_THE_WIRE.forEach(
        name -> faults.know("model-" + name, ModelFaults.SAID.getOrDefault(name, name)));
    ModelFaults.OF_THE_ANSWER
        .keySet()
        .forEach(name -> faults.know("model-" + name, ModelFaults.SAID.getOrDefault(name, name)));
  }

  /** The texts of a system message or of a message's parts. */
  static String texts(JsonNode content, String name) {
    if (content.isString()) {
      return content.stringValue();
    }
    List<String> found = new java.util.ArrayList<>();
    for (var part : content) {
      Json.string(part, name).ifPresent(found::add);
    }
    return String.join("\n", found);
  }
}

package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /gemini/v1beta/models/{model}:generateContent} and its streaming sister. */
final class Gemini implements Wire {
  @Override
  public String provider() {
    return "gemini";
  }

  @Override
  public List<String> paths() {
    return List.of(
        "/gemini/v1beta/models/{model}:generateContent",
        "/gemini/v1beta/models/{model}:streamGenerateContent");
  }

  @Override
  public Optional<String> key(Call call) {
    return call.header("x-goog-api-key").or(() -> call.query("key"));
  }

  @Override
  public Turn read(Call call, ObjectNode body) {
    boolean stream = call.path().endsWith(":streamGenerateContent");
    require(
        !stream || call.query("alt").filter("sse"::equals).isPresent(),
        "Only alt=sse is played here.");
    require(
        body.path("contents").isArray() && !body.path("contents").isEmpty(),
        "contents is not specified");
    var lastUser = "";
    var talk = new ArrayList<Turn.Said>();
    List<String> waiting = new ArrayList<>();
    List<Turn.Result> results = new ArrayList<>();
    for (var content : body.path("contents")) {
      var role = content.path("role").asString("user");
      require(
          Set.of("user", "model", "function").contains(role),
          "Please use a valid role: user, model.");
      var words = new ArrayList<String>();
      for (var part : content.path("parts")) {
        if (part.has("functionCall")) {
          require(role.equals("model"), "functionCall belongs to the model.");
          require(
              !waiting.isEmpty() || part.has("thoughtSignature"),
              "Function call is missing a thought_signature in functionCall parts.");
          waiting.add(part.path("functionCall").path("name").asString(""));
        } else if (part.has("functionResponse")) {
          var response = part.path("functionResponse");
          var name = response.path("name").asString("");
          require(
              waiting.remove(name), "functionResponse \"" + name + "\" answers no functionCall.");
          require(response.path("response").isObject(), "functionResponse.response is an object.");
          results.add(new Turn.Result(name, told(response.path("response"))));
        } else if (part.path("text").isString()) {
          words.add(part.path("text").stringValue());
        }
      }
      if (!words.isEmpty()) {
        talk.add(new Turn.Said(role.equals("user"), String.join("\n", words)));
      }
      if (role.equals("user") && !words.isEmpty()) {
        require(waiting.isEmpty(), unanswered());
        lastUser = String.join("\n", words);
        results = new ArrayList<>();
      }
    }
    require(waiting.isEmpty(), unanswered());
    Set<String> tools = new HashSet<>();
    for (var tool : body.path("tools")) {
      for (var function : tool.path("functionDeclarations")) {
        tools.add(function.path("name").asString(""));
      }
    }
    var system = Models.texts(body.path("systemInstruction").path("parts"), "text");
    return new Turn(
        provider(), call.at("model"), system, talk, lastUser, tools, results, stream, body);
  }

  private static String unanswered() {
    return "Please ensure that the number of function response parts is equal to the number of"
        + " function call parts of the function call turn.";
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      throw error(400, "INVALID_ARGUMENT", otherwise);
    }
  }

  @Override
  public Optional<Refusal> refusal(Call call, String fault) {
    return Optional.ofNullable(
        switch (fault) {
          case "429" -> exhausted("Resource has been exhausted (e.g. check quota).", "1s");
          case "quota" ->
              exhausted(
                  "You exceeded your current quota, please check your plan and billing details.",
                  "86400s");
          case "500" -> error(500, "INTERNAL", "An internal error has occurred.");
          case "503", "529" ->
              error(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
          case "context-overflow" ->
              error(
                  400,
                  "INVALID_ARGUMENT",
                  "The input token count exceeds the maximum number of tokens allowed.");
          default -> null;
        });
  }

  private static Refusal exhausted(String message, String retry) {
    var details =
        Json.array(
            Json.object("@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", retry));
    return new Refusal(
        429,
        Json.object(
            "error",
            Json.object(
                "code",
                429,
                "message",
                message,
                "status",
                "RESOURCE_EXHAUSTED",
                "details",
                details)));
  }

  @Override
  public Refusal error(int status, String type, String message) {
    return switch (status) {
      // a wrong key is a bad request here
      case 401 ->
          envelope(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.");
      case 404 -> envelope(404, "NOT_FOUND", message);
      case 400 -> envelope(400, "INVALID_ARGUMENT", message);
      default -> envelope(status, type, message);
    };
  }

  private static Refusal envelope(int status, String name, String message) {
    return new Refusal(
        status,
        Json.object("error", Json.object("code", status, "message", message, "status", name)));
  }

  @Override
  public JsonNode whole(Turn turn, Answer answer) {
    var parts = Json.array();
    if (!answer.thinking().isEmpty()) {
      parts.add(Json.object("text", answer.thinking(), "thought", true));
    }
    if (!answer.text().isEmpty()) {
      parts.add(Json.object("text", answer.text()));
    }
    calls(answer).forEach(parts::add);
    var whole = frame(turn);
    whole.set("candidates", Json.array(candidate(parts, Optional.of(finish(answer)))));
    whole.set("usageMetadata", usage(turn, answer));
    return whole;
  }

  @Override
  public void stream(EventStream out, Turn turn, Answer answer)
      throws IOException, InterruptedException {
    var error =
        Json.object(
            "error",
            Json.object(
                "code", 503, "message", "The model is overloaded.", "status", "UNAVAILABLE"));
    var frame = frame(turn);
    var parts = new ArrayList<ObjectNode>();
    if (!answer.thinking().isEmpty()) {
      parts.add(Json.object("text", answer.thinking(), "thought", true));
    }
    answer.textPieces().forEach(piece -> parts.add(Json.object("text", piece)));
    parts.addAll(calls(answer));
    for (var part : parts) {
      var chunk = Json.copy(frame);
      chunk.set("candidates", Json.array(candidate(Json.array(part), Optional.empty())));
      out.piece("", chunk, error);
    }
    out.beforeTheEnd(error);
    var last = Json.copy(frame);
    last.set("candidates", Json.array(candidate(Json.array(), Optional.of(finish(answer)))));
    last.set("usageMetadata", usage(turn, answer));
    out.event("", last);
  }

  private static ObjectNode frame(Turn turn) {
    return Json.object("modelVersion", turn.model(), "responseId", UUID.randomUUID().toString());
  }

  private static ObjectNode candidate(JsonNode parts, Optional<String> finish) {
    return Json.object(
        "content",
        Json.object("role", "model", "parts", parts),
        "finishReason",
        finish,
        "index",
        0);
  }

  private static List<ObjectNode> calls(Answer answer) {
    var parts = new ArrayList<ObjectNode>();
    for (var call : answer.calls()) {
      var part =
          Json.object(
              "functionCall",
              Json.object("name", call.name(), "args", call.object().orElseGet(Json::object)));
      if (parts.isEmpty()) {
        // only the first of parallel calls carries it
        part.put("thoughtSignature", "c2lnbmF0dXJl");
      }
      parts.add(part);
    }
    return parts;
  }

  private static String finish(Answer answer) {
    if (answer.fails("malformed-call")) {
      return "MALFORMED_FUNCTION_CALL";
    }
    return switch (answer.finish()) {
      case LENGTH -> "MAX_TOKENS";
      case FILTER -> "SAFETY";
      case STOP -> "STOP";
    };
  }

  private static ObjectNode usage(Turn turn, Answer answer) {
    return Json.object(
        "promptTokenCount", turn.promptTokens(),
        "candidatesTokenCount", answer.completionTokens() - answer.reasoningTokens(),
        "thoughtsTokenCount", answer.reasoningTokens(),
        "cachedContentTokenCount", answer.cachedTokens(),
        "totalTokenCount", turn.promptTokens() + answer.completionTokens());
  }

  /** Clients that have only text to tell wrap it in an object of one field. */
  private static String told(JsonNode response) {
    var wrapped = response.path("response");
    return response.size() == 1 && wrapped.isString() ? wrapped.stringValue() : Json.text(response);
  }
}

package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /openai/v1/chat/completions}. */
final class OpenAi implements Wire {
  private static final Set<String> PARAMETERS =
      Set.of(
          "model",
          "messages",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "stream",
          "stream_options",
          "temperature",
          "top_p",
          "max_tokens",
          "max_completion_tokens",
          "n",
          "stop",
          "seed",
          "user",
          "response_format",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "store",
          "metadata",
          "service_tier",
          "prompt_cache_key",
          "prompt_cache_retention",
          "safety_identifier",
          "reasoning_effort",
          "verbosity",
          "modalities",
          "audio",
          "prediction",
          "web_search_options",
          "functions",
          "function_call");

  @Override
  public String provider() {
    return "openai";
  }

  @Override
  public List<String> paths() {
    return List.of("/openai/v1/chat/completions");
  }

  @Override
  public Optional<String> key(Call call) {
    return call.bearer();
  }

  @Override
  public Turn read(Call call, ObjectNode body) {
    for (var name : body.propertyNames()) {
      require(PARAMETERS.contains(name), "Unrecognized request argument supplied: " + name);
    }
    require(body.path("model").isString(), "you must provide a model parameter");
    require(
        body.path("messages").isArray() && !body.path("messages").isEmpty(),
        "'messages' is missing or empty.");
    var model = body.path("model").asString("");
    boolean reasoning = model.matches("(o\\d|gpt-5).*");
    require(
        !reasoning || !body.has("max_tokens"),
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
            + " 'max_completion_tokens' instead.");
    require(
        !reasoning || body.path("temperature").asDouble(1) == 1,
        "Unsupported value: 'temperature' does not support this value with this model.");
    return conversation(body, model);
  }

  private Turn conversation(ObjectNode body, String model) {
    var system = new ArrayList<String>();
    var talk = new ArrayList<Turn.Said>();
    var lastUser = "";
    Map<String, String> waiting = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    List<Turn.Result> results = new ArrayList<>();
    for (var message : body.path("messages")) {
      var role = message.path("role").asString("");
      if (role.equals("tool")) {
        var id = message.path("tool_call_id").asString("");
        require(
            waiting.remove(id) != null,
            "messages with role 'tool' must be a response to a preceding message with 'tool_calls':"
                + " "
                + id);
        results.add(
            new Turn.Result(
                names.getOrDefault(id, ""), Models.texts(message.path("content"), "text")));
        continue;
      }
      require(waiting.isEmpty(), unanswered(waiting));
      switch (role) {
        case "system", "developer" -> system.add(Models.texts(message.path("content"), "text"));
        case "user" -> {
          lastUser = Models.texts(message.path("content"), "text");
          talk.add(new Turn.Said(true, lastUser));
          results = new ArrayList<>();
        }
        case "assistant" -> {
          talk.add(new Turn.Said(false, Models.texts(message.path("content"), "text")));
          for (var call : message.path("tool_calls")) {
            var id = call.path("id").asString("");
            require(
                call.path("function").path("arguments").isString(),
                "'arguments' is a string of JSON.");
            waiting.put(id, id);
            names.put(id, call.path("function").path("name").asString(""));
          }
        }
        default ->
            throw error(400, "invalid_request_error", "Invalid value: '" + role + "' for a role.");
      }
    }
    require(waiting.isEmpty(), unanswered(waiting));
    Set<String> tools = new HashSet<>();
    for (var tool : body.path("tools")) {
      var name = tool.path("function").path("name").asString("");
      require(
          name.matches("[a-zA-Z0-9_-]{1,64}"),
          "A tool's name has a-z, A-Z, 0-9, _ and -: \"" + name + "\"");
      tools.add(name);
    }
    boolean stream = body.path("stream").asBoolean(false);
    return new Turn(
        provider(), model, String.join("\n", system), talk, lastUser, tools, results, stream, body);
  }

  private static String unanswered(Map<String, String> waiting) {
    return "An assistant message with 'tool_calls' must be followed by tool messages responding to"
        + " each 'tool_call_id'. The following tool_call_ids did not have response messages:"
        + " "
        + String.join(", ", waiting.keySet());
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      throw error(400, "invalid_request_error", otherwise);
    }
  }

  @Override
  public Optional<Refusal> refusal(Call call, String fault) {
    return Optional.ofNullable(
        switch (fault) {
          case "429" -> {
            call.answerHeader("retry-after", "1");
            call.answerHeader("x-ratelimit-remaining-requests", "0");
            yield coded(429, "requests", "rate_limit_exceeded", "Rate limit reached for requests");
          }
          case "quota" ->
              coded(
                  429,
                  "insufficient_quota",
                  "insufficient_quota",
                  "You exceeded your current quota, please check your plan and billing details.");
          case "500" ->
              error(500, "server_error", "The server had an error while processing your request.");
          case "503", "529" ->
              error(
                  503,
                  "server_error",
                  "The engine is currently overloaded, please try again later.");
          case "context-overflow" ->
              coded(
                  400,
                  "invalid_request_error",
                  "context_length_exceeded",
                  "This model's maximum context length is 128000 tokens.");
          default -> null;
        });
  }

  @Override
  public Refusal error(int status, String type, String message) {
    return switch (status) {
      case 401 ->
          coded(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided.");
      case 404 -> coded(404, "invalid_request_error", "unknown_url", message);
      default ->
          new Refusal(status, Json.object("error", errorBody(message, type, Optional.empty())));
    };
  }

  private static Refusal coded(int status, String type, String code, String message) {
    return new Refusal(status, Json.object("error", errorBody(message, type, Optional.of(code))));
  }

  private static ObjectNode errorBody(String message, String type, Optional<String> code) {
    var body = Json.object("message", message, "type", type);
    body.putNull("param");
    code.ifPresentOrElse(known -> body.put("code", known), () -> body.putNull("code"));
    return body;
  }

  @Override
  public JsonNode whole(Turn turn, Answer answer) {
    var message = Json.object("role", "assistant");
    if (answer.text().isEmpty()) {
      message.putNull("content");
    } else {
      message.put("content", answer.text());
    }
    message.putNull("refusal");
    if (!answer.calls().isEmpty()) {
      message.set("tool_calls", calls(answer));
    }
    return frame("chat.completion", turn)
        .put("system_fingerprint", "fp_simulated")
        .<ObjectNode>set(
            "choices",
            Json.array(
                Json.object("index", 0, "message", message, "finish_reason", finish(answer))))
        .set("usage", usage(turn, answer));
  }

  @Override
  public void stream(EventStream out, Turn turn, Answer answer)
      throws IOException, InterruptedException {
    var error =
        Json.object(
            "error", errorBody("The server had an error.", "server_error", Optional.empty()));
    var frame = frame("chat.completion.chunk", turn);
    out.event("", chunk(frame, Json.object("role", "assistant", "content", ""), Optional.empty()));
    for (var piece : answer.textPieces()) {
      out.piece("", chunk(frame, Json.object("content", piece), Optional.empty()), error);
    }
    var calls = calls(answer);
    for (int i = 0; i < calls.size(); i++) {
      var call = Json.copy(calls.get(i));
      var arguments = answer.calls().get(i).arguments();
      ((ObjectNode) call.path("function")).put("arguments", "");
      call.put("index", i);
      out.piece(
          "", chunk(frame, Json.object("tool_calls", Json.array(call)), Optional.empty()), error);
      for (var piece : answer.pieces(arguments)) {
        var more = Json.object("index", i, "function", Json.object("arguments", piece));
        out.piece(
            "", chunk(frame, Json.object("tool_calls", Json.array(more)), Optional.empty()), error);
      }
    }
    out.beforeTheEnd(error);
    out.event("", chunk(frame, Json.object(), Optional.of(finish(answer))));
    if (turn.body().path("stream_options").path("include_usage").asBoolean(false)) {
      var last = Json.copy(frame);
      last.set("choices", Json.array());
      last.set("usage", usage(turn, answer));
      out.event("", last);
    }
    out.line("[DONE]");
  }

  private static ObjectNode frame(String object, Turn turn) {
    return Json.object(
        "id",
        "chatcmpl-" + UUID.randomUUID(),
        "object",
        object,
        "created",
        Instant.now().getEpochSecond(),
        "model",
        turn.model());
  }

  private static ObjectNode chunk(ObjectNode frame, ObjectNode delta, Optional<String> finish) {
    var choice = Json.object("index", 0, "delta", delta);
    finish.ifPresentOrElse(
        reason -> choice.put("finish_reason", reason), () -> choice.putNull("finish_reason"));
    var chunk = Json.copy(frame);
    chunk.set("choices", Json.array(choice));
    return chunk;
  }

  private static ArrayNode calls(Answer answer) {
    var calls = Json.array();
    for (var call : answer.calls()) {
      calls.add(
          Json.object(
              "id",
              "call_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24),
              "type",
              "function",
              "function",
              Json.object("name", call.name(), "arguments", call.arguments())));
    }
    return calls;
  }

  private static String finish(Answer answer) {
    return switch (answer.finish()) {
      case LENGTH -> "length";
      case FILTER -> "content_filter";
      case STOP -> answer.calls().isEmpty() ? "stop" : "tool_calls";
    };
  }

  private static ObjectNode usage(Turn turn, Answer answer) {
    return Json.object(
        "prompt_tokens", turn.promptTokens(),
        "completion_tokens", answer.completionTokens(),
        "total_tokens", turn.promptTokens() + answer.completionTokens(),
        "prompt_tokens_details",
            Json.object("cached_tokens", answer.cachedTokens(), "audio_tokens", 0),
        "completion_tokens_details", Json.object("reasoning_tokens", answer.reasoningTokens()));
  }
}

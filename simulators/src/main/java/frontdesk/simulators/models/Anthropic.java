package frontdesk.simulators.models;

import frontdesk.simulators.wire.Call;
import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /anthropic/v1/messages}. */
final class Anthropic implements Wire {
  @Override
  public String provider() {
    return "anthropic";
  }

  @Override
  public List<String> paths() {
    return List.of("/anthropic/v1/messages");
  }

  @Override
  public Optional<String> key(Call call) {
    return call.header("x-api-key");
  }

  @Override
  public Turn read(Call call, ObjectNode body) {
    require(call.header("anthropic-version").isPresent(), "anthropic-version: header is required");
    var model = body.path("model").asString("");
    require(!model.isEmpty(), "model: Field required");
    require(body.path("max_tokens").asInt(0) > 0, "max_tokens: Field required");
    require(
        body.path("messages").isArray() && !body.path("messages").isEmpty(),
        "messages: at least one is required");
    boolean adaptive = model.matches("claude-(opus|sonnet)-(4-[7-9]|[5-9]).*");
    for (var name : List.of("temperature", "top_p", "top_k")) {
      require(!adaptive || !body.has(name), "`" + name + "` is not supported by this model");
    }
    require(
        !adaptive || !body.path("thinking").path("type").asString("").equals("enabled"),
        "thinking.type: this model takes adaptive thinking only");
    return conversation(body, model);
  }

  private Turn conversation(ObjectNode body, String model) {
    var lastUser = "";
    var talk = new ArrayList<Turn.Said>();
    Set<String> waiting = new LinkedHashSet<>();
    Map<String, String> names = new HashMap<>();
    List<Turn.Result> results = new ArrayList<>();
    boolean first = true;
    for (var message : body.path("messages")) {
      var role = message.path("role").asString("");
      require(!first || role.equals("user"), "messages: first message must use the \"user\" role");
      first = false;
      var content = message.path("content");
      if (role.equals("assistant")) {
        require(waiting.isEmpty(), unanswered(waiting));
        thinkingIsSigned(content);
        talk.add(new Turn.Said(false, Models.texts(content, "text")));
        for (var block : content) {
          if (block.path("type").asString("").equals("tool_use")) {
            require(
                block.path("input").isObject(),
                "tool_use.input: Input should be a valid dictionary");
            waiting.add(block.path("id").asString(""));
            names.put(block.path("id").asString(""), block.path("name").asString(""));
          }
        }
        continue;
      }
      require(role.equals("user"), "messages: unexpected role \"" + role + "\"");
      boolean open = !waiting.isEmpty();
      for (var block : content) {
        if (block.path("type").asString("").equals("tool_result")) {
          var id = block.path("tool_use_id").asString("");
          require(
              waiting.remove(id), "unexpected `tool_use_id` found in `tool_result` blocks: " + id);
          results.add(
              new Turn.Result(
                  names.getOrDefault(id, ""), Models.texts(block.path("content"), "text")));
        } else {
          require(waiting.isEmpty(), unanswered(waiting));
        }
      }
      require(waiting.isEmpty(), unanswered(waiting));
      var words = Models.texts(content, "text");
      if (!words.isEmpty() && !open) {
        lastUser = words;
        talk.add(new Turn.Said(true, words));
        results = new ArrayList<>();
      }
    }
    require(waiting.isEmpty(), unanswered(waiting));
    Set<String> tools = new HashSet<>();
    for (var tool : body.path("tools")) {
      require(tool.path("input_schema").isObject(), "tools: input_schema: Field required");
      tools.add(tool.path("name").asString(""));
    }
    return new Turn(
        provider(),
        model,
        Models.texts(body.path("system"), "text"),
        talk,
        lastUser,
        tools,
        results,
        body.path("stream").asBoolean(false),
        body);
  }

  private void thinkingIsSigned(JsonNode content) {
    for (var block : content) {
      if (block.path("type").asString("").equals("thinking")) {
        require(
            block.path("signature").asString("").startsWith("sig-"),
            "thinking: Invalid `signature` in `thinking` block");
      }
    }
  }

  private static String unanswered(Set<String> waiting) {
    return "`tool_use` ids were found without `tool_result` blocks immediately after: "
        + String.join(", ", waiting)
        + ". Each `tool_use` block must have a corresponding `tool_result` block in the next"
        + " message.";
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
            yield error(
                429,
                "rate_limit_error",
                "This request would exceed your organization's rate limit.");
          }
          case "quota" ->
              error(402, "billing_error", "Your credit balance is too low to access the API.");
          case "500" -> error(500, "api_error", "Internal server error");
          case "503" -> error(503, "api_error", "Service unavailable");
          case "529" -> error(529, "overloaded_error", "Overloaded");
          case "context-overflow" ->
              error(
                  400,
                  "invalid_request_error",
                  "prompt is too long: 210000 tokens > 200000 maximum");
          default -> null;
        });
  }

  @Override
  public Refusal error(int status, String type, String message) {
    var named =
        switch (status) {
          case 401 -> "authentication_error";
          case 404 -> "not_found_error";
          case 400 -> "invalid_request_error";
          default -> type;
        };
    return new Refusal(status, errorBody(named, message));
  }

  private static ObjectNode errorBody(String type, String message) {
    return Json.object(
        "type",
        "error",
        "error",
        Json.object("type", type, "message", message),
        "request_id",
        "req_" + UUID.randomUUID());
  }

  @Override
  public JsonNode whole(Turn turn, Answer answer) {
    var message = message(turn, answer, blocks(answer));
    message.put("stop_reason", stop(answer));
    message.putNull("stop_sequence");
    return message;
  }

  @Override
  public void stream(EventStream out, Turn turn, Answer answer)
      throws IOException, InterruptedException {
    var error = errorBody("overloaded_error", "Overloaded");
    var start = message(turn, answer, Json.array());
    start.putNull("stop_reason");
    start.putNull("stop_sequence");
    ((ObjectNode) start.path("usage")).put("output_tokens", 1);
    out.event("message_start", Json.object("type", "message_start", "message", start));
    int index = 0;
    for (var block : blocks(answer)) {
      var type = block.path("type").asString("");
      var empty = Json.copy(block);
      List<ObjectNode> deltas = new ArrayList<>();
      switch (type) {
        case "text" -> {
          empty.put("text", "");
          answer
              .textPieces()
              .forEach(piece -> deltas.add(Json.object("type", "text_delta", "text", piece)));
        }
        case "thinking" -> {
          empty.put("thinking", "").put("signature", "");
          answer
              .pieces(answer.thinking())
              .forEach(
                  piece -> deltas.add(Json.object("type", "thinking_delta", "thinking", piece)));
          deltas.add(Json.object("type", "signature_delta", "signature", block.path("signature")));
        }
        default -> {
          empty.set("input", Json.object());
          var arguments = answer.calls().get(callsBefore(answer, index)).arguments();
          answer
              .pieces(arguments)
              .forEach(
                  piece ->
                      deltas.add(Json.object("type", "input_json_delta", "partial_json", piece)));
        }
      }
      out.event(
          "content_block_start",
          Json.object("type", "content_block_start", "index", index, "content_block", empty));
      for (var delta : deltas) {
        out.piece(
            "content_block_delta",
            Json.object("type", "content_block_delta", "index", index, "delta", delta),
            error);
      }
      out.event("content_block_stop", Json.object("type", "content_block_stop", "index", index));
      index++;
    }
    out.beforeTheEnd(error);
    var ending = Json.object("stop_reason", stop(answer));
    ending.putNull("stop_sequence");
    out.event(
        "message_delta",
        Json.object(
            "type",
            "message_delta",
            "delta",
            ending,
            "usage",
            Json.object("output_tokens", answer.completionTokens())));
    out.event("message_stop", Json.object("type", "message_stop"));
  }

  /** Which call the block at this index stands for: thinking and text come before all of them. */
  private static int callsBefore(Answer answer, int index) {
    return index - (answer.thinking().isEmpty() ? 0 : 1) - (answer.text().isEmpty() ? 0 : 1);
  }

  private static ArrayNode blocks(Answer answer) {
    var blocks = Json.array();
    if (!answer.thinking().isEmpty()) {
      blocks.add(
          Json.object(
              "type",
              "thinking",
              "thinking",
              answer.thinking(),
              "signature",
              "sig-" + Integer.toHexString(answer.thinking().hashCode())));
    }
    if (!answer.text().isEmpty()) {
      blocks.add(Json.object("type", "text", "text", answer.text()));
    }
    for (var call : answer.calls()) {
      blocks.add(
          Json.object(
              "type",
              "tool_use",
              "id",
              "toolu_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24),
              "name",
              call.name(),
              "input",
              call.object().orElseGet(Json::object)));
    }
    return blocks;
  }

  private static ObjectNode message(Turn turn, Answer answer, ArrayNode content) {
    return Json.object(
        "id",
        "msg_" + UUID.randomUUID().toString().replace("-", ""),
        "type",
        "message",
        "role",
        "assistant",
        "model",
        turn.model(),
        "content",
        content,
        "usage",
        Json.object(
            "input_tokens", Math.max(0, turn.promptTokens() - answer.cachedTokens()),
            "cache_creation_input_tokens", 0,
            "cache_read_input_tokens", answer.cachedTokens(),
            "output_tokens", answer.completionTokens(),
            "service_tier", "standard"));
  }

  private static String stop(Answer answer) {
    return switch (answer.finish()) {
      case LENGTH -> "max_tokens";
      case FILTER -> "refusal";
      case STOP -> answer.calls().isEmpty() ? "end_turn" : "tool_use";
    };
  }
}

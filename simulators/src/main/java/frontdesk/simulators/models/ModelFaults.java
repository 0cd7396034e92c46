package frontdesk.simulators.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What can go wrong with a model: refusals, silences and cuts of the wire, and answers that make no
 * sense.
 */
final class ModelFaults {
  static final List<String> OF_THE_WIRE =
      List.of(
          "429",
          "quota",
          "500",
          "503",
          "529",
          "context-overflow",
          "timeout",
          "slow",
          "stall",
          "stream-error",
          "cut",
          "pings",
          "split-bytes");

  static final Map<String, BiFunction<Answer, Turn, Answer>> OF_THE_ANSWER = new LinkedHashMap<>();

  static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("429", "rate limited; params retryAfter (seconds, 1)"),
          Map.entry("quota", "429 that no waiting helps: the money is used up"),
          Map.entry("500", "the server failed"),
          Map.entry("503", "unavailable"),
          Map.entry("529", "overloaded (503 where the provider has no 529)"),
          Map.entry("context-overflow", "400: the prompt is too long"),
          Map.entry("timeout", "no answer for delayMs (60000), then the connection ends"),
          Map.entry("slow", "the first token comes after delayMs (2000)"),
          Map.entry("stall", "half the answer, then silence for delayMs (60000)"),
          Map.entry("stream-error", "half the answer, then an error event"),
          Map.entry("cut", "half the answer, then the connection is cut"),
          Map.entry("pings", "keep-alives between the pieces"),
          Map.entry("split-bytes", "the stream is cut into single bytes"),
          Map.entry("invalid-arguments", "a tool is called with broken JSON"),
          Map.entry("wrong-argument-types", "a tool is called with numbers for all its arguments"),
          Map.entry("unknown-tool", "a tool is called that does not exist"),
          Map.entry("repeat-tool", "the first tool is called again and again"),
          Map.entry("empty", "an answer with nothing in it"),
          Map.entry("content-filter", "the answer is refused by the provider's filter"),
          Map.entry("max-tokens", "the answer is cut off at its length"),
          Map.entry("thinking", "thinking comes before the answer"),
          Map.entry(
              "malformed-call",
              "the call cannot be read (Gemini says so, others send broken JSON)"));

  static {
    OF_THE_ANSWER.put(
        "invalid-arguments",
        (answer, turn) -> calling(answer, anyTool(turn), "{\"service\": \"cle"));
    OF_THE_ANSWER.put(
        "wrong-argument-types",
        (answer, turn) -> calling(answer, anyTool(turn), "{\"service\":42,\"when\":[7]}"));
    OF_THE_ANSWER.put("unknown-tool", (answer, turn) -> calling(answer, "delete_everything", "{}"));
    OF_THE_ANSWER.put("repeat-tool", (answer, turn) -> calling(answer, anyTool(turn), "{}"));
    OF_THE_ANSWER.put("empty", (answer, turn) -> answer.with("", List.of()));
    OF_THE_ANSWER.put(
        "content-filter",
        (answer, turn) -> answer.with("", List.of()).finishing(Answer.Finish.FILTER));
    OF_THE_ANSWER.put(
        "max-tokens",
        (answer, turn) ->
            answer
                .with(answer.text().substring(0, answer.text().length() / 2), List.of())
                .finishing(Answer.Finish.LENGTH));
    OF_THE_ANSWER.put(
        "thinking",
        (answer, turn) -> answer.thinking("The customer wants something. Let me think about it."));
    OF_THE_ANSWER.put(
        "malformed-call",
        (answer, turn) ->
            answer.with("", List.of()).failing("malformed-call", answer.firstDelay()));
  }

  private ModelFaults() {}

  private static Answer calling(Answer answer, String tool, String arguments) {
    return answer.with("", List.of(new Answer.ToolCall(tool, arguments)));
  }

  private static String anyTool(Turn turn) {
    return turn.tools().stream().sorted().findFirst().orElse("no_tool_was_given");
  }
}

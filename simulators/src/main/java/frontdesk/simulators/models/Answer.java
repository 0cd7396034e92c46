package frontdesk.simulators.models;

import frontdesk.simulators.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the model says, whichever wire it goes over.
 *
 * @param text may be empty when there are calls
 * @param thinking reasoning that never is part of the text
 * @param fault what goes wrong while saying it, by its name without {@code model-}
 * @param pieces how many characters a streamed piece has
 */
record Answer(
    String text,
    List<ToolCall> calls,
    String thinking,
    Optional<String> fault,
    Finish finish,
    int cachedTokens,
    int reasoningTokens,
    Duration firstDelay,
    Duration pieceDelay,
    int pieces) {

  /** Why the model stopped. */
  enum Finish {
    STOP,
    LENGTH,
    FILTER
  }

  /** One call; the arguments are text because they may be broken on purpose. */
  record ToolCall(String name, String arguments) {
    /** The arguments as an object; empty when they are broken. */
    Optional<ObjectNode> object() {
      try {
        return Json.read(arguments) instanceof ObjectNode object
            ? Optional.of(object)
            : Optional.empty();
      } catch (tools.jackson.core.JacksonException broken) {
        return Optional.empty();
      }
    }
  }

  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*(user|result|tool)((?:\\.[\\w-]+)*)\\s*}}");

  static Answer saying(String text) {
    return of(Json.object("reply", text));
  }

  static Answer of(JsonNode step) {
    var calls = new ArrayList<ToolCall>();
    for (var call : step.path("toolCalls")) {
      var arguments = call.path("arguments");
      calls.add(
          new ToolCall(
              call.path("name").asString(""),
              arguments.isString()
                  ? arguments.stringValue()
                  : arguments.isObject() ? Json.text(arguments) : "{}"));
    }
    var finish =
        switch (step.path("finish").asString("stop")) {
          case "length" -> Finish.LENGTH;
          case "filter" -> Finish.FILTER;
          default -> Finish.STOP;
        };
    return new Answer(
        step.path("reply").asString(""),
        calls,
        step.path("thinking").asString(""),
        Json.string(step, "fault"),
        finish,
        step.path("cachedTokens").asInt(0),
        step.path("reasoningTokens").asInt(0),
        Duration.ofMillis(step.path("firstDelayMs").asLong(0)),
        Duration.ofMillis(step.path("chunkDelayMs").asLong(0)),
        Math.max(1, step.path("chunkSize").asInt(12)));
  }

  /**
   * Fills {@code {{user}}}, {@code {{tool}}} and {@code {{result.slots.0.start}}} in from the turn.
   */
  Answer filledFrom(Turn turn) {
    return with(
        fill(text, turn, false),
        calls.stream()
            .map(call -> new ToolCall(call.name(), fill(call.arguments(), turn, true)))
            .toList());
  }

  Answer with(String otherText, List<ToolCall> otherCalls) {
    return new Answer(
        otherText,
        otherCalls,
        thinking,
        fault,
        finish,
        cachedTokens,
        reasoningTokens,
        firstDelay,
        pieceDelay,
        pieces);
  }

  Answer thinking(String thoughts) {
    return new Answer(
        text,
        calls,
        thoughts,
        fault,
        finish,
        cachedTokens,
        reasoningTokens,
        firstDelay,
        pieceDelay,
        pieces);
  }

  Answer finishing(Finish other) {
    return new Answer(
        text,
        calls,
        thinking,
        fault,
        other,
        cachedTokens,
        reasoningTokens,
        firstDelay,
        pieceDelay,
        pieces);
  }

  Answer failing(String how, Duration delay) {
    return new Answer(
        text,
        calls,
        thinking,
        Optional.of(how),
        finish,
        cachedTokens,
        reasoningTokens,
        delay,
        pieceDelay,
        pieces);
  }

  boolean fails(String how) {
    return fault.filter(how::equals).isPresent();
  }

  int completionTokens() {
    return (text.length() + calls.stream().mapToInt(call -> call.arguments().length()).sum()) / 4
        + 1
        + reasoningTokens;
  }

  List<String> textPieces() {
    return pieces(text);
  }

  /** Cut anywhere, in the middle of a surrogate pair's neighbours or of JSON, as the vendors do. */
  List<String> pieces(String whole) {
    var found = new ArrayList<String>();
    int from = 0;
    while (from < whole.length()) {
      int to = Math.min(whole.length(), from + pieces);
      if (to < whole.length() && Character.isLowSurrogate(whole.charAt(to))) {
        to++;
      }
      found.add(whole.substring(from, to));
      from = to;
    }
    return found;
  }

  private static String fill(String template, Turn turn, boolean insideJson) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              var value = value(place.group(1), place.group(2), turn);
              var quoted =
                  insideJson ? Json.text(Json.array(value)).replaceAll("^\\[\"|\"]$", "") : value;
              return java.util.regex.Matcher.quoteReplacement(quoted);
            });
  }

  private static String value(String what, String path, Turn turn) {
    if (what.equals("user")) {
      return turn.lastUser();
    }
    if (turn.lastResult().isEmpty()) {
      return "";
    }
    var result = turn.lastResult().get();
    if (what.equals("tool")) {
      return result.tool();
    }
    if (path.isEmpty()) {
      return result.content();
    }
    try {
      return Json.read(result.content()).at(path.replace('.', '/')).asString("");
    } catch (tools.jackson.core.JacksonException noJson) {
      return "";
    }
  }
}

package frontdesk.simulators.models;

import frontdesk.simulators.wire.Json;
import frontdesk.simulators.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The steps by which the models answer: the first that fits and is not used up; and what the
 * receptionist knows, who answers when none fits.
 */
final class Script {
  /** A step, when it fits, and how often it still may be used (for ever when negative). */
  private static final class Step {
    final JsonNode json;
    final JsonNode when;
    final Optional<Pattern> text;
    final Optional<Pattern> system;
    int left;

    Step(JsonNode json) {
      this.json = json;
      this.when = json.path("when");
      this.text = pattern(when, "text");
      this.system = pattern(when, "system");
      this.left = json.path("times").asInt(-1);
    }

    boolean fits(Turn turn) {
      return left != 0
          && text.map(pattern -> pattern.matcher(turn.lastUser()).find()).orElse(true)
          && system.map(pattern -> pattern.matcher(turn.system()).find()).orElse(true)
          && Json.string(when, "provider").map(turn.provider()::equals).orElse(true)
          && Json.string(when, "model").map(turn.model()::equals).orElse(true)
          && Json.string(when, "afterTool")
              .map(
                  tool ->
                      turn.lastResult().filter(result -> result.tool().equals(tool)).isPresent())
              .orElse(true)
          && (!when.has("round") || when.path("round").asInt(0) == turn.results().size())
          && tools(turn);
    }

    private boolean tools(Turn turn) {
      var wanted = when.path("tools");
      if (wanted.isBoolean()) {
        return wanted.asBoolean() != turn.tools().isEmpty();
      }
      for (var tool : wanted) {
        if (!turn.tools().contains(tool.asString(""))) {
          return false;
        }
      }
      return true;
    }

    private static Optional<Pattern> pattern(JsonNode when, String name) {
      try {
        return Json.string(when, name)
            .map(
                text ->
                    Pattern.compile(
                        text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
      } catch (PatternSyntaxException broken) {
        throw Refusal.of(
            422, "when." + name + " is no regular expression: " + broken.getDescription());
      }
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private Optional<String> delegate = Optional.empty();
  private Optional<List<TalkNotes>> talks = Optional.empty();

  synchronized void load(JsonNode script) {
    if (!script.path("append").asBoolean(false)) {
      clear();
    }
    for (var step : script.path("steps")) {
      steps.add(new Step(step));
    }
    delegate = Json.string(script, "delegate").or(() -> delegate);
    if (script.has("talks")) {
      talks = Optional.of(TalkNotes.all(script.path("talks")));
    }
  }

  synchronized void clear() {
    steps.clear();
    delegate = Optional.empty();
    talks = Optional.empty();
  }

  synchronized Optional<Answer> answer(Turn turn) {
    for (var step : steps) {
      if (step.fits(turn)) {
        if (step.left > 0) {
          step.left--;
        }
        return Optional.of(Answer.of(step.json).filledFrom(turn));
      }
    }
    return talks.map(known -> Receptionist.answer(turn, known));
  }

  /** An address that decides what no step does: it gets the turn and answers a step. */
  synchronized Optional<String> delegate() {
    return delegate;
  }

  synchronized JsonNode json() {
    return Json.object(
        "steps", steps.stream().map(step -> step.json).toList(), "delegate", delegate);
  }
}

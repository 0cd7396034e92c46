package frontdesk.simulators.models;

import frontdesk.simulators.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model is asked, whichever wire it came over.
 *
 * @param talk what was said, oldest first, without tool calls and their answers
 * @param lastUser the last words of a user
 * @param tools the names of the tools that may be called
 * @param results what tools answered since those words, oldest first
 * @param body the request as it came
 */
record Turn(
    String provider,
    String model,
    String system,
    List<Said> talk,
    String lastUser,
    Set<String> tools,
    List<Result> results,
    boolean stream,
    JsonNode body) {

  /** One message of the talk. */
  record Said(boolean byUser, String text) {}

  /** One tool's answer. */
  record Result(String tool, String content) {
    ObjectNode json() {
      return Json.object("tool", tool, "content", content);
    }
  }

  Optional<Result> lastResult() {
    return results.isEmpty() ? Optional.empty() : Optional.of(results.getLast());
  }

  int promptTokens() {
    return body.toString().length() / 4 + 1;
  }

  /** As a test's own decider gets it. */
  ObjectNode json() {
    return Json.object(
        "provider", provider,
        "model", model,
        "system", system,
        "lastUser", lastUser,
        "tools", tools,
        "results", results.stream().map(Result::json).toList(),
        "round", results.size(),
        "stream", stream,
        "request", body);
  }
}

package frontdesk.agent;

import java.util.List;
import java.util.Map;

/**
 * Steps of the simulators' script. A round is how many tools have answered since the customer's
 * last words.
 */
final class Steps {

  private Steps() {}

  static Map<String, Object> calling(int round, String tool, Object arguments) {
    return calling(Map.of("round", round), tool, arguments);
  }

  /**
   * @param arguments an object, or text that is none
   */
  static Map<String, Object> calling(Map<String, Object> when, String tool, Object arguments) {
    return Map.of("when", when, "toolCalls", List.of(Map.of("name", tool, "arguments", arguments)));
  }

  static Map<String, Object> saying(String reply) {
    return Map.of("reply", reply);
  }

  static Map<String, Object> saying(int round, String reply) {
    return Map.of("when", Map.of("round", round), "reply", reply);
  }
}

package frontdesk.agent;

import frontdesk.conversations.TurnResult.Choice;
import frontdesk.conversations.TurnResult.Handoff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reply that has not been checked yet.
 *
 * @param state what the mind wants to remember until the next turn, as JSON; empty leaves it as is
 */
record Draft(
    String text,
    Locale language,
    String intent,
    List<Choice> choices,
    Optional<Handoff> handoff,
    Optional<String> state) {

  static Draft of(String text, Locale language, String intent) {
    return new Draft(text, language, intent, List.of(), Optional.empty(), Optional.empty());
  }

  Draft saying(String words) {
    return new Draft(words, language, intent, List.of(), handoff, state);
  }

  Draft handedOff(String reason) {
    return new Draft(text, language, intent, choices, Optional.of(new Handoff(reason, "")), state);
  }
}

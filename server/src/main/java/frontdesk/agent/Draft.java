package frontdesk.agent;

import frontdesk.conversations.Rewording;
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

  /** Said shorter and warmer, with what it states untouched. */
  List<Draft> reworded(String contactName) {
    return List.of(saying(Rewording.shorter(text)), saying(Rewording.warmer(text, contactName)));
  }

  Draft handedOff(String reason) {
    return new Draft(text, language, intent, choices, Optional.of(new Handoff(reason, "")), state);
  }
}

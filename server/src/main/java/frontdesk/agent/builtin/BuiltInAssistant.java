package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers a customer without any model. Pure but for the tools it drives; safe to share. */
public final class BuiltInAssistant {

  /**
   * The answer to what was newly said.
   *
   * @param newMessages in order, none empty; they are read together as one
   */
  public Answer answer(
      DialogueState state, List<String> newMessages, Situation situation, Toolbox tools) {
    return new Answer(
        state,
        tools.business().name(),
        Locale.of(state.language().orElse(situation.locale().getLanguage())),
        Optional.empty(),
        List.of(),
        "greeting");
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox;
import java.util.List;

/** Answers a customer without any model. Pure but for the tools it drives; safe to share. */
public final class BuiltInAssistant {

  /**
   * The answer to what was newly said.
   *
   * @param newMessages in order, none empty; they are read together as one
   */
  public Answer answer(
      DialogueState state, List<String> newMessages, Situation situation, Toolbox tools) {
    var known = state.version() == DialogueState.VERSION ? state : DialogueState.fresh();
    var talk = new Talk(known, situation, tools);
    return new Turn(talk, String.join("\n", newMessages)).answer();
  }
}

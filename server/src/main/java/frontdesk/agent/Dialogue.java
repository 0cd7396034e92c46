package frontdesk.agent;

/**
 * What is kept of a conversation between turns.
 *
 * @param state the built-in assistant's, as JSON; `{}` when it has none
 * @param failures turns in a row that did not help
 */
record Dialogue(String state, Findings findings, int failures) {

  /** What stands for a built-in assistant that has not spoken yet. */
  static final String NO_STATE = "{}";

  static final Dialogue NEW = new Dialogue(NO_STATE, Findings.NONE, 0);
}

package frontdesk.agent.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the assistant says, and what it will remember.
 *
 * @param language of the text
 * @param choices quick replies, at most four; their titles can be typed as well
 * @param intent what the turn was about, for records and figures
 */
public record Answer(
    DialogueState state,
    String text,
    Locale language,
    Optional<Handoff> handoff,
    List<Choice> choices,
    String intent) {

  public record Choice(String id, String title) {}

  /** A person should take over. */
  public record Handoff(Why why, String summary) {
    public enum Why {
      ASKED_FOR,
      COMPLAINT,
      NOT_UNDERSTOOD,
      QUESTION_FOR_PEOPLE
    }
  }
}

package frontdesk.conversations;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of a turn.
 *
 * @param inTransaction writes the turn's own records in the very transaction that stores the reply
 */
public record TurnResult(
    Optional<Reply> reply, Optional<Handoff> handoff, Runnable inTransaction) {

  public record Reply(String text, List<Choice> choices, List<Source> sources, UUID run) {}

  /** A quick reply the customer may tap. */
  public record Choice(String id, String title) {}

  public record Source(int n, String title, String text, Optional<String> url) {}

  /**
   * @param reason why a person is needed, in a word for staff: asked, failed, rule, meaning
   * @param summary three lines for the private note
   */
  public record Handoff(String reason, String summary) {}
}

package frontdesk.conversations;

import frontdesk.database.Pipeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What came of a turn.
 *
 * @param inTransaction adds the records that must be written together with the reply
 */
public record TurnResult(
    Optional<Reply> reply, Optional<Handoff> handoff, Consumer<Pipeline> inTransaction) {

  public record Reply(String text, List<Choice> choices, List<Source> sources, UUID run) {}

  public record Choice(String id, String title) {}

  public record Source(int n, String title, String text, Optional<String> url) {}

  /**
   * @param summary three lines for the private note
   * @param there when people are there to answer: now, or when the business opens next; empty when
   *     that is not known
   */
  public record Handoff(String reason, String summary, Optional<Instant> there) {

    public Handoff(String reason, String summary) {
      this(reason, summary, Optional.empty());
    }
  }
}

package frontdesk.conversations;

import frontdesk.database.Pipeline;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  /**
   * @param otherWordings of the same answer, for a person to choose from
   * @param language it is written in
   * @param appointment what this turn has changed in the books, or would where it only suggests
   */
  public record Reply(
      String text,
      List<String> otherWordings,
      List<Choice> choices,
      List<Source> sources,
      Optional<AppointmentCard> appointment,
      Locale language,
      UUID run) {

    public Reply(
        String text, List<Choice> choices, List<Source> sources, Locale language, UUID run) {
      this(text, List.of(), choices, sources, Optional.empty(), language, run);
    }
  }

  /** An appointment as it stood when the reply was written; proposed until somebody says yes. */
  public record AppointmentCard(
      UUID id,
      @Schema(
              allowableValues = {
                "proposed",
                "requested",
                "confirmed",
                "arrived",
                "done",
                "no-show",
                "cancelled"
              })
          String status,
      String serviceName,
      String providerName,
      Instant start,
      Instant end) {}

  /**
   * @param id "time:" and an instant where a time is offered, else what the choice is about
   */
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

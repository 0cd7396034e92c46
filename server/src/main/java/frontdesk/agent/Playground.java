package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.conversations.TurnRequest;
import frontdesk.conversations.TurnRequest.Said;
import frontdesk.conversations.Unwatched;
import frontdesk.database.Pipeline;
import frontdesk.http.Correlation;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Service;

/**
 * The assistant on trial: the same turns over the same books, but no contact, no conversation and
 * no appointment comes of it. What was said stays with the one who tries and is sent along each
 * time; only what models cost is kept here.
 */
@Service
class Playground {

  /**
   * What the trial knows between its turns.
   *
   * @param booked as if it had been
   */
  record Memory(Dialogue dialogue, Optional<Open> open, List<AppointmentFacts> booked) {
    static final Memory NONE = new Memory(Dialogue.NEW, Optional.empty(), List.of());
  }

  /** A change that was put to the one who tries. */
  record Open(UUID id, Change change, AppointmentFacts deal, long madeAtSeq, boolean stated) {}

  /**
   * @param author contact or ai
   */
  record Line(String author, String text) {}

  record Answer(Turn.Attempt attempt, Memory memory) {}

  private final Agent agent;
  private final Catalog catalog;
  private final FrontDoors doors;
  private final RunStore runs;
  private final JdbcOperations jdbc;
  private final Clock clock;

  Playground(
      Agent agent,
      Catalog catalog,
      FrontDoors doors,
      RunStore runs,
      JdbcOperations jdbc,
      Clock clock) {
    this.agent = agent;
    this.catalog = catalog;
    this.doors = doors;
    this.runs = runs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Outside any transaction, as every turn. */
  Answer answer(String text, List<Line> history, Memory memory) {
    var turn = agent.turn(request(text, history), catalog.get(), memory.dialogue());
    var scope = turn.scope();
    var tools = new TrialTools(new BookingTools(doors, scope), scope, clock.instant(), memory);
    var attempt = turn.attempt(tools, new Unwatched(), () -> {});
    if (!attempt.usage().isEmpty()) {
      doors
          .transactions()
          .executeWithoutResult(
              status -> {
                var pipeline = new Pipeline(jdbc);
                runs.spent(pipeline, attempt.run(), attempt.usage());
                pipeline.send();
              });
    }
    var spoken = attempt.spoken();
    var stated = spoken.put().map(deal -> deal.proposal());
    var open =
        tools
            .open()
            .map(
                each ->
                    new Open(
                        each.id(),
                        each.change(),
                        each.deal(),
                        each.madeAtSeq(),
                        each.stated() || stated.equals(Optional.of(each.id()))));
    return new Answer(attempt, new Memory(spoken.dialogue(), open, tools.booked()));
  }

  private TurnRequest request(String text, List<Line> history) {
    var now = clock.instant();
    var before = new ArrayList<Said>();
    for (var line : history) {
      before.add(new Said(Ids.next(), before.size() + 1L, line.author(), line.text(), now));
    }
    var asked = new Said(Ids.next(), before.size() + 1L, "contact", text, now);
    return new TurnRequest(
        Ids.next(),
        Ids.next(),
        "playground",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(asked),
        before,
        asked.seq(),
        history.stream().noneMatch(line -> line.author().equals("ai")),
        "auto",
        Correlation.current());
  }
}

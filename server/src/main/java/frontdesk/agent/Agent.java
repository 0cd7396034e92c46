package frontdesk.agent;

import frontdesk.agent.models.OutsideModels;
import frontdesk.conversations.PreparedTurn;
import frontdesk.conversations.TurnHandler;
import frontdesk.conversations.TurnRequest;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Prepares turns: what they need of the database is read here, in one statement when it is warm.
 */
@Component
class Agent implements TurnHandler {

  private final FrontDoors doors;
  private final RunStore runs;
  private final Catalog catalog;
  private final Tenancy tenancy;
  private final Clock clock;
  private final List<Mind> chain;

  Agent(
      FrontDoors doors,
      RunStore runs,
      Catalog catalog,
      Tenancy tenancy,
      Clock clock,
      OutsideModels models) {
    this.doors = doors;
    this.runs = runs;
    this.catalog = catalog;
    this.tenancy = tenancy;
    this.clock = clock;
    this.chain = models.chain().stream().map(Agent::mind).toList();
  }

  private static Mind mind(OutsideModels.Link link) {
    return switch (link) {
      case OutsideModels.Link.Outside(var model) -> new ModelMind(model, AgentJson.MAPPER);
      case OutsideModels.Link.BuiltIn() -> new BuiltInMind();
    };
  }

  @Override
  public List<PreparedTurn> prepare(List<TurnRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    var dialogues = runs.findDialogues(requests.stream().map(TurnRequest::conversation).toList());
    var known = catalog.get();
    return requests.stream()
        .<PreparedTurn>map(
            request ->
                turn(request, known, dialogues.getOrDefault(request.conversation(), Dialogue.NEW)))
        .toList();
  }

  Turn turn(TurnRequest request, Catalog.Entry known, Dialogue dialogue) {
    var said = Screening.words(request.newMessages());
    var briefing =
        new Briefing(
            request,
            clock.instant().atZone(known.business().zone()),
            request
                .answerIn()
                .orElseGet(() -> Screening.language(request, said, known.business().locale())),
            said,
            known.business(),
            known.disclosure(),
            known.services(),
            dialogue);
    return new Turn(chain, briefing, runId(request), doors, runs);
  }

  /**
   * Follows from the first message answered, so that a turn that starts again is the same run. One
   * that only drafts does nothing that could happen twice, and may draft for a message again.
   */
  private UUID runId(TurnRequest request) {
    if (request.suggests()) {
      return Ids.next();
    }
    var key =
        tenancy.current()
            + "/"
            + request.conversation()
            + "/"
            + request.newMessages().getFirst().id();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}

package frontdesk.agent;

import frontdesk.agent.models.Deadline;
import frontdesk.agent.models.ModelUsage;
import frontdesk.conversations.TurnProgress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One way to think about a turn. */
interface Mind {

  String name();

  /** Whether it is our own code that tells a yes from a no; what a model believes is not enough. */
  boolean knowsYes();

  Thinking begin(Briefing briefing, RecordedTools tools, Room room);

  /**
   * What a mind may use of the world while it thinks.
   *
   * @param usage told of every call to a model
   */
  record Room(TurnProgress progress, Deadline deadline, Consumer<ModelUsage> usage) {}

  /** One turn being thought about. */
  interface Thinking {

    /** May call tools; throws {@link frontdesk.agent.models.ModelFailed} when it cannot go on. */
    Draft draft();

    /** Another try at the words, told what was wrong with them; empty when it has only one. */
    Optional<Draft> redraft(String wrong);

    /** The same answer in other words, for a person to choose from; not checked yet. */
    List<Draft> otherWordings(Draft draft);
  }
}

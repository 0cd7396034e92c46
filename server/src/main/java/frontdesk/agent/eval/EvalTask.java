package frontdesk.agent.eval;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One thing that can be measured. */
interface EvalTask {

  /**
   * The answer to one line; empty when the line only taught something.
   *
   * @throws IllegalArgumentException with what is wrong with the line
   */
  Optional<ObjectNode> answer(ObjectNode line);
}

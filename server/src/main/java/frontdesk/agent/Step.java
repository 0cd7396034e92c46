package frontdesk.agent;

import frontdesk.agent.tools.Toolbox;
import java.util.Optional;
import java.util.UUID;

/** One thing that a rehearsed run did to the books; done for good when its draft is used. */
sealed interface Step {

  record Propose(Toolbox.Change change) implements Step {}

  /**
   * @param appointment what it came to in the rehearsal: a new one gets another id when it is made
   */
  record Commit(UUID proposal, UUID appointment) implements Step {}

  record Withdraw(UUID proposal) implements Step {}

  record LeaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email)
      implements Step {}
}

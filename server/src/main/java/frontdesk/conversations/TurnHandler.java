package frontdesk.conversations;

import java.util.List;

/** Answers a conversation's new messages. Implemented by the agent. */
public interface TurnHandler {

  /**
   * In the transaction of the claim: reads what the turns need, calls nobody outside.
   *
   * @return a turn for each request, in their order
   */
  List<PreparedTurn> prepare(List<TurnRequest> requests);
}

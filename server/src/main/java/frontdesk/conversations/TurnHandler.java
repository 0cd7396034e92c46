package frontdesk.conversations;

/** Answers a conversation's new messages. Implemented by the agent. */
public interface TurnHandler {

  /** In the transaction of the claim: reads what the turn needs, calls nobody outside. */
  PreparedTurn prepare(TurnRequest request);
}

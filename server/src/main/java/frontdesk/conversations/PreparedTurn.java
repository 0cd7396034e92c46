package frontdesk.conversations;

/** A turn with all it needs in memory. */
public interface PreparedTurn {

  /** Outside any transaction; may call tools and models; stops soon when it was cancelled. */
  TurnResult run(TurnProgress progress);
}

package frontdesk.conversations;

/** A turn that has read what it needs and can be run. */
public interface PreparedTurn {

  /**
   * Outside any transaction; may call tools and models; stops soon when progress says it is
   * cancelled.
   */
  TurnResult run(TurnProgress progress);
}

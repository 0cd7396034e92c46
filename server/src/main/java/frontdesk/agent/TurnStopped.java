package frontdesk.agent;

/** Nobody wants this turn's answer any more; it ends without one. */
class TurnStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;
}

package frontdesk.simulators.wire;

/** Ends a call by closing its connection, whatever was written so far. */
public final class ConnectionCut extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConnectionCut() {
    super("connection cut on purpose");
  }
}

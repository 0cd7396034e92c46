package frontdesk.agent.models;

/** An outside model gave no usable answer; the next way to think takes the turn. */
public class ModelFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean worthRepeating;

  ModelFailed(String reason, boolean worthRepeating, Throwable cause) {
    super(reason, cause);
    this.worthRepeating = worthRepeating;
  }

  public ModelFailed(String reason) {
    super(reason);
    this.worthRepeating = false;
  }

  boolean worthRepeating() {
    return worthRepeating;
  }
}

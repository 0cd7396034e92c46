package frontdesk.simulators.wire;

import tools.jackson.databind.JsonNode;

/** Ends a call with this answer. Thrown by whichever rule of the wire was broken. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient JsonNode body;

  public Refusal(int status, JsonNode body) {
    super(status + " " + body);
    this.status = status;
    this.body = body;
  }

  public static Refusal of(int status, String message) {
    return new Refusal(status, Json.object("error", message));
  }

  public int status() {
    return status;
  }

  public JsonNode body() {
    return body;
  }
}

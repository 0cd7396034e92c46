package frontdesk.agent.models;

/** The turn was stopped while a model was answering. */
public class CallCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;
}

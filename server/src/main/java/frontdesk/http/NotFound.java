package frontdesk.http;

/** What was asked for is not there for this caller; answered as 404, whoever else may have it. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotFound(String what) {
    super(what);
  }
}

package frontdesk.settings;

/** A setting that is unknown or malformed; the message is one sentence that names it. */
public class BadSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadSetting(String message) {
    super(message);
  }
}

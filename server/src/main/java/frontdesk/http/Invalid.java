package frontdesk.http;

import frontdesk.http.Problems.FieldError;
import java.util.List;

/** Input that was read and cannot be accepted; answered as 422 with the fields and why. */
public class Invalid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * @param message in the caller's language
   */
  public Invalid(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  public Invalid(List<FieldError> errors) {
    super(errors.toString());
    this.errors = List.copyOf(errors);
  }

  List<FieldError> errors() {
    return errors;
  }
}

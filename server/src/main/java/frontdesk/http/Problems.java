package frontdesk.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Refusals as problem details (RFC 9457). A problem is known by the last path segment of its type;
 * its words come from the texts {@code problem.<name>.title} and {@code problem.<name>.detail}, or
 * from the caller.
 */
public final class Problems {

  private Problems() {}

  /** One field that was read and refused, and why, in the caller's language. */
  public record FieldError(String field, String message) {}

  /** A refusal in the words of its texts, with what else the client can use at the top level. */
  public static ResponseEntity<ProblemDetail> refused(
      HttpStatus status, String name, Map<String, ?> extra) {
    return refused(status, name, detailOf(name), extra);
  }

  /**
   * @param detail said to a person, in the caller's language; a text {@code problem.<name>.detail}
   *     is the better place for it when it always reads the same
   */
  public static ResponseEntity<ProblemDetail> refused(
      HttpStatus status, String name, String detail, Map<String, ?> extra) {
    return answer(of(status, name, detail, extra));
  }

  /** Input that was read and refused. */
  public static ResponseEntity<ProblemDetail> invalid(List<FieldError> errors) {
    return refused(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", Map.of("errors", errors));
  }

  public static ResponseEntity<ProblemDetail> invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  static ProblemDetail of(HttpStatus status, String name, Map<String, ?> extra) {
    return of(status, name, detailOf(name), extra);
  }

  static ProblemDetail of(HttpStatus status, String name, String detail, Map<String, ?> extra) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("/problems/" + name));
    problem.setTitle(titleOf(name));
    problem.setProperty("correlationId", Correlation.current());
    extra.forEach(problem::setProperty);
    return problem;
  }

  static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String titleOf(String name) {
    return Texts.find(LocaleContextHolder.getLocale(), "problem." + name + ".title")
        .orElseGet(
            () -> Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' '));
  }

  private static String detailOf(String name) {
    return Texts.find(LocaleContextHolder.getLocale(), "problem." + name + ".detail")
        .orElseGet(() -> titleOf(name));
  }
}

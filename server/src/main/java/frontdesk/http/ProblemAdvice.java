package frontdesk.http;

import frontdesk.http.Problems.FieldError;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns what a handler throws into a problem, in one place: 400 for what cannot be parsed, 422 for
 * what was read and refused. A bug is logged with its trace and answered with its correlation id
 * alone.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "bad-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type",
          503, "unavailable");

  static String nameOf(int status) {
    return NAMES.getOrDefault(status, status < 500 ? "bad-request" : "internal");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> missing(NotFound e) {
    return Problems.refused(HttpStatus.NOT_FOUND, "not-found", Map.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(Invalid e) {
    return Problems.invalid(e.errors());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused e) {
    return ResponseEntity.status(e.status())
        .headers(e.headers())
        .body(Problems.of(e.status(), e.name(), e.extra()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(LimitFilter.TooLarge e) {
    return Problems.refused(HttpStatus.CONTENT_TOO_LARGE, "too-large", Map.of());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(ConstraintViolationException e) {
    return Problems.invalid(
        e.getConstraintViolations().stream()
            .map(v -> new FieldError(v.getPropertyPath().toString(), v.getMessage()))
            .toList());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
    return e.getParameter().hasParameterAnnotation(PathVariable.class)
        ? Problems.refused(HttpStatus.NOT_FOUND, "not-found", Map.of())
        : Problems.invalid(e.getName(), Texts.say("http.wrong-value"));
  }

  /** Two writers met; neither is wrong, one repeats. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> conflict(ConcurrencyFailureException e) {
    log.info("Two writers met: {}", e.getMessage());
    return Problems.refused(HttpStatus.CONFLICT, "conflict", Map.of());
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    TransientDataAccessResourceException.class,
    QueryTimeoutException.class
  })
  ResponseEntity<ProblemDetail> unavailable(Exception e) {
    log.error("The database does not answer", e);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", Map.of()));
  }

  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> bug(Exception e) {
    if (callerIsGone(e)) {
      return null;
    }
    log.error("A request ended in a bug", e);
    return Problems.refused(HttpStatus.INTERNAL_SERVER_ERROR, "internal", Map.of());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (find(e, LimitFilter.TooLarge.class).isPresent()) {
      return widen(tooLarge(new LimitFilter.TooLarge()));
    }
    var unstorable = find(e, StrictJsonFactory.Unstorable.class);
    if (unstorable.isPresent()) {
      return widen(Problems.invalid(unstorable.get().field(), Texts.say("http.unstorable")));
    }
    if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
      return widen(Problems.invalid(pathOf(unknown), Texts.say("http.unknown-field")));
    }
    if (e.getCause() instanceof InputCoercionException outOfRange) {
      return widen(Problems.invalid(pathOf(outOfRange), Texts.say("http.wrong-value")));
    }
    if (e.getCause() instanceof DatabindException wrong) {
      return widen(
          find(e, Invalid.class)
              .map(this::invalid)
              .orElseGet(() -> Problems.invalid(pathOf(wrong), Texts.say("http.wrong-value"))));
    }
    return widen(Problems.refused(HttpStatus.BAD_REQUEST, "unreadable", Map.of()));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = new ArrayList<FieldError>();
    e.getFieldErrors()
        .forEach(
            error ->
                errors.add(
                    new FieldError(error.getField(), String.valueOf(error.getDefaultMessage()))));
    e.getGlobalErrors()
        .forEach(
            error -> errors.add(new FieldError("", String.valueOf(error.getDefaultMessage()))));
    return widen(Problems.invalid(errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = new ArrayList<FieldError>();
    for (var result : e.getParameterValidationResults()) {
      if (result instanceof ParameterErrors inside) {
        inside
            .getFieldErrors()
            .forEach(
                error ->
                    errors.add(
                        new FieldError(
                            error.getField(), String.valueOf(error.getDefaultMessage()))));
      } else {
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        result
            .getResolvableErrors()
            .forEach(
                error ->
                    errors.add(new FieldError(name, String.valueOf(error.getDefaultMessage()))));
      }
    }
    return widen(Problems.invalid(errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return widen(Problems.invalid(e.getParameterName(), Texts.say("http.missing")));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var field = e instanceof MissingRequestHeaderException header ? header.getHeaderName() : "";
    return widen(Problems.invalid(field, Texts.say("http.missing")));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
      NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return request instanceof ServletWebRequest web && MissingPage.isFor(web.getRequest())
        ? MissingPage.answer()
        : super.handleNoResourceFoundException(e, headers, status, request);
  }

  /** All that Spring itself refuses, in our words. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (callerIsGone(e)) {
      return null;
    }
    // an event stream that was open for its longest is no failure: the browser opens it again
    if (status.is5xxServerError() && !(e instanceof AsyncRequestTimeoutException)) {
      log.error("A request ended in a bug", e);
    }
    var known = Optional.ofNullable(HttpStatus.resolve(status.value()));
    var problem =
        Problems.of(
            known.orElse(HttpStatus.INTERNAL_SERVER_ERROR), nameOf(status.value()), Map.of());
    return ResponseEntity.status(status).headers(headers).body(problem);
  }

  private static boolean callerIsGone(Exception e) {
    boolean gone = DisconnectedClientHelper.isClientDisconnectedException(e);
    if (gone) {
      log.debug("The caller is gone", e);
    }
    return gone;
  }

  private static String pathOf(JacksonException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? Integer.toString(step.getIndex())
                    : step.getPropertyName())
        .collect(Collectors.joining("."));
  }

  private static <T extends Throwable> Optional<T> find(Throwable e, Class<T> type) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static ResponseEntity<Object> widen(ResponseEntity<ProblemDetail> answer) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }
}

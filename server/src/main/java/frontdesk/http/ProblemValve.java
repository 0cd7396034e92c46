package frontdesk.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat refuses before any filter sees it, as an address that cannot be decoded: a problem
 * too, and not a page.
 */
public class ProblemValve extends ErrorReportValve {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    LocaleContextHolder.setLocale(request.getLocale());
    try {
      var status =
          Optional.ofNullable(HttpStatus.resolve(response.getStatus()))
              .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
      var correlation = Correlation.wellFormedOrNew(request.getHeader(Correlation.HEADER));
      var problem = Problems.of(status, ProblemAdvice.nameOf(status.value()), Map.of());
      problem.setProperty("correlationId", correlation);
      response.setHeader(Correlation.HEADER, correlation);
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getReporter().write(JSON.writeValueAsString(members(problem)));
      response.finishResponse();
    } catch (IOException e) {
      // whoever asked has gone
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  /** As Spring writes one: what is its own, then what was added. */
  private static Map<String, Object> members(ProblemDetail problem) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", problem.getType());
    members.put("title", problem.getTitle());
    members.put("status", problem.getStatus());
    members.put("detail", problem.getDetail());
    Optional.ofNullable(problem.getProperties()).ifPresent(members::putAll);
    return members;
  }
}

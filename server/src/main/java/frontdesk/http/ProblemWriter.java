package frontdesk.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no handler does: in filters and on the error path. */
@Component
public class ProblemWriter {

  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(HttpServletResponse response, Refused refused) throws IOException {
    refused
        .headers()
        .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    write(response, Problems.of(refused.status(), refused.name(), refused.extra()));
  }

  /** Nothing is at this address: a page for who opened it in a browser, a problem for a program. */
  public void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (MissingPage.isFor(request)) {
      var page = MissingPage.answer();
      response.setStatus(page.getStatusCode().value());
      page.getHeaders()
          .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
      response.getWriter().write(String.valueOf(page.getBody()));
    } else {
      write(response, new Refused(HttpStatus.NOT_FOUND, "not-found"));
    }
  }

  void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(json.writeValueAsString(problem));
  }
}

package frontdesk.e2e;

import frontdesk.TestClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers tell the time that the server was given and not the machine's: the screens go by it. */
class ToldTime extends OncePerRequestFilter {

  private final TestClock clock;

  ToldTime(TestClock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setDateHeader(HttpHeaders.DATE, clock.millis());
    chain.doFilter(request, response);
  }
}

package frontdesk.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large, said beforehand or not, and parameters nothing can store. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LimitFilter extends OncePerRequestFilter {

  private static final int MIB = 1024 * 1024;
  private static final int API = MIB;

  /** Vendors send batches; Meta's are the largest, at 3 MB. */
  private static final int WEBHOOK = 4 * MIB;

  /** A little more than a file may have, so that its endpoint can say how large it may be. */
  private static final int UPLOAD = 17 * MIB;

  /** A file is held in memory whole while it comes: no crowd of them may fill it. */
  private static final int UPLOADS_AT_ONCE = 4;

  private static final Duration WAIT_FOR_ROOM = Duration.ofSeconds(2);

  private final ProblemWriter problems;
  private final Semaphore uploads = new Semaphore(UPLOADS_AT_ONCE);

  LimitFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  /** More came than was announced or is accepted. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("The body is too large");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var limit = limitOf(request);
    if (request.getContentLengthLong() > limit) {
      // what is not read must not be taken for the next request
      response.setHeader("Connection", "close");
      problems.write(response, new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large"));
      return;
    }
    var unstorable =
        query(request).entrySet().stream()
            .filter(p -> !storable(p))
            .map(Map.Entry::getKey)
            .findFirst();
    if (unstorable.isPresent()) {
      var field = StrictJsonFactory.storable(unstorable.get()) ? unstorable.get() : "";
      var error = new Problems.FieldError(field, Texts.say("http.unstorable"));
      problems.write(
          response,
          new Refused(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid", Map.of("errors", List.of(error))));
      return;
    }
    var limited = new Limited(request, limit);
    if (limit == UPLOAD) {
      upload(limited, response, chain);
    } else {
      chain.doFilter(limited, response);
    }
  }

  private void upload(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasRoom()) {
      response.setHeader("Connection", "close");
      problems.write(response, new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      uploads.release();
    }
  }

  private boolean hasRoom() {
    try {
      return uploads.tryAcquire(WAIT_FOR_ROOM.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Those of the address alone: a form's body is left to whoever checks its signature. */
  private static Map<String, String[]> query(HttpServletRequest request) {
    var form = request.getContentType() != null && request.getContentType().contains("form");
    return request.getQueryString() == null || form ? Map.of() : request.getParameterMap();
  }

  private static boolean storable(Map.Entry<String, String[]> parameter) {
    return StrictJsonFactory.storable(parameter.getKey())
        && List.of(parameter.getValue()).stream().allMatch(StrictJsonFactory::storable);
  }

  private static int limitOf(HttpServletRequest request) {
    var path = request.getServletPath();
    if (path.startsWith("/webhook/") || path.equals("/api/subscriptions/webhook")) {
      return WEBHOOK;
    }
    var file = path.endsWith("/files") && request.getMethod().equals("POST");
    return file ? UPLOAD : API;
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final int limit;

    Limited(HttpServletRequest request, int limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {

    private final ServletInputStream in;
    private long left;

    Counted(ServletInputStream in, int limit) {
      this.in = in;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      return count(in.read(), 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = in.read(into, offset, length);
      return count(read, read);
    }

    private int count(int result, int bytes) {
      if (result >= 0) {
        left -= bytes;
        if (left < 0) {
          throw new TooLarge();
        }
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}

package frontdesk.http;

import frontdesk.http.IdempotencyStore.Answer;
import frontdesk.http.IdempotencyStore.Begun;
import frontdesk.http.IdempotencyStore.Key;
import frontdesk.tenancy.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives a repeated request its first answer. Runs behind the security chain, where the tenant and
 * the caller are known. What failed on our side or was refused for its rate is not kept.
 */
@Component
@Order(-50)
class IdempotencyFilter extends OncePerRequestFilter {

  static final String HEADER = "Idempotency-Key";

  /** Of a request that is being worked on, where its transactions find it. */
  static final String KEY = IdempotencyFilter.class.getName();

  private static final Set<String> WRITING = Set.of("POST", "PUT", "DELETE", "PATCH");
  private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 413, 429);

  private final IdempotencyStore store;
  private final Tenancy tenancy;
  private final ProblemWriter problems;
  private final Clock clock;

  IdempotencyFilter(IdempotencyStore store, Tenancy tenancy, ProblemWriter problems, Clock clock) {
    this.store = store;
    this.tenancy = tenancy;
    this.problems = problems;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HEADER) == null
        || !WRITING.contains(request.getMethod())
        || tenancy.find().isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var asked = request.getHeader(HEADER);
    if (!WELL_FORMED.matcher(asked).matches()) {
      var error = new Problems.FieldError(HEADER, Texts.say("http.idempotency-key"));
      problems.write(
          response,
          new Refused(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid", Map.of("errors", List.of(error))));
      return;
    }
    byte[] body;
    try {
      body = request.getInputStream().readAllBytes();
    } catch (LimitFilter.TooLarge e) {
      problems.write(response, new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large"));
      return;
    }
    var key = new Key(caller(request), asked);
    switch (store.begin(key, fingerprint(request, body), clock.instant())) {
      case Begun.First() -> answerFirst(key, new Again(request, body), response, chain);
      case Begun.Repeat(var answer) -> repeat(answer, response);
      case Begun.OtherRequest() ->
          problems.write(
              response, new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-mismatch"));
      case Begun.StillRunning() ->
          problems.write(
              response,
              new Refused(HttpStatus.CONFLICT, "request-running")
                  .with(HttpHeaders.RETRY_AFTER, "1"));
      case Begun.AnswerLost() ->
          problems.write(response, new Refused(HttpStatus.CONFLICT, "answer-lost"));
    }
  }

  private void answerFirst(
      Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var kept = new ContentCachingResponseWrapper(response);
    var done = false;
    try {
      request.setAttribute(KEY, key);
      chain.doFilter(request, kept);
      request.removeAttribute(KEY);
      if (kept.getStatus() < 500 && !NOT_KEPT.contains(kept.getStatus())) {
        store.keep(
            key,
            new Answer(
                kept.getStatus(),
                kept.getContentType(),
                kept.getHeader(HttpHeaders.LOCATION),
                kept.getContentAsByteArray()));
        done = true;
      }
    } finally {
      request.removeAttribute(KEY);
      if (!done) {
        store.forget(key);
      }
      kept.copyBodyToResponse();
    }
  }

  private static void repeat(Answer answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Idempotent-Replay", "true");
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (answer.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, answer.location());
    }
    response.getOutputStream().write(answer.body());
  }

  /** Whoever else guesses a key gets nobody's answer but their own. */
  private static String caller(HttpServletRequest request) {
    var principal = request.getUserPrincipal();
    var visitor = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (principal != null) {
      return principal.getName();
    }
    return visitor == null
        ? "public"
        : Base64.getUrlEncoder().encodeToString(sha256(visitor.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
    var line =
        request.getMethod()
            + " "
            + request.getServletPath()
            + "?"
            + request.getQueryString()
            + "\n";
    return sha256(line.getBytes(StandardCharsets.UTF_8), body);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The request, with the body that was read to know it. */
  private static final class Again extends HttpServletRequestWrapper {

    private final byte[] body;

    Again(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var in = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return in.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
          return in.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body has been read");
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}

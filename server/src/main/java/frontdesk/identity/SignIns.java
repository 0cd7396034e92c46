package frontdesk.identity;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Gives a person their way in: cookies for the browser, a bearer for programs. */
@Service
public class SignIns {

  static final String ACCESS = "fd_access";
  static final String REFRESH = "fd_refresh";
  static final String CROSS_SITE = "XSRF-TOKEN";
  private static final int USER_AGENT_LENGTH = 300;

  private final Sessions sessions;
  private final AccessTokens tokens;
  private final AccountStore accounts;
  private final Tenants tenants;
  private final Tenancy tenancy;

  SignIns(
      Sessions sessions,
      AccessTokens tokens,
      AccountStore accounts,
      Tenants tenants,
      Tenancy tenancy) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.accounts = accounts;
    this.tenants = tenants;
    this.tenancy = tenancy;
  }

  public record Business(UUID id, String slug, String name, String plan, String status) {}

  /**
   * @param id the member's, or the account's for whoever runs the platform
   */
  public record User(
      UUID id,
      String email,
      @Schema(
              allowableValues = {
                "owner",
                "manager",
                "operator",
                "order_manager",
                "accountant",
                "platform_administrator"
              })
          String role) {}

  /**
   * @param tenant none for whoever runs the platform
   * @param accessToken for the header, bound to this business
   * @param expiresIn seconds
   */
  public record Answer(Optional<Business> tenant, User user, String accessToken, long expiresIn) {}

  /**
   * Begins a session for an account whose right to it has been shown.
   *
   * @param business the one its bearer is bound to; none for whoever runs the platform
   */
  public ResponseEntity<Answer> begin(
      HttpStatusCode status,
      UUID account,
      Optional<TenantId> business,
      HttpServletRequest request) {
    var agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    var begun =
        sessions.begin(
            account,
            agent.substring(0, Math.min(USER_AGENT_LENGTH, agent.length())),
            request.getRemoteAddr());
    return answer(status, account, begun, business);
  }

  ResponseEntity<Answer> answer(
      HttpStatusCode status,
      UUID account,
      Sessions.Refreshed.Renewed renewed,
      Optional<TenantId> business) {
    var session = renewed.session();
    var cookies = new HttpHeaders();
    add(
        cookies,
        cookie(ACCESS, tokens.issue(new AccessTokens.Claim(session, Optional.empty())))
            .httpOnly(true)
            .path("/"));
    add(cookies, cookie(REFRESH, renewed.token()).httpOnly(true).path("/api/auth"));
    add(cookies, cookie(CROSS_SITE, tokens.crossSiteToken(session)).path("/"));
    var body =
        new Answer(
            business.map(this::business),
            user(account, business),
            tokens.issue(new AccessTokens.Claim(session, business)),
            AccessTokens.LIFETIME.toSeconds());
    return ResponseEntity.status(status).headers(cookies).body(body);
  }

  /** The same, with what this browser shows in place of a code. */
  static ResponseEntity<Answer> trusting(ResponseEntity<Answer> answer, String device) {
    var headers = new HttpHeaders();
    headers.addAll(answer.getHeaders());
    add(
        headers,
        cookie(SignInSteps.DEVICE, device)
            .httpOnly(true)
            .path("/api/auth")
            .maxAge(SecondFactors.TRUSTED));
    return ResponseEntity.status(answer.getStatusCode()).headers(headers).body(answer.getBody());
  }

  /** A bearer without cookies or a request, as programs of our own need. */
  public String bearer(UUID account, TenantId business) {
    var begun = sessions.begin(account, "", "");
    return tokens.issue(new AccessTokens.Claim(begun.session(), Optional.of(business)));
  }

  public Business business(TenantId id) {
    var tenant = tenancy.as(id, tenants::get);
    return new Business(id.value(), tenant.slug(), tenant.name(), tenant.plan(), tenant.status());
  }

  private User user(UUID account, Optional<TenantId> business) {
    var email = accounts.get(account).email();
    return business
        .flatMap(tenant -> sessions.caller(tenant, account))
        .map(caller -> new User(caller.member(), email, caller.role().word()))
        .orElseGet(() -> new User(account, email, "platform_administrator"));
  }

  /** Takes the cookies back. */
  static HttpHeaders goodbye() {
    var cookies = new HttpHeaders();
    add(cookies, cookie(ACCESS, "").httpOnly(true).path("/").maxAge(Duration.ZERO));
    add(cookies, cookie(REFRESH, "").httpOnly(true).path("/api/auth").maxAge(Duration.ZERO));
    add(cookies, cookie(CROSS_SITE, "").path("/").maxAge(Duration.ZERO));
    return cookies;
  }

  /** The access cookie outlives its token: an expired one is told from none. */
  private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .secure(true)
        .sameSite("Lax")
        .maxAge(Sessions.REFRESH_LIFETIME);
  }

  private static void add(HttpHeaders headers, ResponseCookie.ResponseCookieBuilder cookie) {
    headers.add(HttpHeaders.SET_COOKIE, cookie.build().toString());
  }
}

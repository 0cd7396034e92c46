package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, staying in, signing out. */
@RestController
class AuthController {

  private final AccountStore accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignIns signIns;
  private final SignInSteps steps;
  private final SecondFactors factors;
  private final Links links;
  private final RateLimits limits;

  AuthController(
      AccountStore accounts,
      Passwords passwords,
      Sessions sessions,
      SignIns signIns,
      SignInSteps steps,
      SecondFactors factors,
      Links links,
      RateLimits limits) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.signIns = signIns;
    this.steps = steps;
    this.factors = factors;
    this.links = links;
    this.limits = limits;
  }

  record Login(
      @NotBlank @Size(max = 254) String email, @NotNull @Size(max = 1_000) String password) {}

  /** The same words and the same time whether there is such an account or the password is wrong. */
  @PostMapping("/api/auth/login")
  ResponseEntity<SignIns.Answer> login(
      @Valid @RequestBody Login login, HttpServletRequest request) {
    var email = Accounts.plain(login.email());
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    limits.require(Limit.WRONG_PASSWORD, email);
    var account = accounts.findByEmail(email);
    if (!passwords.matches(login.password(), account.map(AccountStore.Account::passwordHash))) {
      limits.take(Limit.WRONG_PASSWORD, email);
      throw new Refused(HttpStatus.UNAUTHORIZED, "wrong-credentials");
    }
    limits.forget(Limit.WRONG_PASSWORD, email);
    return steps.proceed(account.orElseThrow().id(), request);
  }

  /**
   * @param challenge as it came with the refusal {@code second-factor}
   * @param code of the app, or one of the recovery codes
   * @param trust whether this browser need not show one for the next thirty days
   */
  record SecondStep(
      @NotBlank @Size(max = 200) String challenge,
      @NotBlank @Size(max = 40) String code,
      @Nullable Boolean trust) {}

  /** The second step, for who has a second factor. */
  @PostMapping("/api/auth/login/code")
  ResponseEntity<SignIns.Answer> code(
      @Valid @RequestBody SecondStep step, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    var account =
        links
            .find(Links.Purpose.SECOND_FACTOR, step.challenge())
            .orElseThrow(() -> new Refused(HttpStatus.GONE, "sign-in-again"));
    limits.require(Limit.WRONG_CODE, account.toString());
    if (!factors.takes(account, step.code())) {
      limits.take(Limit.WRONG_CODE, account.toString());
      throw new Invalid("code", Texts.say("identity.code-wrong"));
    }
    limits.forget(Limit.WRONG_CODE, account.toString());
    links.use(Links.Purpose.SECOND_FACTOR, step.challenge());
    var answer = steps.in(account, request);
    return Boolean.TRUE.equals(step.trust())
        ? SignIns.trusting(answer, factors.trust(account))
        : answer;
  }

  @PostMapping("/api/auth/refresh")
  ResponseEntity<SignIns.Answer> refresh(HttpServletRequest request) {
    requireOwnSite(request);
    var token =
        Credentials.cookie(request, SignIns.REFRESH)
            .orElseThrow(() -> Credentials.unauthorized("unauthenticated"));
    return switch (sessions.refresh(token)) {
      case Sessions.Refreshed.Renewed renewed -> {
        var account = sessions.find(renewed.session()).orElseThrow().account();
        yield signIns.answer(HttpStatus.OK, account, renewed, steps.business(account, request));
      }
      case Sessions.Refreshed.Refused(), Sessions.Refreshed.Stolen() ->
          throw Credentials.unauthorized("session-ended");
    };
  }

  @PostMapping("/api/auth/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  ResponseEntity<Void> logout(HttpServletRequest request) {
    requireOwnSite(request);
    Credentials.cookie(request, SignIns.REFRESH).ifPresent(sessions::endByToken);
    if (request.getAttribute(SignedIn.class.getName()) instanceof SignedIn who) {
      who.session().ifPresent(session -> sessions.end(who.account(), session, "signed out"));
    }
    return ResponseEntity.noContent().headers(SignIns.goodbye()).build();
  }

  /** Cookies alone speak here, and browsers say whose page sent them. */
  private static void requireOwnSite(HttpServletRequest request) {
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      throw new Refused(HttpStatus.FORBIDDEN, "cross-site");
    }
  }
}

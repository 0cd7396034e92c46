package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's second factor: turned on with an app, and off again. */
@RestController
@RequiresAccount
class SecondFactorController {

  private final SecondFactors factors;
  private final OwnPassword ownPassword;
  private final AccountStore accounts;
  private final RateLimits limits;

  SecondFactorController(
      SecondFactors factors, OwnPassword ownPassword, AccountStore accounts, RateLimits limits) {
    this.factors = factors;
    this.ownPassword = ownPassword;
    this.accounts = accounts;
    this.limits = limits;
  }

  /**
   * @param required whether it cannot be turned off, as for whoever runs the platform
   */
  record State(boolean on, Optional<Instant> since, int recoveryCodesLeft, boolean required) {}

  record Proof(@NotNull @Size(max = 1_000) String password) {}

  /**
   * @param key for typing into an app
   * @param uri for the picture that an app reads
   */
  record Secret(String key, String uri) {}

  record Code(@NotBlank @Size(max = 40) String code) {}

  /** Each is good for one sign-in; they are told this once. */
  record RecoveryCodes(List<String> codes) {}

  @GetMapping("/api/auth/second-factor")
  State state(SignedIn who) {
    var since = factors.since(who.account());
    return new State(
        since.isPresent(), since, factors.codesLeft(who.account()), who.platformAdministrator());
  }

  /** Gives the secret for an app; the factor is on after its first code is confirmed. */
  @PostMapping("/api/auth/second-factor")
  Secret begin(SignedIn who, @Valid @RequestBody Proof proof) {
    ownPassword.require(who, "password", proof.password());
    if (factors.isOn(who.account())) {
      throw new Refused(HttpStatus.CONFLICT, "second-factor-on");
    }
    var key = Totp.base32(factors.begin(who.account()));
    var email = URLEncoder.encode(accounts.get(who.account()).email(), StandardCharsets.UTF_8);
    return new Secret(
        key, "otpauth://totp/Frontdesk:%s?secret=%s&issuer=Frontdesk".formatted(email, key));
  }

  @PostMapping("/api/auth/second-factor/confirm")
  RecoveryCodes confirm(SignedIn who, @Valid @RequestBody Code code) {
    ownSession(who);
    if (factors.isOn(who.account())) {
      throw new Refused(HttpStatus.CONFLICT, "second-factor-on");
    }
    limits.require(Limit.WRONG_CODE, who.account().toString());
    var codes = factors.confirm(who.account(), code.code().replaceAll("\\s", ""));
    if (codes.isEmpty()) {
      limits.take(Limit.WRONG_CODE, who.account().toString());
      throw new Invalid("code", Texts.say("identity.code-wrong"));
    }
    return new RecoveryCodes(codes.get());
  }

  @PostMapping("/api/auth/second-factor/off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void turnOff(SignedIn who, @Valid @RequestBody Proof proof) {
    ownPassword.require(who, "password", proof.password());
    if (who.platformAdministrator()) {
      throw new Refused(HttpStatus.CONFLICT, "second-factor-required");
    }
    factors.turnOff(who.account());
  }

  /** New ones; the old ones are worth nothing from then on. */
  @PostMapping("/api/auth/second-factor/recovery-codes")
  RecoveryCodes renew(SignedIn who, @Valid @RequestBody Proof proof) {
    ownPassword.require(who, "password", proof.password());
    if (!factors.isOn(who.account())) {
      throw new Refused(HttpStatus.CONFLICT, "second-factor-off");
    }
    return new RecoveryCodes(factors.renewCodes(who.account()));
  }

  private static void ownSession(SignedIn who) {
    if (who.session().isEmpty()) {
      throw new Refused(HttpStatus.FORBIDDEN, "forbidden");
    }
  }
}

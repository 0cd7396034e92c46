package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a link to an invitation shows, and accepting it: with a new account, or one's own. */
@RestController
class JoinController {

  private final Joining joining;
  private final Accounts accounts;
  private final Members members;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final SignIns signIns;
  private final RateLimits limits;

  JoinController(
      Joining joining,
      Accounts accounts,
      Members members,
      Tenants tenants,
      Tenancy tenancy,
      SignIns signIns,
      RateLimits limits) {
    this.joining = joining;
    this.accounts = accounts;
    this.members = members;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.signIns = signIns;
    this.limits = limits;
  }

  /**
   * @param known whether the address has an account, which is then the one to accept with
   * @param mine whether that account is signed in here
   */
  record Offer(
      String business, String email, Role role, String invitedBy, boolean known, boolean mine) {}

  /**
   * @param password of the account that is to be made; not used with one's own
   */
  record Accept(
      @NotBlank @Size(max = 120) String name, @Nullable @Size(max = 1_000) String password) {}

  @GetMapping("/api/auth/invitations/{token}")
  Offer look(@PathVariable String token, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    var found = find(token);
    var invitation = found.invitation();
    var account = accounts.find(invitation.email());
    return tenancy.as(
        found.tenant(),
        () ->
            new Offer(
                tenants.get().name(),
                invitation.email(),
                invitation.role(),
                members.names().getOrDefault(invitation.invitedBy(), ""),
                account.isPresent(),
                account.isPresent() && account.equals(signedIn(request))));
  }

  @PostMapping("/api/auth/invitations/{token}/accept")
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<SignIns.Answer> accept(
      @PathVariable String token,
      @Valid @RequestBody Accept accept,
      Locale locale,
      HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    var found = find(token);
    var known = accounts.find(found.invitation().email());
    var name = accept.name().strip();
    var account =
        known.isPresent()
            ? own(known.get(), found, name, request)
            : fresh(accept, found, name, locale);
    return signIns.begin(
        HttpStatus.CREATED,
        account.orElseThrow(JoinController::over),
        Optional.of(found.tenant()),
        request);
  }

  private Optional<UUID> own(
      UUID account, Joining.Found found, String name, HttpServletRequest request) {
    if (!signedIn(request).equals(Optional.of(account))) {
      throw new Refused(HttpStatus.FORBIDDEN, "other-account");
    }
    return Optional.of(account).filter(id -> joining.join(found, id, name));
  }

  private Optional<UUID> fresh(Accept accept, Joining.Found found, String name, Locale locale) {
    var password =
        Optional.ofNullable(accept.password())
            .orElseThrow(() -> new Invalid("password", Texts.say("identity.password-needed")));
    NewPasswords.check("password", password);
    var language = locale.getLanguage().equals("it") ? Locale.ITALIAN : Locale.ENGLISH;
    return joining.join(found, name, accounts.hash(password), language);
  }

  private Joining.Found find(String token) {
    return joining.find(token).orElseThrow(JoinController::over);
  }

  private static Optional<UUID> signedIn(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()))
        .map(SignedIn::account);
  }

  private static Refused over() {
    return new Refused(HttpStatus.GONE, "invitation-over");
  }
}

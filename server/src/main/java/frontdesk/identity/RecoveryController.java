package frontdesk.identity;

import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forgotten passwords, links to sign in by, and the proof of an address. */
@RestController
class RecoveryController {

  private final Recovery recovery;
  private final Links links;
  private final Passwords passwords;
  private final AccountStore accounts;
  private final SignInSteps steps;
  private final RateLimits limits;

  RecoveryController(
      Recovery recovery,
      Links links,
      Passwords passwords,
      AccountStore accounts,
      SignInSteps steps,
      RateLimits limits) {
    this.recovery = recovery;
    this.links = links;
    this.passwords = passwords;
    this.accounts = accounts;
    this.steps = steps;
    this.limits = limits;
  }

  record Address(@NotBlank @Email @Size(max = 254) String email) {}

  record Link(@NotBlank @Size(max = 200) String token) {}

  record Reset(
      @NotBlank @Size(max = 200) String token, @NotNull @Size(max = 1_000) String password) {}

  /** Answered alike whether or not there is such an account; a mail goes to who has one. */
  @PostMapping("/api/auth/forgot")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void forgot(@Valid @RequestBody Address address, HttpServletRequest request) {
    ask(EntryMails.RESET, address, request);
  }

  /** Whether the link of the mail still leads somewhere. */
  @GetMapping("/api/auth/reset/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void look(@PathVariable String token, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    if (!links.isGood(Links.Purpose.RESET, token)) {
      throw over();
    }
  }

  /** Sets the password and ends every session; signing in comes after. */
  @PostMapping("/api/auth/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@Valid @RequestBody Reset reset, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    NewPasswords.check("password", reset.password());
    if (!links.isGood(Links.Purpose.RESET, reset.token())
        || !recovery.reset(reset.token(), passwords.hash(reset.password()))) {
      throw over();
    }
  }

  /** Answered alike whether or not there is such an account. */
  @PostMapping("/api/auth/link")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void link(@Valid @RequestBody Address address, HttpServletRequest request) {
    ask(EntryMails.SIGN_IN, address, request);
  }

  @PostMapping("/api/auth/link/login")
  ResponseEntity<SignIns.Answer> signIn(@Valid @RequestBody Link link, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    var account = recovery.signIn(link.token()).orElseThrow(RecoveryController::over);
    return steps.proceed(account, request);
  }

  @PostMapping("/api/auth/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void verify(@Valid @RequestBody Link link, HttpServletRequest request) {
    limits.take(Limit.SIGN_IN, request.getRemoteAddr());
    if (!recovery.verify(link.token())) {
      throw over();
    }
  }

  /** Sends the mail with the link once more; none when the address is proven already. */
  @PostMapping("/api/auth/verify/send")
  @RequiresAccount
  @ResponseStatus(HttpStatus.ACCEPTED)
  void sendVerification(SignedIn who) {
    var email = accounts.get(who.account()).email();
    limits.take(Limit.MAIL, email);
    recovery.ask(EntryMails.VERIFY, email);
  }

  private void ask(String kind, Address address, HttpServletRequest request) {
    limits.take(Limit.MAIL_ASKED, request.getRemoteAddr());
    limits.take(Limit.MAIL, Accounts.plain(address.email()));
    recovery.ask(kind, address.email());
  }

  private static Refused over() {
    return new Refused(HttpStatus.GONE, "link-over");
  }
}

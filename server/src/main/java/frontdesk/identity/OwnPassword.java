package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks for the password once more before the way in itself is changed. */
@Component
class OwnPassword {

  private final AccountStore accounts;
  private final Passwords passwords;
  private final RateLimits limits;

  OwnPassword(AccountStore accounts, Passwords passwords, RateLimits limits) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
  }

  /** The session of the person, who has shown the password; programs have no say in this. */
  UUID require(SignedIn who, String field, String password) {
    var session = who.session().orElseThrow(() -> new Refused(HttpStatus.FORBIDDEN, "forbidden"));
    var account = accounts.get(who.account());
    limits.require(Limit.WRONG_PASSWORD, account.email());
    if (!passwords.matches(password, Optional.of(account.passwordHash()))) {
      limits.take(Limit.WRONG_PASSWORD, account.email());
      throw new Invalid(field, Texts.say("identity.password-wrong"));
    }
    return session;
  }
}

package frontdesk.identity;

import frontdesk.http.Refused;
import frontdesk.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets through who runs the platform. From their second day on they need a second factor: a fresh
 * installation must be usable to set it up. The demo, whose password everybody knows, asks for
 * none.
 */
@Component
class PlatformDoor {

  private static final Duration GRACE = Duration.ofDays(1);

  private final AccountStore accounts;
  private final SecondFactors factors;
  private final boolean demo;
  private final Clock clock;

  PlatformDoor(AccountStore accounts, SecondFactors factors, Settings settings, Clock clock) {
    this.accounts = accounts;
    this.factors = factors;
    this.demo = settings.demo();
    this.clock = clock;
  }

  void require(Optional<SignedIn> who) {
    var account =
        who.filter(SignedIn::platformAdministrator)
            .map(SignedIn::account)
            .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "not-found"));
    if (demo || factors.isOn(account)) {
      return;
    }
    var since = accounts.administratorSince(account);
    if (!since.plus(GRACE).isAfter(clock.instant())) {
      throw new Refused(HttpStatus.FORBIDDEN, "second-factor-needed");
    }
  }
}

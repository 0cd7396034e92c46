package frontdesk.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a link in a mail allows: once, for a while, to who holds it; kept as a hash. */
@Service
class Links {

  enum Purpose {
    RESET(Duration.ofHours(1)),
    VERIFY(Duration.ofDays(7)),
    SIGN_IN(Duration.ofMinutes(15)),
    /** The password was right, the code is still to come. */
    SECOND_FACTOR(Duration.ofMinutes(10));

    private final Duration lasts;

    Purpose(Duration lasts) {
      this.lasts = lasts;
    }

    Duration lasts() {
      return lasts;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final LinkStore store;
  private final Clock clock;

  Links(LinkStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The secret part of a fresh link, told this once. */
  @Transactional
  public String make(Purpose purpose, UUID account) {
    var secret = Secrets.next();
    var now = clock.instant();
    store.insert(Secrets.hash(secret), purpose, account, now, now.plus(purpose.lasts()));
    return secret;
  }

  boolean isGood(Purpose purpose, String secret) {
    return find(purpose, secret).isPresent();
  }

  Optional<UUID> find(Purpose purpose, String secret) {
    return store.find(Secrets.hash(secret), purpose, clock.instant());
  }

  /** Whose it is; from then on neither it nor its fellows lead anywhere. */
  @Transactional
  public Optional<UUID> use(Purpose purpose, String secret) {
    var now = clock.instant();
    var account = store.use(Secrets.hash(secret), purpose, now);
    account.ifPresent(id -> store.useUp(id, purpose, now));
    return account;
  }
}

package frontdesk.identity;

import frontdesk.mail.Mails;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in. */
@Service
public class Accounts {

  private final AccountStore store;
  private final Passwords passwords;
  private final Mails mails;
  private final Clock clock;

  Accounts(AccountStore store, Passwords passwords, Mails mails, Clock clock) {
    this.store = store;
    this.passwords = passwords;
    this.mails = mails;
    this.clock = clock;
  }

  /** A password made ready to be kept, which takes time and must happen outside of transactions. */
  public record HashedPassword(String value) {}

  public HashedPassword hash(String password) {
    return new HashedPassword(passwords.hash(password));
  }

  public boolean exists(String email) {
    return find(email).isPresent();
  }

  public Optional<UUID> find(String email) {
    return store.findByEmail(plain(email)).map(AccountStore.Account::id);
  }

  public String email(UUID account) {
    return store.get(account).email();
  }

  /** Empty when the e-mail has an account already. */
  @Transactional
  public Optional<UUID> create(String email, HashedPassword password, Locale locale) {
    var account =
        new AccountStore.Account(
            Ids.next(), plain(email), password.value(), locale.toLanguageTag(), false);
    return store.insert(account, clock.instant()) ? Optional.of(account.id()) : Optional.empty();
  }

  /** Asks the person to prove that mails reach them; in the transaction that makes the account. */
  @Transactional
  public void askForProof(String email) {
    mails.ask(EntryMails.VERIFY, plain(email), Map.of());
  }

  /** Lets an account run the platform; again is no harm. */
  @Transactional
  public void appointPlatformAdministrator(UUID account) {
    store.insertPlatformAdministrator(account, clock.instant());
  }

  static String plain(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}

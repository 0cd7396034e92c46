package frontdesk.identity;

import frontdesk.mail.Mails;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways back in by mail, and the proof that mails arrive. */
@Service
class Recovery {

  private final AccountStore accounts;
  private final Links links;
  private final Sessions sessions;
  private final SecondFactorStore factors;
  private final Mails mails;
  private final AccountAudit audit;
  private final Clock clock;

  Recovery(
      AccountStore accounts,
      Links links,
      Sessions sessions,
      SecondFactorStore factors,
      Mails mails,
      AccountAudit audit,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.sessions = sessions;
    this.factors = factors;
    this.mails = mails;
    this.audit = audit;
    this.clock = clock;
  }

  /** The same for every address: nothing is looked up before the mail is written. */
  @Transactional
  public void ask(String kind, String email) {
    mails.ask(kind, Accounts.plain(email), Map.of());
  }

  /** Ends every session. False when the link leads nowhere any more. */
  @Transactional
  public boolean reset(String secret, String passwordHash) {
    var account = links.use(Links.Purpose.RESET, secret);
    account.ifPresent(
        id -> {
          accounts.setPassword(id, passwordHash);
          accounts.verifyEmail(id, clock.instant());
          sessions.endAll(id, "password reset");
          factors.forgetDevices(id);
          mails.ask(EntryMails.PASSWORD_CHANGED, accounts.get(id).email(), Map.of());
          audit.record(id, "account.password-reset");
        });
    return account.isPresent();
  }

  @Transactional
  public boolean verify(String secret) {
    var account = links.use(Links.Purpose.VERIFY, secret);
    account.ifPresent(id -> accounts.verifyEmail(id, clock.instant()));
    return account.isPresent();
  }

  /** Who signs in by a mailed link; that it came proves the address too. */
  @Transactional
  public Optional<UUID> signIn(String secret) {
    var account = links.use(Links.Purpose.SIGN_IN, secret);
    account.ifPresent(id -> accounts.verifyEmail(id, clock.instant()));
    return account;
  }
}

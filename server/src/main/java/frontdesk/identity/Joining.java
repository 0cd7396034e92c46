package frontdesk.identity;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Accepting an invitation, from outside of the business. */
@Service
class Joining {

  private final InvitationStore store;
  private final Accounts accounts;
  private final AccountStore accountStore;
  private final Members members;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Joining(
      InvitationStore store,
      Accounts accounts,
      AccountStore accountStore,
      Members members,
      Tenancy tenancy,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.accountStore = accountStore;
    this.members = members;
    this.tenancy = tenancy;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** An invitation and the way one came to it. */
  record Found(TenantId tenant, Invitation invitation, boolean mailed) {}

  /** Empty when it was accepted or revoked, or has run out. */
  Optional<Found> find(String secret) {
    return store
        .findLink(Secrets.hash(secret))
        .flatMap(
            link ->
                tenancy
                    .as(link.tenant(), () -> store.findOpen(link.invitation()))
                    .filter(invitation -> invitation.expiresAt().isAfter(clock.instant()))
                    .map(invitation -> new Found(link.tenant(), invitation, link.mailed())));
  }

  /** With an account that is to be made; empty when somebody was first. */
  Optional<UUID> join(Found found, String name, Accounts.HashedPassword password, Locale locale) {
    return in(
        found,
        () ->
            accounts
                .create(found.invitation().email(), password, locale)
                .filter(account -> accept(found, account, name)));
  }

  /** With the account of who is signed in; false when somebody was first. */
  boolean join(Found found, UUID account, String name) {
    return in(found, () -> Optional.of(account).filter(id -> accept(found, id, name))).isPresent();
  }

  private boolean accept(Found found, UUID account, String name) {
    if (!store.close(found.invitation().id(), clock.instant())) {
      return false;
    }
    members.join(account, name, found.invitation().role());
    if (found.mailed()) {
      accountStore.verifyEmail(account, clock.instant());
    } else if (!accountStore.get(account).emailVerified()) {
      accounts.askForProof(found.invitation().email());
    }
    return true;
  }

  /** All of it or nothing: who was too late leaves no account behind. */
  private Optional<UUID> in(Found found, Supplier<Optional<UUID>> work) {
    return tenancy.as(
        found.tenant(),
        () ->
            transaction.<Optional<UUID>>execute(
                tx -> {
                  var joined = work.get();
                  if (joined.isEmpty()) {
                    tx.setRollbackOnly();
                  }
                  return joined;
                }));
  }
}

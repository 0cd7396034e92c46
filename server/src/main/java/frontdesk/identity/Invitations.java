package frontdesk.identity;

import frontdesk.mail.Mails;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking people to join, from the business's side. */
@Service
class Invitations {

  private static final Duration LASTS = Duration.ofDays(7);

  private final InvitationStore store;
  private final AccountStore accounts;
  private final MemberStore members;
  private final AuditTrail audit;
  private final Mails mails;
  private final Tenancy tenancy;
  private final InvitationLinks links;
  private final Clock clock;

  Invitations(
      InvitationStore store,
      AccountStore accounts,
      MemberStore members,
      AuditTrail audit,
      Mails mails,
      Tenancy tenancy,
      InvitationLinks links,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.members = members;
    this.audit = audit;
    this.mails = mails;
    this.tenancy = tenancy;
    this.links = links;
    this.clock = clock;
  }

  /** What came of inviting somebody. */
  sealed interface Outcome {
    record Invited(Invitation invitation) implements Outcome {}

    record Member() implements Outcome {}

    record InvitedBefore() implements Outcome {}
  }

  @Transactional
  public Outcome invite(Caller by, String address, Role role) {
    var email = Accounts.plain(address);
    var now = clock.instant();
    if (isMember(email)) {
      return new Outcome.Member();
    }
    var invitation = new Invitation(Ids.next(), email, role, by.member(), now, now.plus(LASTS));
    if (!store.insert(invitation)) {
      return new Outcome.InvitedBefore();
    }
    audit.record(
        "member.invited",
        "invitation",
        invitation.id(),
        Map.of(),
        Map.of("email", email, "role", role.word()));
    mail(invitation);
    return new Outcome.Invited(invitation);
  }

  List<Invitation> open() {
    return store.open();
  }

  Optional<Invitation> find(UUID invitation) {
    return store.findOpen(invitation);
  }

  /** Another mail with a fresh link; it may be accepted for another week. */
  @Transactional
  public void resend(Invitation invitation) {
    store.prolong(invitation.id(), clock.instant().plus(LASTS));
    audit.record(
        "invitation.resent",
        "invitation",
        invitation.id(),
        Map.of(),
        Map.of("email", invitation.email()));
    mail(invitation);
  }

  /** A link to hand over oneself; told this once. */
  @Transactional
  public String link(Invitation invitation) {
    audit.record(
        "invitation.link-made",
        "invitation",
        invitation.id(),
        Map.of(),
        Map.of("email", invitation.email()));
    return links.make(invitation.id(), false);
  }

  /** Every link to it leads nowhere from then on. */
  @Transactional
  public void revoke(Invitation invitation) {
    store.close(invitation.id(), clock.instant());
    audit.record(
        "invitation.revoked",
        "invitation",
        invitation.id(),
        Map.of("email", invitation.email(), "role", invitation.role().word()),
        Map.of());
  }

  private void mail(Invitation invitation) {
    mails.ask(
        InvitationMails.KIND,
        invitation.email(),
        Map.of("tenant", tenancy.current().toString(), "invitation", invitation.id().toString()));
  }

  private boolean isMember(String email) {
    return accounts
        .findByEmail(email)
        .flatMap(account -> members.findByAccount(tenancy.current(), account.id()))
        .isPresent();
  }
}

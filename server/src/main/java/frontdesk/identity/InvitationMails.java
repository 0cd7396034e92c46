package frontdesk.identity;

import frontdesk.http.Texts;
import frontdesk.mail.Mail;
import frontdesk.mail.MailOrder;
import frontdesk.mail.MailWriter;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mail that asks somebody to join; in their language when they have an account. */
@Component
class InvitationMails implements MailWriter {

  static final String KIND = "invitation";

  private final InvitationStore store;
  private final InvitationLinks links;
  private final AccountStore accounts;
  private final MemberStore members;
  private final Tenants tenants;
  private final Tenancy tenancy;

  InvitationMails(
      InvitationStore store,
      InvitationLinks links,
      AccountStore accounts,
      MemberStore members,
      Tenants tenants,
      Tenancy tenancy) {
    this.store = store;
    this.links = links;
    this.accounts = accounts;
    this.members = members;
    this.tenants = tenants;
    this.tenancy = tenancy;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  /** Nothing for one that was revoked or accepted meanwhile. */
  @Override
  public Optional<Mail> write(MailOrder order) {
    var tenant = new TenantId(UUID.fromString(order.about().get("tenant")));
    var id = UUID.fromString(order.about().get("invitation"));
    return tenancy.as(tenant, () -> store.findOpen(id).map(this::write));
  }

  private Mail write(Invitation invitation) {
    var business = tenants.get();
    var locale =
        accounts
            .findByEmail(invitation.email())
            .map(account -> Locale.forLanguageTag(account.locale()))
            .orElse(business.locale());
    var by = members.names().getOrDefault(invitation.invitedBy(), business.name());
    var role = Texts.say(locale, "identity.role." + invitation.role().word());
    return new Mail(
        locale,
        Texts.say(locale, "identity.mail.invitation.subject", business.name()),
        List.of(Texts.say(locale, "identity.mail.invitation.line", by, business.name(), role)),
        Optional.of(
            new Mail.Button(
                Texts.say(locale, "identity.mail.invitation.button"),
                links.make(invitation.id(), true))),
        Texts.say(locale, "identity.mail.invitation.small"));
  }
}

package frontdesk.identity;

import frontdesk.http.Texts;
import frontdesk.mail.Mail;
import frontdesk.mail.MailOrder;
import frontdesk.mail.MailWriter;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to members about what waits for them, in their language, while they want to know. */
@Component
class WaitingMailWriter implements MailWriter {

  /** When the mail server was away for so long, it is no news any more. */
  private static final Duration NEWS = Duration.ofHours(12);

  private final Map<String, WaitingNews> news;
  private final Members members;
  private final AccountStore accounts;
  private final OwnPreferences preferences;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final String site;

  WaitingMailWriter(
      List<WaitingNews> news,
      Members members,
      AccountStore accounts,
      OwnPreferences preferences,
      Tenants tenants,
      Tenancy tenancy,
      TransactionTemplate transaction,
      Clock clock,
      Settings settings) {
    this.news = news.stream().collect(Collectors.toMap(WaitingNews::kind, Function.identity()));
    this.members = members;
    this.accounts = accounts;
    this.preferences = preferences;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.transaction = transaction;
    this.clock = clock;
    this.site = settings.publicUrl();
  }

  @Override
  public Set<String> kinds() {
    return news.keySet();
  }

  /** Nothing when somebody has come meanwhile, or the member wants no such mails. */
  @Override
  public Optional<Mail> write(MailOrder order) {
    if (order.askedAt().plus(NEWS).isBefore(clock.instant())) {
      return Optional.empty();
    }
    var tenant = new TenantId(UUID.fromString(order.about().get("tenant")));
    return tenancy.as(
        tenant, () -> transaction.<Optional<Mail>>execute(tx -> writeAsTenant(order)));
  }

  private Optional<Mail> writeAsTenant(MailOrder order) {
    var known = Optional.ofNullable(news.get(order.kind())).orElseThrow();
    var about = UUID.fromString(order.about().get("about"));
    return members
        .find(UUID.fromString(order.about().get("member")))
        .filter(member -> member.may(known.permission()))
        .map(Members.Member::account)
        .filter(account -> preferences.of(account).waitingByMail())
        .map(account -> Locale.forLanguageTag(accounts.get(account).locale()))
        .flatMap(locale -> known.tell(about, locale).map(told -> mail(told, locale)));
  }

  private Mail mail(WaitingNews.News told, Locale locale) {
    var business = tenants.get();
    var address = "%s/app/%s/%s".formatted(site, business.slug(), told.place());
    return new Mail(
        locale,
        told.subject(),
        List.of(told.line()),
        Optional.of(new Mail.Button(told.button(), address)),
        Texts.say(locale, "identity.mail.waiting.small", business.name()));
  }
}

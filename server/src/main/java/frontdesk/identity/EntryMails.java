package frontdesk.identity;

import frontdesk.http.Texts;
import frontdesk.mail.Mail;
import frontdesk.mail.MailOrder;
import frontdesk.mail.MailWriter;
import frontdesk.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The mails about an account. Whether an address has one is looked up here, when the mail is
 * written: asking for a mail is the same work for every address.
 */
@Component
class EntryMails implements MailWriter {

  static final String RESET = "reset";
  static final String VERIFY = "verify";
  static final String SIGN_IN = "sign-in";
  static final String PASSWORD_CHANGED = "password-changed";
  static final String SECOND_FACTOR_ON = "second-factor-on";
  static final String SECOND_FACTOR_OFF = "second-factor-off";

  private final AccountStore accounts;
  private final Links links;
  private final String site;

  EntryMails(AccountStore accounts, Links links, Settings settings) {
    this.accounts = accounts;
    this.links = links;
    this.site = settings.publicUrl();
  }

  @Override
  public Set<String> kinds() {
    return Set.of(RESET, VERIFY, SIGN_IN, PASSWORD_CHANGED, SECOND_FACTOR_ON, SECOND_FACTOR_OFF);
  }

  @Override
  public Optional<Mail> write(MailOrder order) {
    return accounts.findByEmail(order.address()).flatMap(account -> write(order, account));
  }

  private Optional<Mail> write(MailOrder order, AccountStore.Account account) {
    return switch (order.kind()) {
      case RESET -> Optional.of(withLink(account, "reset", Links.Purpose.RESET, "/reset/"));
      case SIGN_IN ->
          Optional.of(withLink(account, "sign-in", Links.Purpose.SIGN_IN, "/login/link/"));
      case VERIFY ->
          account.emailVerified()
              ? Optional.empty()
              : Optional.of(withLink(account, "verify", Links.Purpose.VERIFY, "/verify/"));
      case PASSWORD_CHANGED, SECOND_FACTOR_ON, SECOND_FACTOR_OFF ->
          Optional.of(notice(account, order.kind()));
      default -> throw new IllegalArgumentException("No mail is called " + order.kind());
    };
  }

  private Mail withLink(
      AccountStore.Account account, String kind, Links.Purpose purpose, String path) {
    var locale = Locale.forLanguageTag(account.locale());
    var secret = links.make(purpose, account.id());
    return new Mail(
        locale,
        say(locale, kind, "subject"),
        List.of(say(locale, kind, "line")),
        Optional.of(new Mail.Button(say(locale, kind, "button"), site + path + secret)),
        say(locale, kind, "small"));
  }

  /** Tells of what was done, in case somebody else did it. */
  private Mail notice(AccountStore.Account account, String kind) {
    var locale = Locale.forLanguageTag(account.locale());
    return new Mail(
        locale,
        say(locale, kind, "subject"),
        List.of(say(locale, kind, "line")),
        Optional.of(new Mail.Button(Texts.say(locale, "identity.mail.not-me"), site + "/forgot")),
        Texts.say(locale, "identity.mail.was-me"));
  }

  private static String say(Locale locale, String kind, String part) {
    return Texts.say(locale, "identity.mail." + kind + "." + part);
  }
}

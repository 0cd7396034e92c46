package frontdesk.conversations;

import frontdesk.http.Texts;
import frontdesk.identity.Permission;
import frontdesk.identity.WaitingNews;
import frontdesk.tenancy.Tenants;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What those who run the business are mailed when nobody opens what waits for a person. */
@Component
class UnopenedHandoffs implements WaitingNews {

  static final String KIND = "handoff-waiting";

  private final ConversationStore conversations;
  private final Tenants tenants;

  UnopenedHandoffs(ConversationStore conversations, Tenants tenants) {
    this.conversations = conversations;
    this.tenants = tenants;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Permission permission() {
    return Permission.SETTINGS_CHANGE;
  }

  @Override
  public Optional<News> tell(UUID conversation, Locale locale) {
    return conversations
        .find(conversation)
        .filter(known -> known.needsPersonSince().isPresent())
        .map(known -> news(known, locale));
  }

  private News news(Conversation conversation, Locale locale) {
    var business = tenants.get().name();
    var name =
        conversation.contactName().isBlank()
            ? Texts.say(locale, "conversation.mail.waiting.somebody")
            : conversation.contactName();
    return new News(
        Texts.say(locale, "conversation.mail.waiting.subject", name, business),
        Texts.say(locale, "conversation.mail.waiting.line", name, business),
        Texts.say(locale, "conversation.mail.waiting.button"),
        "inbox/attention/" + conversation.id());
  }
}

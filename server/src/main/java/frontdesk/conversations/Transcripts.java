package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.AuditTrail;
import frontdesk.identity.MemberNames;
import frontdesk.tenancy.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A conversation as a text to keep: what was said to each other, by day, and nothing else. */
@Service
public class Transcripts {

  private static final int PAGE = 500;

  /** What the customer has not been told. */
  private static final Set<String> INTERNAL = Set.of("note", "event", "suggestion");

  private static final Set<String> NOT_SENT = Set.of("cancelled", "queued");

  private final InboxQueries inbox;
  private final MessageStore messages;
  private final MemberNames members;
  private final Tenants tenants;
  private final AuditTrail audit;

  Transcripts(
      InboxQueries inbox,
      MessageStore messages,
      MemberNames members,
      Tenants tenants,
      AuditTrail audit) {
    this.inbox = inbox;
    this.messages = messages;
    this.members = members;
    this.tenants = tenants;
    this.audit = audit;
  }

  /** In the language of who asks, with the times of the business; that it was taken is recorded. */
  @Transactional
  public String of(UUID id) {
    var conversation =
        inbox.one(id, Optional.empty(), Seeing.ALL).orElseThrow(() -> new NotFound("conversation"));
    audit.record("conversation.exported", "conversation", id, Map.of(), Map.of());
    var contact = conversation.contact();
    var customer = contact.name().isBlank() ? Texts.say("transcript.customer") : contact.name();
    return new Writing(tenants.get().zone(), LocaleContextHolder.getLocale(), customer)
        .write(conversation.channel().name(), all(id));
  }

  private List<Message> all(UUID conversation) {
    var found = new ArrayList<Message>();
    var before = Long.MAX_VALUE;
    List<Message> page;
    do {
      page = messages.list(conversation, before, PAGE);
      found.addAll(page);
      before = page.isEmpty() ? before : page.getLast().seq();
    } while (page.size() == PAGE);
    return found.reversed();
  }

  private final class Writing {
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private final String customer;

    Writing(ZoneId zone, Locale locale, String customer) {
      this.zone = zone;
      this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
      this.time = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
      this.customer = customer;
    }

    String write(String channel, List<Message> said) {
      var text = new StringBuilder();
      text.append(Texts.say("transcript.title", customer, tenants.get().name())).append('\n');
      text.append(channel).append(" · ").append(zone.getId()).append('\n');
      var last = LocalDate.MIN;
      for (var message : said) {
        if (INTERNAL.contains(message.kind()) || NOT_SENT.contains(message.status())) {
          continue;
        }
        var date = LocalDate.ofInstant(at(message), zone);
        if (!date.equals(last)) {
          text.append('\n').append(day.format(date)).append("\n\n");
          last = date;
        }
        text.append(line(message)).append('\n');
      }
      return text.toString();
    }

    private Instant at(Message message) {
      return message.author().equals("contact")
          ? message.sentAt().orElse(message.at())
          : message.at();
    }

    private String line(Message message) {
      var parts = new ArrayList<String>();
      var quote = message.details().quote();
      if (quote != null && !quote.text().isEmpty()) {
        parts.add(Texts.say("transcript.answers", quote.text()));
      }
      message.details().attachments().forEach(file -> parts.add("[" + file.name() + "]"));
      if (!message.text().isBlank()) {
        parts.add(message.text());
      }
      var failed = message.status().equals("failed") ? Texts.say("transcript.failed") : "";
      // lines of a message stand under its first
      return "[%s] %s%s: %s"
          .formatted(time.format(at(message)), who(message), failed, String.join(" ", parts))
          .replace("\n", "\n        ");
    }

    private String who(Message message) {
      return switch (message.author()) {
        case "contact" -> customer;
        case "ai" -> Texts.say("transcript.assistant");
        default ->
            message
                .member()
                .map(members::of)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Texts.say("transcript.team"));
      };
    }
  }
}

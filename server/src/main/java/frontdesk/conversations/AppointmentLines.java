package frontdesk.conversations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a contact's appointments, as quiet lines in their threads. */
@Service
public class AppointmentLines {

  public enum Deed {
    BOOKED,
    CONFIRMED,
    MOVED,
    CANCELLED
  }

  /**
   * @param by member, assistant, public or api
   * @param member who did it, when one did
   * @param appointment as it is since
   * @param row all of them, where it is the first of several
   */
  public record Line(
      Deed deed,
      String by,
      Optional<UUID> member,
      TurnResult.AppointmentCard appointment,
      Optional<Row> row) {}

  /**
   * Appointments at the same time of the week.
   *
   * @param times how many there are
   * @param everyWeeks how many weeks lie between two
   */
  public record Row(int times, int everyWeeks) {}

  private final ConversationStore conversations;
  private final SystemLines lines;
  private final MessageViews views;

  AppointmentLines(ConversationStore conversations, SystemLines lines, MessageViews views) {
    this.conversations = conversations;
    this.lines = lines;
    this.views = views;
  }

  /**
   * In the contact's newest conversation and every one that is not closed, since whoever reads one
   * of them asks how they stand with the customer. In the transaction of the deed.
   */
  @Transactional
  public void add(UUID contact, Line line) {
    var details = details(line);
    for (var conversation : conversations.currentOfContact(contact)) {
      lines.appointment(conversation, details);
      views.changed(conversation);
    }
  }

  private static Message.Details details(Line line) {
    var event = new HashMap<String, Object>();
    event.put("type", "appointment-" + line.deed().name().toLowerCase(Locale.ROOT));
    event.put("by", line.by());
    line.member().ifPresent(member -> event.put("memberId", member));
    line.row()
        .ifPresent(
            row -> {
              event.put("times", row.times());
              event.put("everyWeeks", row.everyWeeks());
            });
    return new Message.Details(List.of(), List.of(), List.of(), event, line.appointment(), null);
  }
}

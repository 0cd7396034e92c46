package frontdesk.conversations;

import frontdesk.http.Correlation;
import frontdesk.live.EventKind;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lines of the system in a thread; members see them, the customer does not. */
@Component
class SystemLines {

  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final LiveEvents live;
  private final MessageViews views;
  private final Clock clock;

  SystemLines(
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      LiveEvents live,
      MessageViews views,
      Clock clock) {
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.live = live;
    this.views = views;
    this.clock = clock;
  }

  /**
   * What happened.
   *
   * @param event its type and what belongs to it, as {@link MessageView.Event} has it
   */
  void event(UUID conversation, Map<String, Object> event, String correlationId) {
    var details = new Message.Details(List.of(), List.of(), List.of(), event);
    add(InboxEvents.MESSAGE_CREATED, conversation, "event", "", details, correlationId);
  }

  /** What happened to an appointment, for those who may know of it. */
  void appointment(UUID conversation, Message.Details details) {
    var correlationId = Correlation.current();
    add(InboxEvents.APPOINTMENT_LINE, conversation, "event", "", details, correlationId);
  }

  void note(UUID conversation, String text, String correlationId) {
    var details = Message.Details.NONE;
    add(InboxEvents.MESSAGE_CREATED, conversation, "note", text, details, correlationId);
  }

  private void add(
      EventKind<InboxEvents.MessageCreated> told,
      UUID conversation,
      String kind,
      String text,
      Message.Details details,
      String correlationId) {
    var known = conversations.find(conversation).orElseThrow();
    var place = places.next(conversation, clock.instant());
    var message =
        new Message(
            Ids.next(),
            conversation,
            known.channel(),
            place.seq(),
            "system",
            kind,
            text,
            "received",
            Optional.empty(),
            Optional.empty(),
            place.at(),
            Optional.empty(),
            details,
            Optional.empty(),
            Optional.empty(),
            0,
            correlationId);
    messages.insert(message, Optional.empty());
    live.publish(told, Optional.of(conversation), () -> views.created(conversation, message));
  }
}

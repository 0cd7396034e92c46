package frontdesk.conversations;

import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes a conversation from the assistant to people: owner, visible line, note, notice. */
@Component
class Handoffs {

  private final ConversationStore conversations;
  private final MessageStore messages;
  private final LiveEvents live;
  private final MessageViews views;
  private final Clock clock;

  Handoffs(
      ConversationStore conversations,
      MessageStore messages,
      LiveEvents live,
      MessageViews views,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.live = live;
    this.views = views;
    this.clock = clock;
  }

  /** Within the transaction that decides it. */
  void handOff(UUID conversation, TurnResult.Handoff handoff, String correlationId) {
    conversations.own(
        conversation, "person", Optional.empty(), Optional.of(handoff.reason()), clock.instant());
    line(
        conversation,
        "event",
        "",
        Map.of("type", "handoff", "reason", handoff.reason()),
        correlationId);
    if (!handoff.summary().isBlank()) {
      line(conversation, "note", handoff.summary(), Map.of(), correlationId);
    }
    live.publish(
        "notification",
        "inbox.see",
        Optional.of(conversation),
        () ->
            Map.of("type", "handoff", "conversationId", conversation, "reason", handoff.reason()));
    views.changed(conversation);
  }

  /** A line of the system in the thread; members see it, the customer does not. */
  void line(
      UUID conversation,
      String kind,
      String text,
      Map<String, Object> event,
      String correlationId) {
    var known = conversations.find(conversation).orElseThrow();
    var place = conversations.place(conversation, clock.instant());
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
            event.isEmpty()
                ? Message.Details.NONE
                : new Message.Details(
                    java.util.List.of(), java.util.List.of(), java.util.List.of(), event),
            Optional.empty(),
            Optional.empty(),
            0,
            correlationId);
    messages.insert(message, Optional.empty());
    live.publish(
        "message.created",
        "inbox.see",
        Optional.of(conversation),
        () -> views.created(conversation, message));
  }
}

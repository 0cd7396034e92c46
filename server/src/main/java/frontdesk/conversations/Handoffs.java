package frontdesk.conversations;

import frontdesk.conversations.Notifications.Type;
import frontdesk.http.Correlation;
import frontdesk.identity.WaitingMails;
import frontdesk.live.LiveEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Passes a conversation from the assistant to people: owner, visible line, note, somebody who looks
 * after it, notice; and the word to those who run the business when nobody comes.
 */
@Component
class Handoffs {

  /** In this time somebody opens it, or those who run the business are told. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ConversationStore conversations;
  private final SystemLines lines;
  private final OnDuty onDuty;
  private final Notifications notifications;
  private final LiveEvents live;
  private final MessageViews views;
  private final WaitingMails mails;
  private final Clock clock;

  Handoffs(
      ConversationStore conversations,
      SystemLines lines,
      OnDuty onDuty,
      Notifications notifications,
      LiveEvents live,
      MessageViews views,
      WaitingMails mails,
      Clock clock) {
    this.conversations = conversations;
    this.lines = lines;
    this.onDuty = onDuty;
    this.notifications = notifications;
    this.live = live;
    this.views = views;
    this.mails = mails;
    this.clock = clock;
  }

  /** Within the transaction that decides it. */
  void handOff(UUID conversation, TurnResult.Handoff handoff, String correlationId) {
    var now = clock.instant();
    var reason = handoff.reason();
    conversations.own(conversation, "person", Optional.empty(), Optional.of(reason), now);
    var event = new HashMap<String, Object>(Map.of("type", "handoff", "reason", reason));
    handoff
        .there()
        .map(there -> there.isBefore(now) ? now : there)
        .ifPresent(there -> event.put("expectedBy", there.plus(PATIENCE)));
    lines.event(conversation, event, correlationId);
    if (!handoff.summary().isBlank()) {
      lines.note(conversation, handoff.summary(), correlationId);
    }
    assign(conversation, correlationId);
    conversations.escalateAt(conversation, now.plus(PATIENCE));
    notifications.tellWhoAnswers(Type.HANDOFF, conversation);
    views.changed(conversation);
  }

  /** To who has it already and is there, else to somebody who is; else it waits for anybody. */
  private void assign(UUID conversation, String correlationId) {
    var known = conversations.find(conversation).orElseThrow();
    onDuty
        .pick(known.assignee(), conversations.assigned())
        .filter(member -> !known.assignee().equals(Optional.of(member)))
        .ifPresent(
            member -> {
              assign(known, Optional.of(member));
              var event = Map.<String, Object>of("type", "assigned", "memberId", member);
              lines.event(conversation, event, correlationId);
            });
  }

  /** Somebody's, or nobody's, from now on; who sees their own alone is told that it is gone. */
  void assign(Conversation conversation, Optional<UUID> member) {
    conversations.assign(conversation.id(), member);
    if (member.isPresent() && !member.equals(conversation.assignee())) {
      live.publish(
          InboxEvents.CONVERSATION_GONE,
          Optional.of(conversation.id()),
          () ->
              new InboxEvents.ConversationGone(
                  conversation.id(), conversation.assignee().orElse(null)));
    }
  }

  /** Nobody has opened it in time: those who run the business are told, wherever they are. */
  void escalate(UUID conversation) {
    lines.event(conversation, Map.of("type", "escalated"), Correlation.current());
    notifications
        .tellWhoRuns(Type.HANDOFF_WAITING, conversation)
        .forEach(member -> mails.ask(UnopenedHandoffs.KIND, member, conversation));
    views.changed(conversation);
  }
}

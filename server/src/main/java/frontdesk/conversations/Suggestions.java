package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers that the assistant suggests: put away, or said in another tone. */
@Service
class Suggestions {

  private final ConversationStore conversations;
  private final MessageStore messages;
  private final MessageViews views;
  private final LiveEvents live;
  private final Clock clock;

  Suggestions(
      ConversationStore conversations,
      MessageStore messages,
      MessageViews views,
      LiveEvents live,
      Clock clock) {
    this.conversations = conversations;
    this.messages = messages;
    this.views = views;
    this.live = live;
    this.clock = clock;
  }

  /** Nobody is to see it among the drafts any more. */
  @Transactional
  public void discard(UUID conversation, UUID suggestion) {
    var discarded =
        get(conversation, suggestion).with(Message.Details.event("discarded", Map.of()));
    messages.details(discarded);
    tell(discarded);
  }

  /**
   * A suggestion beside it.
   *
   * @param wish shorter or warmer
   */
  @Transactional
  public MessageView reword(UUID conversation, UUID suggestion, String wish) {
    var first = get(conversation, suggestion);
    var known = conversations.find(conversation).orElseThrow();
    var text =
        wish.equals("shorter")
            ? Rewording.shorter(first.text())
            : Rewording.warmer(first.text(), known.contactName());
    var other = first.beside(conversations.place(conversation, clock.instant()), text);
    messages.insert(other, Optional.empty());
    tell(other);
    return views.view(other);
  }

  private Message get(UUID conversation, UUID suggestion) {
    return messages
        .find(suggestion)
        .filter(m -> m.conversation().equals(conversation) && m.kind().equals("suggestion"))
        .orElseThrow(() -> new NotFound("suggestion"));
  }

  private void tell(Message message) {
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(message.conversation()),
        () -> views.created(message.conversation(), message));
  }
}

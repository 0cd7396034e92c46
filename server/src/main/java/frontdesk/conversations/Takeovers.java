package frontdesk.conversations;

import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A person answers from now on: what the assistant is writing stops, and what of it still waits to
 * be sent is not sent.
 */
@Component
class Takeovers {

  private final ConversationStore conversations;
  private final SendingStore sending;
  private final ChannelDirectory channels;
  private final RunningTurns running;
  private final MessageViews views;
  private final LiveEvents live;
  private final Tenants tenants;
  private final Clock clock;

  Takeovers(
      ConversationStore conversations,
      SendingStore sending,
      ChannelDirectory channels,
      RunningTurns running,
      MessageViews views,
      LiveEvents live,
      Tenants tenants,
      Clock clock) {
    this.conversations = conversations;
    this.sending = sending;
    this.channels = channels;
    this.running = running;
    this.views = views;
    this.live = live;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * By any reply, wherever it was written. Where the assistant only drafts it has taken nothing
   * that could be taken from it: what it is drafting stops, and the next message is drafted for
   * again.
   */
  void byReply(Conversation conversation) {
    var id = conversation.id();
    var now = clock.instant();
    if (conversation.answeredByAi(now) && conversation.modeIn(channels).equals("suggest")) {
      running.stop(id);
      conversations.own(id, "ai", Optional.empty(), Optional.empty(), now);
      return;
    }
    var until = now.plus(tenants.get().pause());
    by(id, Optional.of(until), Optional.empty());
    live.publish(InboxEvents.AI_PAUSED, Optional.of(id), () -> new InboxEvents.AiPaused(id, until));
  }

  /** By a member who takes the conversation to answer it. */
  void toAnswer(UUID conversation) {
    by(conversation, Optional.of(clock.instant().plus(tenants.get().pause())), Optional.empty());
  }

  /**
   * @param until empty until somebody resumes the assistant
   * @param reason why a person is still needed, if one is
   */
  void by(UUID conversation, Optional<Instant> until, Optional<String> reason) {
    running.stop(conversation);
    conversations.own(conversation, "person", until, reason, clock.instant());
    sending.cancelQueuedOfAi(conversation).forEach(views::status);
  }
}

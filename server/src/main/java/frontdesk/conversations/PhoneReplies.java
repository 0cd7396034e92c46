package frontdesk.conversations;

import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what the business wrote on its own phone. It counts as a member's reply: the assistant
 * steps back, and nothing is sent. It opens no window, which only customers do.
 */
@Service
public class PhoneReplies {

  /** Tells such a message from one that was written here. */
  static final String EVENT = "phone";

  private final OpenConversations open;
  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final AttachmentStore files;
  private final Takeovers takeovers;
  private final Deliveries deliveries;
  private final MessageViews views;
  private final LiveEvents live;
  private final Clock clock;

  PhoneReplies(
      OpenConversations open,
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      AttachmentStore files,
      Takeovers takeovers,
      Deliveries deliveries,
      MessageViews views,
      LiveEvents live,
      Clock clock) {
    this.open = open;
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.files = files;
    this.takeovers = takeovers;
    this.deliveries = deliveries;
    this.views = views;
    this.live = live;
    this.clock = clock;
  }

  /**
   * All of a tenant's part of a webhook, or nothing of it; a repeat changes nothing. Conversations
   * are locked in one order.
   */
  @Transactional
  public void store(List<PhoneReply> replies, String correlationId) {
    replies.stream()
        .sorted(Comparator.comparing(reply -> reply.to().address()))
        .forEach(reply -> store(reply, correlationId));
  }

  private void store(PhoneReply reply, String correlationId) {
    var channel = reply.to().channel();
    if (messages.findByExternalId(channel, reply.externalId()).isPresent()) {
      return;
    }
    var conversation = open.with(reply.to(), reply.channelType(), clock.instant());
    var place = places.next(conversation, clock.instant());
    var message = message(reply, conversation, place, correlationId);
    if (!messages.insert(message, Optional.of(reply.externalId()))) {
      // A twin was first.
      return;
    }
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(conversation),
        () -> views.created(conversation, message));
    files.expect(message, clock.instant());
    takeovers.byReply(conversations.find(conversation).orElseThrow());
    deliveries.applyParked(Map.of(reply.externalId(), channel));
    views.changed(conversation);
  }

  private Message message(
      PhoneReply reply, UUID conversation, PlaceStore.Place place, String correlationId) {
    return new Message(
        Ids.next(),
        conversation,
        reply.to().channel(),
        place.seq(),
        "member",
        reply.kind(),
        reply.text(),
        "sent",
        Optional.empty(),
        Optional.empty(),
        place.at(),
        reply.sentAt(),
        new Message.Details(
                List.of(), List.of(), Message.attachments(reply.files()), Map.of("type", EVENT))
            .quoting(messages.quoted(conversation, reply.to().channel(), reply.quotes())),
        Optional.empty(),
        Optional.empty(),
        0,
        correlationId);
  }
}

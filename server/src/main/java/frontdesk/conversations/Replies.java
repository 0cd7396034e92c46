package frontdesk.conversations;

import frontdesk.http.Correlation;
import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What members write in a conversation: replies, notices and private notes. */
@Service
public class Replies {

  /** What the customer has not seen cannot be answered before their eyes. */
  private static final Set<String> INTERNAL = Set.of("note", "event", "suggestion");

  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final SendingStore sending;
  private final Uploads uploads;
  private final MayReply mayReply;
  private final ChannelTypes types;
  private final Takeovers takeovers;
  private final Notifications notifications;
  private final Outbox outbox;
  private final CrossingReplies crossing;
  private final MessageViews views;
  private final LiveEvents live;
  private final Tenancy tenancy;
  private final Clock clock;

  Replies(
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      SendingStore sending,
      Uploads uploads,
      MayReply mayReply,
      ChannelTypes types,
      Takeovers takeovers,
      Notifications notifications,
      Outbox outbox,
      CrossingReplies crossing,
      MessageViews views,
      LiveEvents live,
      Tenancy tenancy,
      Clock clock) {
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.sending = sending;
    this.uploads = uploads;
    this.mayReply = mayReply;
    this.types = types;
    this.takeovers = takeovers;
    this.notifications = notifications;
    this.outbox = outbox;
    this.crossing = crossing;
    this.views = views;
    this.live = live;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * What a member says to a customer.
   *
   * @param text may be empty beside a file, whose caption it is
   * @param file one that this member has uploaded for the conversation
   * @param quoted the message of the conversation that this one answers
   */
  public record Reply(String text, Optional<UUID> file, Optional<UUID> quoted) {}

  /** What came of a member's reply. */
  public sealed interface Outcome {
    record Stored(MessageView message) implements Outcome {}

    /**
     * @param reason blocked, channel-off, window-closed or file-gone
     */
    record Refused(String reason) implements Outcome {}

    /** A colleague has answered since what the member had seen. */
    record Crossed(MessageView by) implements Outcome {}

    /** What the draft says was done could not be done: it is not sent. */
    record Undone(DraftUse.Refused refused) implements Outcome {}
  }

  /** A member's reply: it takes the conversation over and goes out at once. */
  @Transactional
  public Outcome reply(UUID id, UUID member, String text) {
    return reply(id, member, new Reply(text, Optional.empty(), Optional.empty()), Optional.empty());
  }

  /**
   * The same, unless a colleague has answered since: of two at once the second is told.
   *
   * @param seenSeq of the newest message when the member began to write; empty to send anyway
   */
  @Transactional
  public Outcome reply(UUID id, UUID member, Reply reply, Optional<Long> seenSeq) {
    return reply(id, member, reply, seenSeq, Message.Details.NONE);
  }

  /** The same, with what was done for the customer with it. */
  @Transactional
  Outcome reply(
      UUID id, UUID member, Reply reply, Optional<Long> seenSeq, Message.Details details) {
    var conversation = get(id);
    if (seenSeq.isPresent()) {
      crossing.lock(id);
      var crossed = crossing.byAnother(id, member, seenSeq.get());
      if (crossed.isPresent()) {
        return new Outcome.Crossed(views.view(messages.find(crossed.get()).orElseThrow()));
      }
    }
    var may = mayReply.in(conversation);
    if (may != MaySend.Answer.YES) {
      return new Outcome.Refused(may.code());
    }
    var file = reply.file().flatMap(one -> uploads.take(one, Uploads.by(member), id));
    if (file.isEmpty() && reply.file().isPresent()) {
      return new Outcome.Refused("file-gone");
    }
    takeovers.byReply(conversation);
    return new Outcome.Stored(
        send(
            conversation,
            member,
            file.map(Uploads.Upload::kind).orElse("text"),
            reply.text(),
            details
                .attaching(file.map(Uploads.Upload::attachment))
                .quoting(reply.quoted().map(one -> quoted(one, id)))));
  }

  /**
   * Tells the customer of something that was done for them, as an appointment that was moved. The
   * conversation stays whose it was: what the customer says to it is the assistant's to answer if
   * all else is.
   */
  @Transactional
  public Outcome notice(UUID id, UUID member, String text) {
    var conversation = get(id);
    var may = mayReply.in(conversation);
    if (may != MaySend.Answer.YES) {
      return new Outcome.Refused(may.code());
    }
    return new Outcome.Stored(
        send(conversation, member, "text", text, Message.Details.event(Message.NOTICE, Map.of())));
  }

  private MessageView send(
      Conversation conversation, UUID member, String kind, String text, Message.Details details) {
    var id = conversation.id();
    var place = places.next(id, clock.instant());
    var status =
        types.get(conversation.channelType()).local()
            ? "sent"
            : sending.somethingWaits(id) ? "queued" : "sending";
    var message = message(conversation, place, member, kind, text, status).with(details);
    store(message);
    uploads.sent(message);
    if (status.equals("sending")) {
      sendAfterCommit(message, conversation);
    }
    views.changed(id);
    return views.view(message);
  }

  /**
   * A private note: members see it, the customer never does.
   *
   * @param mentioned who is told of it
   */
  @Transactional
  public MessageView note(UUID id, UUID member, String text, Set<UUID> mentioned) {
    var conversation = get(id);
    var place = places.next(id, clock.instant());
    var plain = message(conversation, place, member, "note", text, "received");
    var message = mentioned.isEmpty() ? plain : plain.with(Message.Details.mentions(mentioned));
    store(message);
    if (!mentioned.isEmpty()) {
      notifications.tell(Notifications.Type.MENTION, id, mentioned);
    }
    return views.view(message);
  }

  /** A reply that may not go out stands in the thread, with the reason and a way to try again. */
  @Transactional
  public void fail(UUID id, UUID member, String text, String reason) {
    var conversation = get(id);
    var place = places.next(id, clock.instant());
    store(message(conversation, place, member, "text", text, "failed").failed(reason));
    views.changed(id);
  }

  private Message quoted(UUID message, UUID conversation) {
    return messages
        .find(message)
        .filter(found -> found.conversation().equals(conversation))
        .filter(found -> !INTERNAL.contains(found.kind()))
        .orElseThrow(() -> new NotFound("message"));
  }

  private Conversation get(UUID id) {
    return conversations.find(id).orElseThrow(() -> new NotFound("conversation"));
  }

  private void store(Message message) {
    messages.insert(message, Optional.empty());
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(message.conversation()),
        () -> views.created(message.conversation(), message));
  }

  private static Message message(
      Conversation conversation,
      PlaceStore.Place place,
      UUID member,
      String kind,
      String text,
      String status) {
    return new Message(
        Ids.next(),
        conversation.id(),
        conversation.channel(),
        place.seq(),
        "member",
        kind,
        text,
        status,
        Optional.of(member),
        Optional.empty(),
        place.at(),
        Optional.of(place.at()),
        Message.Details.NONE,
        Optional.empty(),
        Optional.empty(),
        0,
        Correlation.current());
  }

  private void sendAfterCommit(Message message, Conversation conversation) {
    var tenant = tenancy.current();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.ofVirtual()
                .name("send-" + message.id())
                .start(() -> tenancy.as(tenant, () -> outbox.send(message, conversation)));
          }
        });
  }
}

package frontdesk.conversations;

import frontdesk.journal.Journal;
import frontdesk.live.LiveEvents;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what customers write: once it returns, every message is stored and its turn is due. A
 * repeat changes nothing.
 */
@Service
public class Inbound {

  private final TransactionTemplate transaction;
  private final OpenConversations open;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final AttachmentStore files;
  private final MailboxStore mailbox;
  private final RunningTurns running;
  private final Wakeup wakeup;
  private final LiveEvents live;
  private final MessageViews views;
  private final Journal journal;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Duration debounce;

  Inbound(
      TransactionTemplate transaction,
      OpenConversations open,
      ConversationStore conversations,
      MessageStore messages,
      AttachmentStore files,
      MailboxStore mailbox,
      RunningTurns running,
      Wakeup wakeup,
      LiveEvents live,
      MessageViews views,
      Journal journal,
      Tenancy tenancy,
      Clock clock,
      Settings settings) {
    this.transaction = transaction;
    this.open = open;
    this.conversations = conversations;
    this.messages = messages;
    this.files = files;
    this.mailbox = mailbox;
    this.running = running;
    this.wakeup = wakeup;
    this.live = live;
    this.views = views;
    this.journal = journal;
    this.tenancy = tenancy;
    this.clock = clock;
    this.debounce = Duration.ofMillis(settings.number(Setting.DEBOUNCE_MS));
  }

  /** The webhook that brought the messages, for the journal. */
  public record Raw(String channel, String what, String body) {}

  /** One message that was stored now, or was there already. */
  public record Received(UUID conversation, UUID message) {}

  /**
   * Stores a tenant's part of a webhook in one transaction.
   *
   * @return what was new
   */
  public List<Received> receive(
      List<InboundMessage> inbound, Optional<Raw> raw, String correlationId) {
    try {
      return store(inbound, raw, correlationId);
    } catch (Twin e) {
      // A twin committed between look-up and insert; now the look-up sees it.
      return store(inbound, raw, correlationId);
    }
  }

  private List<Received> store(
      List<InboundMessage> inbound, Optional<Raw> raw, String correlationId) {
    var again = new ArrayList<UUID>();
    var ready = clock.instant().plus(debounce);
    var received =
        transaction.execute(
            status -> {
              raw.ifPresent(r -> journal.webhook(r.channel(), r.what(), correlationId, r.body()));
              var stored = new ArrayList<Received>();
              for (var message : inOrderOfLocks(inbound)) {
                if (!messages.known(message.from().channel(), message.externalId())) {
                  stored.add(store(message, ready, again, correlationId));
                }
              }
              return List.copyOf(stored);
            });
    again.forEach(running::newer);
    if (!received.isEmpty()) {
      wakeup.at(tenancy.current(), ready);
    }
    return received;
  }

  /** Every batch locks its conversations in one order; within a conversation nothing changes. */
  private static List<InboundMessage> inOrderOfLocks(List<InboundMessage> inbound) {
    return inbound.stream()
        .sorted(Comparator.comparing(m -> m.from().channel() + " " + m.from().address()))
        .toList();
  }

  private Received store(
      InboundMessage inbound, Instant ready, List<UUID> again, String correlationId) {
    var now = clock.instant();
    var from = inbound.from();
    var conversation = open.with(from, inbound.channelType(), now);
    // a vendor's clock may be ahead of ours; a webhook may come long after what it tells of
    var written = inbound.sentAt().filter(at -> at.isBefore(now)).orElse(now);
    var place = conversations.placeInbound(conversation, now, written);
    var message =
        new Message(
            Ids.next(),
            conversation,
            from.channel(),
            place.seq(),
            "contact",
            inbound.kind(),
            inbound.text(),
            "received",
            Optional.empty(),
            Optional.empty(),
            place.at(),
            inbound.sentAt(),
            details(inbound),
            Optional.empty(),
            Optional.empty(),
            0,
            correlationId);
    if (!messages.insert(message, Optional.of(inbound.externalId()))) {
      throw new Twin();
    }
    files.expect(message, now);
    if (mailbox.put(conversation, place.seq(), ready)) {
      again.add(conversation);
    }
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(conversation),
        () -> views.created(conversation, message));
    live.publish(InboxEvents.COUNTS_CHANGED, InboxEvents.CountsChanged::new);
    return new Received(conversation, message.id());
  }

  private static Message.Details details(InboundMessage inbound) {
    if (inbound.files().isEmpty()) {
      return Message.Details.NONE;
    }
    return new Message.Details(
        List.of(), List.of(), Message.attachments(inbound.files()), Map.of());
  }

  /** Rolls the transaction back: a twin delivery has just stored one of these. */
  private static final class Twin extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Twin() {
      super("A twin was first", null, false, false);
    }
  }
}

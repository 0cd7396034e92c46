package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.database.Pipeline;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
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
  private final Contacts contacts;
  private final PlaceStore places;
  private final MessageStore messages;
  private final AttachmentStore files;
  private final MailboxStore mailbox;
  private final JdbcOperations jdbc;
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
      Contacts contacts,
      PlaceStore places,
      MessageStore messages,
      AttachmentStore files,
      MailboxStore mailbox,
      JdbcOperations jdbc,
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
    this.contacts = contacts;
    this.places = places;
    this.messages = messages;
    this.files = files;
    this.mailbox = mailbox;
    this.jdbc = jdbc;
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
    var ready = clock.instant().plus(debounce);
    List<Stored> stored =
        transaction.execute(
            status -> {
              var placed = place(inOrderOfLocks(inbound), raw, correlationId);
              return store(placed, ready, correlationId);
            });
    stored.stream().filter(Stored::inTime).forEach(one -> running.newer(one.conversation()));
    if (!stored.isEmpty()) {
      wakeup.at(tenancy.current(), ready);
    }
    return stored.stream().map(one -> new Received(one.conversation(), one.message())).toList();
  }

  /** A message and its place in its conversation. */
  private record Placed(InboundMessage message, PlaceStore.Place place) {}

  /**
   * A message that was new.
   *
   * @param inTime a running turn may still be started again for it
   */
  private record Stored(UUID conversation, UUID message, boolean inTime) {}

  /** All that is new; in one trip to the database where its conversations are known. */
  private List<Placed> place(
      List<InboundMessage> inbound, Optional<Raw> raw, String correlationId) {
    var now = clock.instant();
    var pipeline = new Pipeline(jdbc);
    raw.ifPresent(r -> journal.webhook(pipeline, r.channel(), r.what(), correlationId, r.body()));
    var taken = inbound.stream().map(message -> places.inbound(pipeline, message, now)).toList();
    pipeline.send();
    var placed = new ArrayList<Placed>();
    for (int i = 0; i < inbound.size(); i++) {
      var message = inbound.get(i);
      taken.get(i).get().stream()
          .findFirst()
          .or(() -> open(message, now))
          .ifPresent(place -> placed.add(new Placed(message, place)));
    }
    return placed;
  }

  /** Nothing when it is known already; else its customer has no conversation by this address. */
  private Optional<PlaceStore.Place> open(InboundMessage message, Instant now) {
    if (messages.known(message.from().channel(), message.externalId())) {
      return Optional.empty();
    }
    var conversation = open.with(message.from(), message.channelType(), now);
    return Optional.of(places.inbound(conversation, now, message.writtenBefore(now)));
  }

  private List<Stored> store(List<Placed> placed, Instant ready, String correlationId) {
    var pipeline = new Pipeline(jdbc);
    contacts.seen(pipeline, placed.stream().map(one -> one.place().contact()).toList());
    var steps = placed.stream().map(one -> store(pipeline, one, ready, correlationId)).toList();
    pipeline.send();
    return steps.stream().map(Supplier::get).toList();
  }

  private Supplier<Stored> store(
      Pipeline pipeline, Placed placed, Instant ready, String correlationId) {
    var inbound = placed.message();
    var conversation = placed.place().conversation();
    var message =
        new Message(
            Ids.next(),
            conversation,
            inbound.from().channel(),
            placed.place().seq(),
            "contact",
            inbound.kind(),
            inbound.text(),
            "received",
            Optional.empty(),
            Optional.empty(),
            placed.place().at(),
            inbound.sentAt(),
            details(inbound, conversation),
            Optional.empty(),
            Optional.empty(),
            0,
            correlationId);
    var inserted = messages.insert(pipeline, message, Optional.of(inbound.externalId()));
    var inTime = mailbox.put(pipeline, conversation, message.seq(), ready);
    return () -> {
      if (inserted.get() == 0) {
        throw new Twin();
      }
      files.expect(message, clock.instant());
      inbound.upload().ifPresent(upload -> files.sent(upload.id(), message));
      live.publish(
          InboxEvents.MESSAGE_CREATED,
          Optional.of(conversation),
          () -> views.created(conversation, message));
      live.publish(InboxEvents.COUNTS_CHANGED, InboxEvents.CountsChanged::new);
      return new Stored(conversation, message.id(), inTime.get().getFirst());
    };
  }

  /**
   * Each message once. Every batch locks its conversations in one order; within a conversation
   * nothing changes.
   */
  private static List<InboundMessage> inOrderOfLocks(List<InboundMessage> inbound) {
    var once = new LinkedHashMap<String, InboundMessage>();
    inbound.forEach(m -> once.putIfAbsent(m.from().channel() + " " + m.externalId(), m));
    return once.values().stream()
        .sorted(Comparator.comparing(m -> m.from().channel() + " " + m.from().address()))
        .toList();
  }

  private Message.Details details(InboundMessage inbound, UUID conversation) {
    if (inbound.files().isEmpty() && inbound.upload().isEmpty() && inbound.quotes().isEmpty()) {
      return Message.Details.NONE;
    }
    return inbound
        .upload()
        .map(Uploads.Upload::details)
        .orElseGet(
            () ->
                new Message.Details(
                    List.of(), List.of(), Message.attachments(inbound.files()), Map.of()))
        .quoting(messages.quoted(conversation, inbound.from().channel(), inbound.quotes()));
  }

  /** Rolls the transaction back: a twin delivery has just stored one of these. */
  private static final class Twin extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Twin() {
      super("A twin was first", null, false, false);
    }
  }
}

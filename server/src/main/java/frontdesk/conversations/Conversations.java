package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.http.Correlation;
import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What people do with a conversation: take over, give back, assign, close. */
@Service
public class Conversations {

  private final ConversationStore conversations;
  private final Contacts contacts;
  private final MessageStore messages;
  private final SendingStore sending;
  private final MailboxStore mailbox;
  private final RunningTurns running;
  private final Takeovers takeovers;
  private final Handoffs handoffs;
  private final SystemLines lines;
  private final Notifications notifications;
  private final Wakeup wakeup;
  private final ChannelDirectory channels;
  private final MessageViews views;
  private final LiveEvents live;
  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Conversations(
      ConversationStore conversations,
      Contacts contacts,
      MessageStore messages,
      SendingStore sending,
      MailboxStore mailbox,
      RunningTurns running,
      Takeovers takeovers,
      Handoffs handoffs,
      SystemLines lines,
      Notifications notifications,
      Wakeup wakeup,
      ChannelDirectory channels,
      MessageViews views,
      LiveEvents live,
      JdbcClient jdbc,
      Tenancy tenancy,
      Clock clock) {
    this.conversations = conversations;
    this.contacts = contacts;
    this.messages = messages;
    this.sending = sending;
    this.mailbox = mailbox;
    this.running = running;
    this.takeovers = takeovers;
    this.handoffs = handoffs;
    this.lines = lines;
    this.notifications = notifications;
    this.wakeup = wakeup;
    this.channels = channels;
    this.views = views;
    this.live = live;
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** The member answers from now on; what is being generated stops. */
  @Transactional
  public void takeOver(UUID id, UUID member) {
    var conversation = get(id);
    takeovers.toAnswer(id);
    handoffs.assign(conversation, Optional.of(member));
    line(id, Map.of("type", "takeover", "memberId", member));
    views.changed(id);
  }

  /** The assistant stays away until then, or until it is resumed. */
  @Transactional
  public void pause(UUID id, Optional<Instant> until) {
    var conversation = get(id);
    takeovers.by(id, until, conversation.needsPersonReason());
    line(id, Map.of("type", "paused"));
    views.changed(id);
  }

  /** The assistant answers again, in this mode; what nobody has answered is its next turn. */
  @Transactional
  public void resume(UUID id, Optional<String> mode) {
    var conversation = get(id);
    conversations.own(id, "ai", Optional.empty(), Optional.empty(), clock.instant());
    if (mode.isPresent()) {
      conversations.mode(id, mode);
    }
    var now = mode.orElseGet(() -> conversation.modeIn(channels));
    line(id, Map.of("type", now.equals("suggest") ? "suggesting" : "resumed"));
    answerWhatWasLeft(conversation);
    views.changed(id);
  }

  private void answerWhatWasLeft(Conversation conversation) {
    var id = conversation.id();
    messages.list(id, Long.MAX_VALUE, 10).stream()
        .filter(m -> !m.kind().equals("note") && !m.kind().equals("event"))
        .findFirst()
        .filter(last -> last.author().equals("contact"))
        .filter(last -> last.seq() > conversation.answeredSeq())
        .ifPresent(
            last -> {
              mailbox.put(id, last.seq(), clock.instant());
              wakeAfterCommit();
            });
  }

  /**
   * What slept until now is open again, what was paused until now the assistant's, and of what
   * nobody opened in time those who run the business are told.
   */
  @Transactional
  public void wake(UUID id) {
    var now = clock.instant();
    var conversation = get(id);
    if (conversation.snoozedUntil().filter(until -> !until.isAfter(now)).isPresent()) {
      conversations.status(id, "open", Optional.empty());
      views.changed(id);
    }
    if (conversation.aiPausedUntil().filter(until -> !until.isAfter(now)).isPresent()) {
      resume(id, Optional.empty());
    }
    if (conversations.takeEscalation(id, now)) {
      handoffs.escalate(id);
    }
  }

  /** Stops what is being generated; false when nothing was. */
  public boolean stop(UUID id) {
    return running.stop(id);
  }

  /** Whoever gets it is told, unless they took it themselves. */
  @Transactional
  public void assign(UUID id, Optional<UUID> member, UUID by) {
    handoffs.assign(get(id), member);
    member
        .filter(to -> !to.equals(by))
        .ifPresent(to -> notifications.tell(Notifications.Type.ASSIGNED, id, List.of(to)));
    line(
        id,
        member
            .<Map<String, Object>>map(m -> Map.of("type", "assigned", "memberId", m))
            .orElse(Map.of("type", "unassigned")));
    views.changed(id);
  }

  @Transactional
  public void close(UUID id) {
    get(id);
    running.stop(id);
    conversations.status(id, "closed", Optional.empty());
    views.changed(id);
  }

  /** Open again, and the assistant's. */
  @Transactional
  public void reopen(UUID id) {
    var conversation = get(id);
    conversations.status(id, "open", Optional.empty());
    if (conversation.needsPersonSince().isPresent()) {
      conversations.own(id, "ai", Optional.empty(), Optional.empty(), clock.instant());
    }
    views.changed(id);
  }

  /**
   * @param until empty until the customer writes, which ends it in any case
   */
  @Transactional
  public void snooze(UUID id, Optional<Instant> until) {
    get(id);
    conversations.status(id, "snoozed", until);
    views.changed(id);
  }

  /** Whoever is blocked is answered nowhere, by nobody. */
  @Transactional
  public void block(UUID contact, boolean blocked) {
    var theirs = conversations.ofContact(contact);
    theirs.forEach(
        id -> {
          running.stop(id);
          conversations.block(id, blocked);
        });
    contacts.block(contact, blocked);
    theirs.forEach(views::changed);
  }

  /**
   * In no other view from now on, whatever is written there, and not answered by the assistant; or
   * open again.
   */
  @Transactional
  public void spam(UUID id, boolean spam) {
    var conversation = get(id);
    if (spam) {
      running.stop(id);
      conversations.status(id, "spam", Optional.empty());
    } else if (conversation.status().equals("spam")) {
      conversations.status(id, "open", Optional.empty());
      answerWhatWasLeft(conversation);
    }
    views.changed(id);
  }

  /** At this member's word, who may be another than wrote it; false when it has not failed. */
  @Transactional
  public boolean retry(UUID id, UUID message, UUID member) {
    get(id);
    var failed = messages.find(message).filter(m -> m.conversation().equals(id));
    if (failed.isEmpty()) {
      throw new NotFound("message");
    }
    var retried = sending.retry(message, member, clock.instant());
    views.status(failed.get());
    views.changed(id);
    return retried;
  }

  /** The member has seen everything up to the newest message, or nothing of it. */
  @Transactional
  public void read(UUID id, UUID member, boolean seen) {
    get(id);
    if (seen) {
      notifications.seen(member, id);
      conversations.opened(id);
    }
    jdbc.sql(
            """
            INSERT INTO conversation_read (tenant_id, conversation_id, member_id, seq)
            SELECT :tenant, :id, :member, CASE WHEN :seen THEN coalesce(max(m.seq), 0)
              ELSE coalesce(max(m.seq) FILTER (WHERE m.author = 'contact'), 1) - 1 END
            FROM message m WHERE m.tenant_id = :tenant AND m.conversation_id = :id
            ON CONFLICT (tenant_id, conversation_id, member_id) DO UPDATE SET seq = excluded.seq
            """)
        .param("tenant", tenancy.current().value())
        .param("id", id)
        .param("member", member)
        .param("seen", seen)
        .update();
    live.publish(InboxEvents.COUNTS_CHANGED, InboxEvents.CountsChanged::new);
  }

  /** The conversation that a channel has under this address. */
  @Transactional(readOnly = true)
  public Optional<UUID> findByAddress(UUID channel, String address) {
    return conversations.findByAddress(channel, address);
  }

  /** An appointment came of it; in the transaction that makes the appointment. */
  @Transactional
  public void ledToBooking(UUID id) {
    conversations.ledToBooking(id);
  }

  /** More is known of who writes; whoever sees their conversations is told. */
  @Transactional(readOnly = true)
  public void contactChanged(UUID contact) {
    conversations.ofContact(contact).forEach(views::changed);
  }

  /** Who writes in a conversation. */
  @Transactional(readOnly = true)
  public UUID contactOf(UUID id) {
    return get(id).contact();
  }

  private Conversation get(UUID id) {
    return conversations.find(id).orElseThrow(() -> new NotFound("conversation"));
  }

  private void line(UUID id, Map<String, Object> event) {
    lines.event(id, event, Correlation.current());
  }

  private void wakeAfterCommit() {
    var tenant = tenancy.current();
    afterCommit(() -> wakeup.at(tenant, clock.instant()));
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}

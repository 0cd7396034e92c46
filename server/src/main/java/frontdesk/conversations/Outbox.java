package frontdesk.conversations;

import frontdesk.database.Pipeline;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was committed as {@code sending}, and what waits as {@code queued}. A message whose
 * outcome nobody knows is never sent again by machine.
 */
@Component
class Outbox implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STUCK = Duration.ofMinutes(2);
  private static final int BATCH = 50;

  private final ChannelTypes types;
  private final ChannelDirectory channels;
  private final MessageStore messages;
  private final SendingStore sending;
  private final AttachmentStore files;
  private final ConversationStore conversations;
  private final AssistantSwitch assistant;
  private final SentMarks marks;
  private final MessageViews views;
  private final JdbcClient jdbc;
  private final JdbcOperations operations;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Clock clock;
  private final boolean enabled;
  private final boolean alone;

  private volatile boolean on;
  private Thread poller = Thread.ofVirtual().unstarted(() -> {});

  Outbox(
      ChannelTypes types,
      ChannelDirectory channels,
      MessageStore messages,
      SendingStore sending,
      AttachmentStore files,
      ConversationStore conversations,
      AssistantSwitch assistant,
      SentMarks marks,
      MessageViews views,
      JdbcClient jdbc,
      JdbcOperations operations,
      TransactionTemplate transaction,
      Tenancy tenancy,
      Clock clock,
      Settings settings) {
    this.types = types;
    this.channels = channels;
    this.messages = messages;
    this.sending = sending;
    this.files = files;
    this.conversations = conversations;
    this.assistant = assistant;
    this.marks = marks;
    this.views = views;
    this.jdbc = jdbc;
    this.operations = operations;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.clock = clock;
    this.enabled = settings.hasRole("worker");
    this.alone = settings.embeddedDatabase();
  }

  /** Sends a message that was committed as {@code sending}; on the caller's thread. */
  void send(Message message, Conversation conversation) {
    var started = System.nanoTime();
    Channel.Delivery delivery;
    try {
      delivery =
          types
              .get(conversation.channelType())
              .send(
                  new Channel.Outgoing(
                      message.channel(),
                      conversation.address(),
                      message.id(),
                      message.text(),
                      message.details().choices(),
                      file(message),
                      quoted(message),
                      message.correlationId()));
    } catch (RuntimeException e) {
      log.warn("Sending message {} broke off", message.id(), e);
      delivery = new Channel.Delivery.Unknown("The call broke off");
    }
    marks.add(
        tenancy.current(),
        message,
        conversation.channelType(),
        delivery,
        (System.nanoTime() - started) / 1_000_000);
  }

  private Optional<Channel.File> file(Message message) {
    return message.details().attachments().stream()
        .findFirst()
        .map(
            file ->
                new Channel.File(
                    file.name(),
                    file.contentType(),
                    transaction
                        .execute(tx -> files.content(message.conversation(), file.id()))
                        .orElseThrow()));
  }

  private Optional<String> quoted(Message message) {
    return Optional.ofNullable(message.details().quote())
        .flatMap(quote -> transaction.execute(tx -> messages.find(quote.id())))
        .flatMap(Message::externalId);
  }

  private void poll() {
    var first = true;
    while (on) {
      try {
        sendDue(first && alone ? clock.instant() : clock.instant().minus(STUCK));
        first = false;
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (on) { // else it was interrupted by the end
          log.error("Looking for messages to send failed; trying again", e);
        }
        first = false;
      }
    }
  }

  private record Waiting(TenantId tenant, boolean stuck) {}

  private void sendDue(Instant stuckSince) {
    var waiting =
        jdbc.sql("SELECT tenant_id, stuck FROM crossing.tenants_with_sends(:due, :since)")
            .param("due", clock.instant().atOffset(java.time.ZoneOffset.UTC))
            .param("since", stuckSince.atOffset(java.time.ZoneOffset.UTC))
            .query(
                (row, n) ->
                    new Waiting(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getBoolean("stuck")))
            .list();
    for (var tenant : waiting) {
      tenancy.as(tenant.tenant(), () -> sendDueOf(tenant, stuckSince));
    }
  }

  private record Due(Message message, Conversation conversation) {}

  private void sendDueOf(Waiting tenant, Instant stuckSince) {
    if (tenant.stuck()) {
      transaction.executeWithoutResult(
          tx -> sending.markUncertain(stuckSince).forEach(views::changed));
    }
    List<Due> due =
        transaction.execute(
            tx ->
                sending.takeDue(clock.instant(), BATCH).stream()
                    .map(m -> new Due(m, conversations.find(m.conversation()).orElseThrow()))
                    .filter(this::mayStillBeSent)
                    .toList());
    for (var one : due) {
      Thread.ofVirtual()
          .name("send-" + one.message().id())
          .start(() -> tenancy.as(tenant.tenant(), () -> send(one.message(), one.conversation())));
    }
  }

  /** While it waited its window may have closed, or a person taken over: then it is not sent. */
  private boolean mayStillBeSent(Due due) {
    var conversation = due.conversation();
    var message = due.message();
    var may =
        MaySend.decide(
            new MaySend.Facts(
                message.author().equals("ai") && message.member().isEmpty(),
                // Its own handoff leaves the conversation to a person; those words still go out.
                assistant.on()
                    && (conversation.answeredByAi(clock.instant())
                        || conversation.needsPersonReason().isPresent()),
                conversation.blocked(),
                channels
                    .find(conversation.channel())
                    .map(ChannelDirectory.ChannelInfo::sending)
                    .orElse(false),
                types.get(conversation.channelType()).window(),
                conversation.lastInboundAt(),
                clock.instant()));
    if (may == MaySend.Answer.YES) {
      return true;
    }
    var pipeline = new Pipeline(operations);
    sending.settle(
        pipeline,
        SendingStore.Settled.ended(
            message.id(),
            may == MaySend.Answer.PERSON_ANSWERS ? "cancelled" : "failed",
            may.code(),
            Optional.empty()));
    pipeline.send();
    views.status(message);
    views.changed(conversation.id());
    return false;
  }

  @Override
  public void start() {
    if (enabled) {
      on = true;
      poller = Thread.ofVirtual().name("outbox").start(this::poll);
    }
  }

  @Override
  public void stop() {
    on = false;
    poller.interrupt();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}

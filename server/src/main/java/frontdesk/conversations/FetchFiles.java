package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.live.LiveEvents;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches the files that came with messages soon after they were stored, since vendors keep them
 * for days only. What cannot be fetched is tried again later, then shown as failed.
 */
@Component
class FetchFiles implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FetchFiles.class);

  private static final Duration POLL = Duration.ofSeconds(1);

  /** Longer than any fetch takes. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final int MOST_ATTEMPTS = 6;

  /** Each holds one file in memory. */
  private static final int AT_ONCE = 4;

  private final AttachmentStore files;
  private final MessageStore messages;
  private final ConversationStore conversations;
  private final ChannelTypes types;
  private final MessageViews views;
  private final LiveEvents live;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Clock clock;
  private final boolean enabled;
  private final Semaphore room = new Semaphore(AT_ONCE);

  private volatile boolean on;
  private Thread poller = Thread.ofVirtual().unstarted(() -> {});

  FetchFiles(
      AttachmentStore files,
      MessageStore messages,
      ConversationStore conversations,
      ChannelTypes types,
      MessageViews views,
      LiveEvents live,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Tenancy tenancy,
      Clock clock,
      Settings settings) {
    this.files = files;
    this.messages = messages;
    this.conversations = conversations;
    this.types = types;
    this.views = views;
    this.live = live;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.clock = clock;
    this.enabled = settings.hasRole("worker");
  }

  private void poll() {
    while (on) {
      try {
        for (var tenant : tenantsWithFiles()) {
          fetchFor(tenant);
        }
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (on) { // else it was interrupted by the end
          log.error("Looking for files to fetch failed; trying again", e);
        }
      }
    }
  }

  private List<TenantId> tenantsWithFiles() {
    return jdbc.sql("SELECT tenant_id FROM crossing.tenants_with_files(:now)")
        .param("now", clock.instant().atOffset(UTC))
        .query((row, n) -> new TenantId(row.getObject("tenant_id", UUID.class)))
        .list();
  }

  private void fetchFor(TenantId tenant) throws InterruptedException {
    List<AttachmentStore.Due> due =
        tenancy.as(
            tenant,
            () -> transaction.execute(tx -> files.takeDue(clock.instant(), LEASE, AT_ONCE)));
    for (var file : due) {
      room.acquire();
      Thread.ofVirtual()
          .name("file-" + file.id())
          .start(
              () -> {
                try {
                  tenancy.as(tenant, () -> fetch(file));
                } finally {
                  room.release();
                }
              });
    }
  }

  private void fetch(AttachmentStore.Due file) {
    try {
      var conversation =
          transaction.execute(tx -> conversations.find(file.conversation()).orElseThrow());
      var fetched =
          types.get(conversation.channelType()).fetch(conversation.channel(), file.reference());
      transaction.executeWithoutResult(tx -> settle(file, fetched));
    } catch (RuntimeException e) {
      // Its lease runs out and it is tried again.
      log.warn("Fetching file {} broke off", file.id(), e);
    }
  }

  private void settle(AttachmentStore.Due file, Channel.Fetched fetched) {
    switch (fetched) {
      case Channel.Fetched.Content(var content) -> {
        files.keep(file.id(), content);
        show(file, Message.Attachment.KEPT, content.length);
      }
      case Channel.Fetched.NotNow(var reason) -> {
        log.info("File {} is not there to be fetched: {}", file.id(), reason);
        if (file.attempts() < MOST_ATTEMPTS) {
          var wait = FIRST_WAIT.multipliedBy((long) Math.pow(3, file.attempts() - 1.0));
          files.notFetched(file.id(), Optional.of(clock.instant().plus(wait)));
        } else {
          giveUp(file);
        }
      }
      case Channel.Fetched.Never(var reason) -> {
        log.info("File {} is not fetched: {}", file.id(), reason);
        giveUp(file);
      }
    }
  }

  private void giveUp(AttachmentStore.Due file) {
    files.notFetched(file.id(), Optional.empty());
    show(file, Message.Attachment.FAILED, 0);
  }

  /** The message as it is shown, with its file in the new state. */
  private void show(AttachmentStore.Due file, String state, long size) {
    messages
        .find(file.message())
        .map(message -> message.with(message.details().with(file.id(), state, size)))
        .ifPresent(
            message -> {
              messages.details(message);
              live.publish(
                  InboxEvents.MESSAGE_CREATED,
                  Optional.of(message.conversation()),
                  () -> views.created(message.conversation(), message));
            });
  }

  @Override
  public void start() {
    if (enabled) {
      on = true;
      poller = Thread.ofVirtual().name("files").start(this::poll);
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

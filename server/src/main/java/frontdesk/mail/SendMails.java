package frontdesk.mail;

import frontdesk.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is in the outbox. A mail server that is away is asked again later and later; when this
 * process dies between sending and striking the mail off, the mail goes out once more under the
 * same Message-ID, which mail programs show once.
 */
@Component
class SendMails implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SendMails.class);

  private static final Duration POLL = Duration.ofSeconds(2);

  /** Longer than one batch takes when the mail server answers at the last moment each time. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final int BATCH = 8;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

  /** The waits grow threefold: about four and a half hours in all. */
  private static final int MOST_ATTEMPTS = 9;

  private final MailStore store;
  private final MailServer server;
  private final Map<String, MailWriter> writers = new HashMap<>();
  private final Clock clock;
  private final boolean enabled;
  private final Semaphore news = new Semaphore(0);

  private volatile boolean on;
  private Thread sender = Thread.ofVirtual().unstarted(() -> {});

  SendMails(
      MailStore store,
      MailServer server,
      List<MailWriter> writers,
      Clock clock,
      Settings settings) {
    this.store = store;
    this.server = server;
    writers.forEach(writer -> writer.kinds().forEach(kind -> this.writers.put(kind, writer)));
    this.clock = clock;
    this.enabled = settings.hasRole("worker") && server.isThere();
    if (settings.hasRole("worker") && !server.isThere()) {
      log.warn("FRONTDESK_SMTP_URL is not set: mails wait in the outbox until it is");
    }
  }

  /** Something was committed here; only a hint, polling finds it too. */
  void wake() {
    news.release();
  }

  private void work() {
    while (on) {
      try {
        if (!sendDue()) {
          news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (on) { // else it was interrupted by the end
          log.error("Looking for mails to send failed; trying again", e);
        }
        pause();
      }
    }
  }

  /** False when there was nothing. */
  private boolean sendDue() {
    var due = store.takeDue(clock.instant(), LEASE, BATCH);
    due.forEach(this::send);
    return !due.isEmpty();
  }

  private void send(MailStore.Due due) {
    var order = due.order();
    try {
      var writer = Optional.ofNullable(writers.get(order.kind())).orElseThrow();
      writer.write(order).ifPresent(mail -> server.send(order, mail));
      store.sent(order.id());
    } catch (RuntimeException e) {
      var problem = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      if (due.attempts() >= MOST_ATTEMPTS) {
        log.error("Mail {} ({}) is given up: {}", order.id(), order.kind(), problem);
        store.giveUp(order.id(), problem);
      } else {
        log.warn("Mail {} ({}) did not go out: {}", order.id(), order.kind(), problem);
        var wait = FIRST_WAIT.multipliedBy((long) Math.pow(3, due.attempts() - 1.0));
        store.tryAgain(order.id(), clock.instant().plus(wait), problem);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    if (enabled) {
      on = true;
      sender = Thread.ofVirtual().name("mails").start(this::work);
    }
  }

  @Override
  public void stop() {
    on = false;
    sender.interrupt();
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}

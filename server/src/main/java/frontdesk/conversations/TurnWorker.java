package frontdesk.conversations;

import frontdesk.live.EventKind;
import frontdesk.live.LiveEvents;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs turns: asks which tenants have work, shares its room fairly between them, claims, and runs
 * each conversation's turn on a thread of its own.
 */
@Component
class TurnWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(TurnWorker.class);

  private static final int MOST_IN_FLIGHT = 128;
  private static final int MOST_EACH_TENANT = 48;
  private static final int CLAIM = 20;
  private static final int CLAIMS_AT_ONCE = 4;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration RENEW = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Turns turns;
  private final MailboxStore mailbox;
  private final RunningTurns running;
  private final Outbox outbox;
  private final SeenMarks seen;
  private final Wakeup wakeup;
  private final LiveEvents live;
  private final Tenancy tenancy;
  private final Clock clock;
  private final boolean enabled;

  private final FairShare share = new FairShare(MOST_EACH_TENANT);
  private final ConcurrentLinkedQueue<Took> took = new ConcurrentLinkedQueue<>();
  private final Semaphore claimsAtOnce = new Semaphore(CLAIMS_AT_ONCE);
  private volatile boolean on;

  /** Somebody waits for room: a turn that ends makes some. */
  private volatile boolean backlog;

  private Thread dispatcher = Thread.ofVirtual().unstarted(() -> {});
  private Thread renewer = Thread.ofVirtual().unstarted(() -> {});

  TurnWorker(
      Turns turns,
      MailboxStore mailbox,
      RunningTurns running,
      Outbox outbox,
      SeenMarks seen,
      Wakeup wakeup,
      LiveEvents live,
      Tenancy tenancy,
      Clock clock,
      Settings settings) {
    this.turns = turns;
    this.mailbox = mailbox;
    this.running = running;
    this.outbox = outbox;
    this.seen = seen;
    this.wakeup = wakeup;
    this.live = live;
    this.tenancy = tenancy;
    this.clock = clock;
    this.enabled = settings.hasRole("worker");
  }

  private record Took(TenantId tenant, double millis) {}

  private void dispatch() {
    var waiting = new LinkedHashSet<TenantId>();
    var polled = System.nanoTime() - POLL.toNanos();
    while (on) {
      try {
        var progress = !waiting.isEmpty() && running.count() < MOST_IN_FLIGHT;
        waiting.addAll(wakeup.await(progress ? Duration.ZERO : POLL));
        if (System.nanoTime() - polled >= POLL.toNanos()) {
          polled = System.nanoTime();
          mailbox.tenantsWithWork(clock.instant()).forEach(work -> waiting.add(work.tenant()));
        }
        claimFor(waiting);
        backlog = !waiting.isEmpty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.error("Claiming turns failed; trying again", e);
        pause();
      }
    }
  }

  /** Claims for those that wait, side by side; who has got all there was waits no longer. */
  private void claimFor(Set<TenantId> waiting) throws InterruptedException {
    for (Took t; (t = took.poll()) != null; ) {
      share.took(t.tenant(), t.millis());
    }
    var free = MOST_IN_FLIGHT - running.count();
    var grants = share.grants(waiting, running.countByTenant(), Math.max(0, free));
    var done = ConcurrentHashMap.<TenantId>newKeySet();
    try (var claims = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var grant : grants.entrySet()) {
        claimsAtOnce.acquire();
        claims.execute(() -> claim(grant.getKey(), Math.min(CLAIM, grant.getValue()), done));
      }
    }
    waiting.removeAll(done);
  }

  private void claim(TenantId tenant, int most, Set<TenantId> done) {
    try {
      var claimed = tenancy.as(tenant, () -> turns.claim(most));
      claimed.forEach(c -> start(tenant, c));
      if (claimed.size() < most) {
        done.add(tenant);
      }
    } catch (RuntimeException e) {
      log.error("Claiming turns of tenant {} failed; polling tries again", tenant, e);
      done.add(tenant);
    } finally {
      claimsAtOnce.release();
    }
  }

  private void start(TenantId tenant, Turns.Claimed claimed) {
    var turn = running.begin(tenant, claimed.conversation().id());
    Thread.ofVirtual()
        .name("turn-" + claimed.conversation().id())
        .start(() -> tenancy.as(tenant, () -> run(tenant, claimed, turn)));
  }

  private void run(TenantId tenant, Turns.Claimed claimed, RunningTurns.Running turn) {
    var started = System.nanoTime();
    var conversation = claimed.conversation().id();
    try (var ignored = MDC.putCloseable("correlationId", claimed.request().correlationId())) {
      var progress = new Progress(tenant, conversation, turn);
      progress.stage("reading", Map.of());
      seen.tell(tenant, claimed);
      var result = claimed.turn().run(progress);
      finish(claimed, turn, progress, result);
    } catch (RuntimeException e) {
      log.warn("A turn of conversation {} failed", conversation, e);
      turns.again(claimed, RETRY, true);
      tell(InboxEvents.AI_FAILED, new InboxEvents.AiFailed(conversation), conversation);
    } finally {
      running.end(turn);
      took.add(new Took(tenant, (System.nanoTime() - started) / 1e6));
      if (backlog) {
        wakeup.at(tenant, clock.instant());
      }
    }
  }

  private void finish(
      Turns.Claimed claimed, RunningTurns.Running turn, Progress progress, TurnResult result) {
    var conversation = claimed.conversation().id();
    switch (turn.stop()) {
      case FOR_GOOD -> {
        turns.stopped(claimed);
        progress.done("cancelled");
      }
      case AGAIN -> {
        turns.again(claimed, Duration.ZERO, false);
        wakeup.at(tenancy.current(), clock.instant());
        progress.done("cancelled");
      }
      case NO -> {
        // From here the customer is answered: a newer message becomes the next turn.
        turn.effect();
        var answer = turns.answer(claimed, result);
        progress.done(answer.stored() ? "done" : "cancelled");
        if (answer.more()) {
          wakeup.at(tenancy.current(), clock.instant());
        }
        answer.toSend().ifPresent(message -> outbox.send(message, claimed.conversation()));
      }
    }
  }

  private <T> void tell(EventKind<T> kind, T data, UUID conversation) {
    live.publish(kind, Optional.of(conversation), () -> data);
  }

  private void renew() {
    while (on) {
      try {
        Thread.sleep(RENEW);
        running.byTenant().forEach((tenant, ids) -> tenancy.as(tenant, () -> turns.renew(ids)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (on) { // else it was interrupted by the end
          log.error("Leases could not be renewed; trying again", e);
        }
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

  /** Tells the watchers of a conversation how its turn goes on. */
  private final class Progress implements TurnProgress {
    private final TenantId tenant;
    private final UUID conversation;
    private final RunningTurns.Running turn;
    private final UUID id = Ids.next();
    private final long started = System.nanoTime();

    private Progress(TenantId tenant, UUID conversation, RunningTurns.Running turn) {
      this.tenant = tenant;
      this.conversation = conversation;
      this.turn = turn;
    }

    @Override
    public void stage(String stage, Map<String, Object> details) {
      var millis = (System.nanoTime() - started) / 1_000_000;
      tell(
          InboxEvents.AI_PROGRESS,
          InboxEvents.AiProgress.of(conversation, id, stage, millis, details),
          conversation);
    }

    @Override
    public boolean watched() {
      return live.watched();
    }

    /** Comes on the thread of whoever brings the answer, where no tenant is bound. */
    @Override
    public void delta(String text) {
      tenancy.as(
          tenant,
          () ->
              tell(
                  InboxEvents.AI_DELTA,
                  new InboxEvents.AiDelta(conversation, id, text),
                  conversation));
    }

    @Override
    public boolean cancelled() {
      return turn.stop() != RunningTurns.Stop.NO;
    }

    @Override
    public void effect() {
      turn.effect();
    }

    private void done(String how) {
      tell(InboxEvents.AI_DONE, new InboxEvents.AiDone(conversation, id, how), conversation);
    }
  }

  @Override
  public void start() {
    if (!enabled) {
      return;
    }
    on = true;
    dispatcher = Thread.ofVirtual().name("turn-dispatcher").start(this::dispatch);
    renewer = Thread.ofVirtual().name("turn-leases").start(this::renew);
  }

  /**
   * Takes no new turns and gives the running ones a moment; what is left runs again elsewhere. The
   * dispatcher is waited for rather than interrupted, so that no claim breaks off half way.
   */
  @Override
  public void stop() {
    on = false;
    renewer.interrupt();
    try {
      dispatcher.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (running.count() > 0 && System.nanoTime() < until) {
      pause();
    }
  }

  @Override
  public boolean isRunning() {
    return on;
  }
}

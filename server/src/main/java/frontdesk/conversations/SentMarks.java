package frontdesk.conversations;

import frontdesk.database.Pipeline;
import frontdesk.journal.Journal;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what came of sending, many at a time in one transaction. What a crash keeps from
 * being written shows as uncertain.
 */
@Component
class SentMarks implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SentMarks.class);

  private static final int MOST = 200;
  private static final int MOST_ATTEMPTS = 8;
  private static final Duration HELD_FOR = Duration.ofMinutes(1);

  /** Between two transactions: what is sent meanwhile shares the next one. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Looks this often whether to go on. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private final SendingStore sending;
  private final Deliveries deliveries;
  private final Notifications notifications;
  private final Journal journal;
  private final MessageViews views;
  private final TransactionTemplate transaction;
  private final JdbcOperations jdbc;
  private final Tenancy tenancy;
  private final Clock clock;
  private final LinkedBlockingQueue<Mark> marks = new LinkedBlockingQueue<>();

  private volatile boolean on;
  private Thread writer = Thread.ofVirtual().unstarted(() -> {});

  SentMarks(
      SendingStore sending,
      Deliveries deliveries,
      Notifications notifications,
      Journal journal,
      MessageViews views,
      TransactionTemplate transaction,
      JdbcOperations jdbc,
      Tenancy tenancy,
      Clock clock) {
    this.sending = sending;
    this.deliveries = deliveries;
    this.notifications = notifications;
    this.journal = journal;
    this.views = views;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  private record Mark(
      TenantId tenant,
      Message message,
      String channelType,
      Channel.Delivery delivery,
      long millis) {}

  void add(
      TenantId tenant,
      Message message,
      String channelType,
      Channel.Delivery delivery,
      long millis) {
    marks.add(new Mark(tenant, message, channelType, delivery, millis));
  }

  private void write() {
    while (on || !marks.isEmpty()) {
      try {
        var first = marks.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          var group = new ArrayList<Mark>();
          group.add(first);
          marks.drainTo(group, MOST - 1);
          write(group);
          Thread.sleep(PAUSE);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<Mark> group) {
    var byTenant = group.stream().collect(Collectors.groupingBy(Mark::tenant));
    try {
      transaction.executeWithoutResult(
          tx ->
              byTenant.forEach(
                  (tenant, marksOfTenant) ->
                      tenancy.within(
                          tenant,
                          () -> {
                            settle(marksOfTenant);
                            return true;
                          })));
    } catch (RuntimeException e) {
      log.error("{} results of sending could not be written; trying again", group.size(), e);
      marks.addAll(group);
      pause();
    }
  }

  private void settle(List<Mark> group) {
    var pipeline = new Pipeline(jdbc);
    group.forEach(mark -> sending.settle(pipeline, settled(mark)));
    group.forEach(mark -> journal.call(pipeline, call(mark)));
    var accepted = new LinkedHashMap<String, UUID>();
    for (var mark : group) {
      if (mark.delivery() instanceof Channel.Delivery.Accepted(var externalId)) {
        accepted.put(externalId, mark.message().channel());
      }
    }
    var parked = deliveries.takeParked(pipeline, accepted);
    pipeline.send();
    deliveries.apply(parked.get());
    for (var mark : group) {
      views.status(mark.message());
      if (needsALook(mark)) {
        notifications.tellWhoAnswers(
            Notifications.Type.MESSAGE_FAILED, mark.message().conversation());
        views.changed(mark.message().conversation());
      }
    }
  }

  private SendingStore.Settled settled(Mark mark) {
    var id = mark.message().id();
    return switch (mark.delivery()) {
      case Channel.Delivery.Accepted(var externalId) -> SendingStore.Settled.sent(id, externalId);
      case Channel.Delivery.Later(var code, var reason, _) when triedEnough(mark) ->
          SendingStore.Settled.ended(id, "failed", code, Optional.of(reason));
      case Channel.Delivery.Later(var code, var reason, var after) -> {
        // Spread, so that what was refused together does not come back together.
        var spread = ThreadLocalRandom.current().nextDouble(1, 1.25);
        var times = Math.pow(2, mark.message().attempts()) * spread;
        var wait = Duration.ofMillis((long) (after.toMillis() * times));
        yield SendingStore.Settled.waits(id, code, reason, clock.instant().plus(wait), true);
      }
      case Channel.Delivery.Held(var code, var reason) ->
          SendingStore.Settled.waits(id, code, reason, clock.instant().plus(HELD_FOR), false);
      case Channel.Delivery.Rejected(var code, var reason) ->
          SendingStore.Settled.ended(id, "failed", code, Optional.of(reason));
      case Channel.Delivery.Unknown(var reason) ->
          SendingStore.Settled.ended(id, "uncertain", "uncertain", Optional.of(reason));
    };
  }

  private static boolean triedEnough(Mark mark) {
    return mark.message().attempts() + 1 >= MOST_ATTEMPTS;
  }

  /** It did not go out, or nobody knows: the conversation shows it. */
  private static boolean needsALook(Mark mark) {
    return switch (mark.delivery()) {
      // Of a channel that needs somebody they are told once, not message by message.
      case Channel.Delivery.Accepted _, Channel.Delivery.Held _ -> false;
      case Channel.Delivery.Later _ -> triedEnough(mark);
      case Channel.Delivery.Rejected _, Channel.Delivery.Unknown _ -> true;
    };
  }

  private static Journal.Call call(Mark mark) {
    return switch (mark.delivery()) {
      case Channel.Delivery.Accepted(var externalId) -> call(mark, 200, externalId);
      case Channel.Delivery.Later(var code, var reason, _) ->
          call(mark, triedEnough(mark) ? 400 : 429, code + " " + reason);
      case Channel.Delivery.Held(var code, var reason) -> call(mark, 400, code + " " + reason);
      case Channel.Delivery.Rejected(var code, var reason) -> call(mark, 400, code + " " + reason);
      case Channel.Delivery.Unknown(var reason) -> call(mark, 0, "uncertain " + reason);
    };
  }

  private static Journal.Call call(Mark mark, int status, String body) {
    return new Journal.Call(
        mark.channelType(), "send", status, mark.millis(), mark.message().correlationId(), body);
  }

  @Override
  public void start() {
    on = true;
    writer = Thread.ofVirtual().name("sent-marks").start(this::write);
  }

  /**
   * Stops after the workers: what they have sent is still written down, so nothing interrupts it.
   */
  @Override
  public void stop() {
    on = false;
    try {
      writer.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public boolean isRunning() {
    return on;
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
  }
}

package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one thing to many conversations, one transaction each, and tells how far it is. What a node
 * that stopped has left undone goes on when somebody asks for the job.
 */
@Service
class BulkJobs {

  private static final Logger log = LoggerFactory.getLogger(BulkJobs.class);

  /** So often its progress is told. */
  private static final int STEP = 25;

  private final BulkStore store;
  private final BulkAction actions;
  private final LiveEvents live;
  private final TransactionTemplate transaction;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Set<UUID> running = ConcurrentHashMap.newKeySet();

  BulkJobs(
      BulkStore store,
      BulkAction actions,
      LiveEvents live,
      TransactionTemplate transaction,
      Tenancy tenancy,
      Clock clock) {
    this.store = store;
    this.actions = actions;
    this.live = live;
    this.transaction = transaction;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** Begins it; the answer is the job's id. */
  UUID begin(String action, Optional<String> argument, List<UUID> conversations, UUID member) {
    var job = new BulkStore.Job(Ids.next(), member, action, argument);
    transaction.executeWithoutResult(tx -> store.insert(job, conversations, clock.instant()));
    run(job);
    return job.id();
  }

  BulkStore.Progress progress(UUID id, UUID member) {
    var job = get(id, member);
    var progress = transaction.execute(tx -> store.progress(id));
    if (progress.waiting() > 0) {
      run(job);
    }
    return progress;
  }

  /** Everything as it was. */
  void undo(UUID id, UUID member) {
    var job = get(id, member);
    transaction.executeWithoutResult(tx -> store.undo(id));
    run(job);
  }

  private BulkStore.Job get(UUID id, UUID member) {
    var job = transaction.execute(tx -> store.find(id));
    return job.filter(found -> found.member().equals(member))
        .orElseThrow(() -> new NotFound("job"));
  }

  private void run(BulkStore.Job job) {
    var tenant = tenancy.current();
    Thread.ofVirtual().name("bulk-" + job.id()).start(() -> tenancy.as(tenant, () -> work(job)));
  }

  private void work(BulkStore.Job job) {
    if (!running.add(job.id())) {
      return;
    }
    try {
      var more = true;
      for (int n = 1; more; n++) {
        more = step(job);
        if (!more || n % STEP == 0) {
          tell(job);
        }
      }
    } finally {
      running.remove(job.id());
    }
  }

  /** False when nothing waits any more. */
  private boolean step(BulkStore.Job job) {
    var taken =
        new Object() {
          Optional<UUID> conversation = Optional.empty();
        };
    try {
      transaction.executeWithoutResult(
          tx -> {
            var item = store.take(job.id());
            taken.conversation = item.map(BulkStore.Item::conversation);
            item.ifPresent(one -> settle(job, one));
          });
    } catch (RuntimeException e) {
      if (taken.conversation.isEmpty()) {
        throw e;
      }
      log.warn("Conversation {} could not be changed", taken.conversation.get(), e);
      transaction.executeWithoutResult(
          tx -> store.settle(job.id(), taken.conversation.get(), "failed", Optional.empty()));
    }
    return taken.conversation.isPresent();
  }

  private void settle(BulkStore.Job job, BulkStore.Item item) {
    var conversation = item.conversation();
    if (item.undo()) {
      item.before()
          .ifPresent(before -> actions.undo(job.action(), before, conversation, job.member()));
      store.settle(job.id(), conversation, "undone", Optional.empty());
    } else {
      var before = actions.before(conversation);
      actions.apply(job.action(), job.argument(), conversation, job.member());
      store.settle(job.id(), conversation, "done", Optional.of(before));
    }
  }

  private void tell(BulkStore.Job job) {
    transaction.executeWithoutResult(
        tx ->
            live.publish(
                InboxEvents.JOB_PROGRESS,
                () -> InboxEvents.JobProgress.of(job.id(), store.progress(job.id()))));
  }
}

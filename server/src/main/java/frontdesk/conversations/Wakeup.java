package frontdesk.conversations;

import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * Tells this node's dispatcher for which tenant something was committed here, and when it is due.
 * Only a hint: polling finds the same work a little later.
 */
@Component
class Wakeup {

  private record Hint(TenantId tenant, Instant due) {}

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Hint> hints = new PriorityQueue<>(Comparator.comparing(Hint::due));

  Wakeup(Clock clock) {
    this.clock = clock;
  }

  void at(TenantId tenant, Instant due) {
    lock.lock();
    try {
      hints.add(new Hint(tenant, due));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The tenants whose time has come; none when that took longer than {@code most}. */
  Set<TenantId> await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      var left = most.toNanos();
      while (true) {
        var now = clock.instant();
        var due = takeDue(now);
        if (!due.isEmpty() || left <= 0) {
          return due;
        }
        var first = hints.peek();
        var next = first == null ? left : Duration.between(now, first.due()).toNanos();
        var wait = Math.min(left, Math.max(1_000, next));
        left -= wait - Math.max(0, changed.awaitNanos(wait));
      }
    } finally {
      lock.unlock();
    }
  }

  private Set<TenantId> takeDue(Instant now) {
    var due = new HashSet<TenantId>();
    for (Hint first; (first = hints.peek()) != null && !first.due().isAfter(now); ) {
      due.add(hints.poll().tenant());
    }
    return due;
  }
}

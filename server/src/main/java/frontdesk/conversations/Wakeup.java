package frontdesk.conversations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Wakes this node's workers when something was committed here. Only a hint: polling finds the same
 * work a little later.
 */
@Component
class Wakeup {

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition due = lock.newCondition();
  private final PriorityBlockingQueue<Instant> times = new PriorityBlockingQueue<>();

  Wakeup(Clock clock) {
    this.clock = clock;
  }

  void at(Instant time) {
    lock.lock();
    try {
      times.add(time);
      due.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when a time has come, at the latest after {@code most}. */
  void await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      var until = clock.instant().plus(most);
      while (true) {
        var now = clock.instant();
        var first = times.peek();
        if (!now.isBefore(until) || first != null && !first.isAfter(now)) {
          while ((first = times.peek()) != null && !first.isAfter(now)) {
            times.poll();
          }
          return;
        }
        var next = first != null && first.isBefore(until) ? first : until;
        due.await(Math.max(1, Duration.between(now, next).toMillis()), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}

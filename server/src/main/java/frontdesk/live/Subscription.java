package frontdesk.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One watcher's queue. A watcher that is too slow is ended, and resumes or asks again. */
public final class Subscription implements AutoCloseable {

  private static final int WAITING = 1000;

  private final Predicate<LiveEvent> wanted;
  private final Runnable listening;
  private final ArrayBlockingQueue<LiveEvent> queue = new ArrayBlockingQueue<>(WAITING);
  private volatile boolean closed;

  /**
   * @param listening run each time somebody waits for the next event
   */
  Subscription(Predicate<LiveEvent> wanted, Runnable listening) {
    this.wanted = wanted;
    this.listening = listening;
  }

  /** False when this watcher is gone. */
  boolean offer(LiveEvent event) {
    if (!closed && (event.name().equals("resync") || wanted.test(event)) && !queue.offer(event)) {
      closed = true;
    }
    return !closed;
  }

  /** Waits for the next event; empty when none came in time. */
  public Optional<LiveEvent> next(Duration wait) throws InterruptedException {
    listening.run();
    return Optional.ofNullable(queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  public boolean isClosed() {
    return closed;
  }

  /** Closes it, and wakes whoever waits with a last event. */
  void end(LiveEvent last) {
    closed = true;
    queue.offer(last);
  }

  @Override
  public void close() {
    closed = true;
  }
}

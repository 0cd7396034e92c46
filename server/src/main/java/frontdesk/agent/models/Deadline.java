package frontdesk.agent.models;

import java.time.Duration;

/** The moment until which a turn may think; measured by the machine, whatever the clock says. */
public record Deadline(long nanoTime) {

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  public boolean passed() {
    return left().isZero();
  }
}

package frontdesk.booking;

import java.time.Instant;
import java.util.UUID;

/** A stretch of one provider's time, from start up to but not including end, buffers left out. */
public record Slot(UUID provider, Instant start, Instant end) {

  public Slot {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "A slot ends after it starts, not %s to %s".formatted(start, end));
    }
  }
}

package frontdesk.booking;

import java.time.Instant;
import java.util.UUID;

/** What becomes of an appointment whose time is taken away. */
public sealed interface Decision {
  /** They come all the same. */
  record Keep() implements Decision {}

  record Cancel() implements Decision {}

  record Move(UUID provider, Instant start) implements Decision {}
}

package frontdesk.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Time off as the API and the event stream show it. */
record TimeOffView(UUID id, UUID providerId, Instant start, Instant end, @Nullable String reason) {
  static TimeOffView of(TimeOff timeOff) {
    return new TimeOffView(
        timeOff.id(),
        timeOff.provider(),
        timeOff.span().start(),
        timeOff.span().end(),
        timeOff.reason().orElse(null));
  }
}

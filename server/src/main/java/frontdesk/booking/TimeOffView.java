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

  /** Why somebody else is away is theirs to tell. */
  static TimeOffView of(TimeOff timeOff, Sight sight) {
    var all = of(timeOff);
    return sight.covers(timeOff.provider())
        ? all
        : new TimeOffView(all.id(), all.providerId(), all.start(), all.end(), null);
  }
}

package frontdesk.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.booking.Schedule;
import frontdesk.booking.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether the business is open.
 *
 * @param opensAt when it opens next, if it is closed and opens within the week
 * @param closesAt when it closes, if it is open
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OpenNow(boolean now, Optional<Instant> opensAt, Optional<Instant> closesAt) {

  private static final int DAYS_AHEAD = 8;

  static OpenNow at(Instant now, Schedule hours, ZoneId zone) {
    var today = now.atZone(zone).toLocalDate();
    // from yesterday, because hours may run past midnight
    var spans = hours.open(today.minusDays(1), today.plusDays(DAYS_AHEAD), zone);
    var current =
        spans.stream()
            .filter(span -> !now.isBefore(span.start()) && now.isBefore(span.end()))
            .findFirst();
    var next =
        spans.stream().map(Span::start).filter(start -> start.isAfter(now)).min(Instant::compareTo);
    return new OpenNow(
        current.isPresent(), current.isPresent() ? Optional.empty() : next, current.map(Span::end));
  }
}

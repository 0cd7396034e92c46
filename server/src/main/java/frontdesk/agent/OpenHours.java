package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When people are there to answer. */
final class OpenHours {

  private static final int DAYS_AHEAD = 14;

  private OpenHours() {}

  /** Now when the business is open, else when it opens next; empty when it does not for long. */
  static Optional<Instant> openFrom(BusinessFacts business, ZonedDateTime now) {
    return Stream.iterate(now.toLocalDate(), day -> day.plusDays(1))
        .limit(DAYS_AHEAD)
        .flatMap(day -> on(business, day).filter(open -> open.end().isAfter(now)))
        .map(open -> open.start().isAfter(now) ? open.start() : now)
        .min(ZonedDateTime::compareTo)
        .map(ZonedDateTime::toInstant);
  }

  private record Open(ZonedDateTime start, ZonedDateTime end) {}

  private static Stream<Open> on(BusinessFacts business, LocalDate day) {
    var usual = business.hours().getOrDefault(day.getDayOfWeek(), List.of());
    return business.exceptions().getOrDefault(day, usual).stream()
        .map(
            stretch ->
                new Open(
                    day.atTime(stretch.open()).atZone(business.zone()),
                    stretch.close().equals(LocalTime.MIDNIGHT)
                        ? day.plusDays(1).atStartOfDay(business.zone())
                        : day.atTime(stretch.close()).atZone(business.zone())));
  }
}

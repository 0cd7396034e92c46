package frontdesk.agent;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The times of day that a text names, read on a dial of twelve hours as people read them. */
record NamedTimes(List<TimeMention> mentions, ZoneId zone) {

  static NamedTimes in(String text, Locale language, ZonedDateTime now) {
    var clocks =
        TimeWords.mentions(text, language, now).stream()
            .filter(mention -> mention.clock().isPresent())
            .toList();
    return new NamedTimes(clocks, now.getZone());
  }

  boolean none() {
    return mentions.isEmpty();
  }

  /** Its time of day, on whatever day. */
  boolean haveTimeOf(Instant start) {
    return mentions.stream().anyMatch(mention -> sameTime(mention, start));
  }

  /** Its time of day, and no other day beside it. */
  boolean have(Instant start) {
    return mentions.stream().anyMatch(m -> sameTime(m, start) && dayFits(m, start));
  }

  private boolean sameTime(TimeMention mention, Instant start) {
    var dial = dial(start.atZone(zone).toLocalTime());
    return mention.clock().stream()
        .flatMap(clock -> Stream.concat(Stream.of(clock.from()), clock.to().stream()))
        .anyMatch(time -> dial(time) == dial);
  }

  private boolean dayFits(TimeMention mention, Instant start) {
    var day = start.atZone(zone).toLocalDate();
    return mention
        .days()
        .filter(days -> day.isBefore(days.first()) || day.isAfter(days.last()))
        .isEmpty();
  }

  private static int dial(LocalTime time) {
    return time.getHour() % 12 * 60 + time.getMinute();
  }
}

package frontdesk.agent;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times of day that a text names, read on a dial of twelve hours as people read them. Most
 * texts are never asked, so they are read at the first question.
 */
final class NamedTimes {

  private final String text;
  private final Locale language;
  private final ZonedDateTime now;
  private @Nullable List<TimeMention> read;

  private NamedTimes(String text, Locale language, ZonedDateTime now) {
    this.text = text;
    this.language = language;
    this.now = now;
  }

  static NamedTimes in(String text, Locale language, ZonedDateTime now) {
    return new NamedTimes(text, language, now);
  }

  private List<TimeMention> mentions() {
    var known = read;
    if (known == null) {
      known =
          TimeWords.mentions(text, language, now).stream()
              .filter(mention -> mention.clock().isPresent())
              .toList();
      read = known;
    }
    return known;
  }

  boolean none() {
    return mentions().isEmpty();
  }

  /** Its time of day, on whatever day. */
  boolean haveTimeOf(Instant start) {
    return mentions().stream().anyMatch(mention -> sameTime(mention, start));
  }

  /** Its time of day, and no other day beside it. */
  boolean have(Instant start) {
    return mentions().stream().anyMatch(m -> sameTime(m, start) && dayFits(m, start));
  }

  private boolean sameTime(TimeMention mention, Instant start) {
    var dial = dial(start.atZone(now.getZone()).toLocalTime());
    return mention.clock().stream()
        .flatMap(clock -> Stream.concat(Stream.of(clock.from()), clock.to().stream()))
        .anyMatch(time -> dial(time) == dial);
  }

  private boolean dayFits(TimeMention mention, Instant start) {
    var day = start.atZone(now.getZone()).toLocalDate();
    return mention
        .days()
        .filter(days -> day.isBefore(days.first()) || day.isAfter(days.last()))
        .isEmpty();
  }

  private static int dial(LocalTime time) {
    return time.getHour() % 12 * 60 + time.getMinute();
  }
}

package frontdesk.agent.tools;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import frontdesk.agent.tools.Toolbox.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The customer's words about time, as stretches to search in or as the one start they name. */
record When(
    List<TimeMention> mentions,
    Set<LocalDate> unwanted,
    Optional<TimeMention.Days> days,
    Optional<TimeMention.Clock> clock,
    ZonedDateTime now) {

  private static final int DAYS_WHEN_NONE_IS_SAID = 14;
  private static final int MOST_DAYS = 31;

  /** Reads in the customer's language first; people mix. */
  static When of(String words, Locale locale, ZonedDateTime now) {
    var mentions = TimeWords.mentions(words, locale, now);
    if (mentions.isEmpty()) {
      var other = locale.getLanguage().equals("it") ? Locale.ENGLISH : Locale.ITALIAN;
      mentions = TimeWords.mentions(words, other, now);
    }
    var wanted = mentions.stream().filter(mention -> !mention.negated()).toList();
    var unwanted = new HashSet<LocalDate>();
    mentions.stream()
        .filter(TimeMention::negated)
        .flatMap(mention -> mention.days().stream())
        .flatMap(days -> days.first().datesUntil(days.last().plusDays(1)).limit(MOST_DAYS))
        .forEach(unwanted::add);
    return new When(
        mentions,
        unwanted,
        wanted.stream().flatMap(mention -> mention.days().stream()).findFirst(),
        wanted.stream().flatMap(mention -> mention.clock().stream()).findFirst(),
        now);
  }

  boolean impossible() {
    return mentions.stream().anyMatch(TimeMention::impossible);
  }

  /** Moves away from something said earlier, which these words alone do not tell. */
  boolean relative() {
    return mentions.stream().anyMatch(mention -> mention.shift().isPresent());
  }

  boolean nothing() {
    return days.isEmpty() && clock.isEmpty();
  }

  List<Window> windows() {
    var today = now.toLocalDate();
    var first = days.map(TimeMention.Days::first).orElse(today);
    var last = days.map(TimeMention.Days::last).orElse(today.plusDays(DAYS_WHEN_NONE_IS_SAID));
    var windows = new ArrayList<Window>();
    first
        .datesUntil(last.plusDays(1))
        .limit(MOST_DAYS)
        .filter(day -> !unwanted.contains(day))
        .forEach(day -> windows.add(window(day)));
    return windows;
  }

  private Window window(LocalDate day) {
    var from = clock.map(TimeMention.Clock::from).orElse(LocalTime.MIN);
    // A point in time is a minute to look in: what is free around it comes as the nearest.
    var to = clock.isPresent() ? clock.get().to().orElse(from.plusMinutes(1)) : LocalTime.MAX;
    var end =
        to.equals(LocalTime.MAX) || !to.isAfter(from)
            ? at(day.plusDays(1), LocalTime.MIN)
            : at(day, to);
    return new Window(at(day, from), end);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(now.getZone()).toInstant();
  }

  /** The one start these words name; empty without a single day and a point in time. */
  Optional<Instant> start() {
    if (impossible()
        || days.filter(d -> d.first().equals(d.last())).isEmpty()
        || clock.filter(c -> c.to().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    return exactly(days.get().first().atTime(clock.get().from()), now);
  }

  /** Empty for a time of day that the clocks skip. */
  static Optional<Instant> exactly(LocalDateTime local, ZonedDateTime now) {
    var zoned = local.atZone(now.getZone());
    return zoned.toLocalDateTime().equals(local)
        ? Optional.of(zoned.toInstant())
        : Optional.empty();
  }
}

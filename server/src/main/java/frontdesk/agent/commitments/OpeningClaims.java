package frontdesk.agent.commitments;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Days;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a reply says of opening hours. */
final class OpeningClaims {

  /** More days than these are a season, not a list of opening days. */
  private static final int MOST_DAYS = 62;

  private static final Pattern SHUT =
      Pattern.compile(
          "\\b(?:closed|shut|chius\\w|not open|aren't open|isn't open|non (?:siamo"
              + " )?apert\\w|non apriamo)\\b");
  private static final Pattern CLOSES =
      Pattern.compile("\\b(?:close\\w*|chiud\\w+|chiusura|until|till|fino|to|alle|shut)\\b");
  private static final Pattern OPENS =
      Pattern.compile("\\b(?:open\\w*|apr\\w+|apert\\w+|from|dalle|at|alle)\\b");

  private final Evidence evidence;

  OpeningClaims(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Open or closed as said, on the days named or, when none is, on some day of the week. */
  boolean bears(TimeMention mention, Optional<Days> days, String words) {
    var shut = SHUT.matcher(words).find();
    if (mention.clock().isEmpty()) {
      return days(mention.days()).allMatch(day -> hours(day).isEmpty() == shut);
    }
    var named = days(days).map(this::hours).toList();
    var all =
        named.isEmpty()
            ? Arrays.stream(DayOfWeek.values())
                .map(day -> evidence.weekly().getOrDefault(day, List.of()))
                .toList()
            : named;
    return named.isEmpty()
        ? all.stream().anyMatch(stretches -> fits(stretches, mention, words))
        : all.stream()
                .filter(stretches -> !stretches.isEmpty())
                .allMatch(stretches -> fits(stretches, mention, words))
            && all.stream().anyMatch(stretches -> !stretches.isEmpty());
  }

  private static boolean fits(List<Stretch> stretches, TimeMention mention, String words) {
    return Stream.concat(mention.clock().stream(), mention.otherClocks().stream())
        .anyMatch(
            clock ->
                stretches.stream().anyMatch(stretch -> fits(stretch, clock, stretches, words)));
  }

  private static boolean fits(
      Stretch stretch, TimeMention.Clock clock, List<Stretch> all, String words) {
    if (clock.to().isEmpty()) {
      var closes = CLOSES.matcher(words).find();
      var opens = OPENS.matcher(words).find();
      return opens && clock.from().equals(stretch.open())
          || closes && clock.from().equals(stretch.close());
    }
    var from = clock.from();
    var to = clock.to().get();
    var open = from.equals(stretch.open()) || from.equals(LocalTime.MIN);
    var close = to.equals(stretch.close()) || to.equals(LocalTime.MAX);
    var day =
        from.equals(all.getFirst().open()) && to.equals(all.getLast().close()) && all.size() == 1;
    return day
        || open && close && !(from.equals(LocalTime.MIN) && to.equals(LocalTime.MAX))
        || part(from, to) && stretch.open().isBefore(to) && from.isBefore(stretch.end());
  }

  /** On one of the days named, or on every day of the week where none is. */
  boolean aroundTheClock(List<Days> named) {
    var open =
        named.isEmpty()
            ? Arrays.stream(DayOfWeek.values())
                .map(day -> evidence.weekly().getOrDefault(day, List.of()))
                .toList()
            : named.stream().flatMap(days -> days(Optional.of(days))).map(this::hours).toList();
    return named.isEmpty()
        ? open.stream().allMatch(OpeningClaims::wholeDay)
        : open.stream().anyMatch(OpeningClaims::wholeDay);
  }

  private static boolean wholeDay(List<Stretch> stretches) {
    return stretches.stream().anyMatch(Stretch::wholeDay);
  }

  /** "In the morning": no hour that anybody would come at. */
  private static boolean part(LocalTime from, LocalTime to) {
    return from.equals(LocalTime.of(4, 0))
        || from.equals(LocalTime.NOON) && to.equals(LocalTime.of(19, 0));
  }

  /** Outside the hours of that day, or past. */
  boolean closed(TimeMention mention, Optional<Days> days, ZonedDateTime now) {
    if (days.map(d -> d.last().isBefore(now.toLocalDate())).orElse(false)) {
      return true;
    }
    var named = days(days).map(this::hours).toList();
    if (mention.clock().isEmpty()) {
      return !named.isEmpty() && named.stream().allMatch(List::isEmpty);
    }
    var hours = named.isEmpty() ? evidence.weekly().values().stream().toList() : named;
    return hours.stream()
        .allMatch(
            stretches ->
                stretches.stream()
                    .noneMatch(
                        stretch -> {
                          var at = mention.clock().get();
                          return at.to().isEmpty()
                              ? !at.from().isBefore(stretch.open())
                                  && at.from().isBefore(stretch.end())
                              : at.from().isBefore(stretch.end())
                                  && stretch.open().isBefore(at.to().get());
                        }));
  }

  private Stream<LocalDate> days(Optional<Days> days) {
    return days.stream().flatMap(d -> d.first().datesUntil(d.last().plusDays(1)).limit(MOST_DAYS));
  }

  private List<Stretch> hours(LocalDate date) {
    var usual = evidence.weekly().getOrDefault(date.getDayOfWeek(), List.of());
    return evidence.exceptions().getOrDefault(date, usual);
  }
}

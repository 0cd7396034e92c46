package frontdesk.agent.language;

import frontdesk.agent.language.DaySpec.Span;
import frontdesk.agent.language.TimeMention.Clock;
import frontdesk.agent.language.TimeSpec.Part;
import frontdesk.agent.language.TimeSpec.Point;
import frontdesk.agent.language.TimeSpec.Stretch;
import frontdesk.agent.language.TimeValue.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what was said into mentions and values, against the moment it was said. */
final class Resolver {

  private final Text text;
  private final ZonedDateTime reference;
  private final LocalDate today;

  Resolver(Text text, ZonedDateTime reference) {
    this.text = text;
    this.reference = reference;
    this.today = reference.toLocalDate();
  }

  TimeMention mention(Reader.Found found, boolean approximate, boolean negated) {
    var facts = found.facts();
    var start = text.token(found.start()).start();
    var end = text.token(found.end() - 1).end();
    if (facts.exact().isPresent()) {
      var exact = facts.exact().get();
      var day = exact.start().toLocalDate();
      var from = exact.start().toLocalTime().truncatedTo(ChronoUnit.MINUTES);
      var to =
          exact
              .end()
              .map(until -> until.toLocalDate().equals(day) ? until.toLocalTime() : LocalTime.MAX);
      return new TimeMention(
          start,
          end,
          Optional.of(new TimeMention.Days(day, day)),
          Optional.of(new Clock(from, to)),
          List.of(),
          Optional.empty(),
          approximate,
          negated,
          false);
    }
    var span = facts.day().flatMap(day -> Days.of(day, today));
    var missing = facts.day().isPresent() && span.isEmpty();
    var clocks = facts.time().map(Resolver::clocks).orElse(List.of());
    return new TimeMention(
        start,
        end,
        span.map(days -> new TimeMention.Days(days.first(), days.end().minusDays(1))),
        clocks.stream().findFirst(),
        clocks.stream().skip(1).toList(),
        facts.shift(),
        approximate,
        negated,
        missing || facts.impossible() || inGap(facts, span));
  }

  /** Between the hours that the clocks skip in spring. */
  private boolean inGap(Facts facts, Optional<Span> span) {
    return span.isPresent()
        && facts.day().map(DaySpec::single).orElse(false)
        && facts.time().orElse(null) instanceof Point point
        && skipped(span.get().first().atTime(point.best()));
  }

  private boolean skipped(LocalDateTime time) {
    return reference.getZone().getRules().getValidOffsets(time).isEmpty();
  }

  /** The best reading first. */
  private static List<Clock> clocks(TimeSpec time) {
    return switch (time) {
      case Point point ->
          point.allReadings().stream().map(at -> new Clock(at, Optional.empty())).toList();
      case Part part -> List.of(new Clock(part.from(), Optional.of(part.to())));
      case Stretch stretch -> {
        var settled = stretch.settled();
        yield List.of(
            new Clock(
                settled.from().map(Point::said).orElse(LocalTime.MIN),
                Optional.of(
                    settled
                        .to()
                        .map(Point::said)
                        .filter(to -> !to.equals(LocalTime.MIDNIGHT))
                        .orElse(LocalTime.MAX))));
      }
    };
  }

  /** The values of all, each with its best reading; then their other readings. */
  List<TimeValue> values(List<Facts> all) {
    var joined = together(all);
    var values = new ArrayList<TimeValue>();
    var others = new ArrayList<TimeValue>();
    for (var facts : joined) {
      var readings = readings(facts);
      readings.stream().findFirst().ifPresent(values::add);
      readings.stream().skip(1).forEach(others::add);
    }
    values.addAll(others);
    return values.stream().distinct().toList();
  }

  /** One day and one time of day, apart in the text, are one moment. */
  private static List<Facts> together(List<Facts> all) {
    var days = all.stream().filter(Facts::onlyDay).toList();
    var times = all.stream().filter(Facts::onlyTime).toList();
    if (days.size() != 1 || times.size() != 1 || all.size() != 2) {
      return all;
    }
    return days.getFirst().and(times.getFirst()).map(List::of).orElse(all);
  }

  private List<TimeValue> readings(Facts facts) {
    if (facts.impossible() || facts.shift().isPresent()) {
      return List.of();
    }
    if (facts.exact().isPresent()) {
      var exact = facts.exact().get();
      var kind = exact.end().isPresent() ? Kind.INTERVAL : Kind.DATETIME;
      return List.of(new TimeValue(kind, exact.start(), exact.end(), exact.grain()));
    }
    if (facts.day().isPresent()) {
      return Days.of(facts.day().get(), today).map(span -> ofDay(facts, span)).orElse(List.of());
    }
    return facts.time().map(this::nextOccurrence).orElse(List.of());
  }

  private List<TimeValue> ofDay(Facts facts, Span span) {
    var first = span.first();
    if (facts.time().isEmpty()) {
      return List.of(days(facts.day().orElseThrow(), span));
    }
    return switch (facts.time().get()) {
      case Point point ->
          point.readings().stream()
              .map(time -> first.atTime(time))
              .filter(time -> !skipped(time))
              .map(time -> new TimeValue(Kind.DATETIME, time, Optional.empty(), point.grain()))
              .toList();
      case Part part ->
          List.of(stretch(nightOf(first, part), part.from(), Optional.of(part.to()), Grain.HOUR));
      case Stretch said -> {
        var settled = said.settled();
        var from = settled.from().map(Point::said);
        var to = settled.to().map(Point::said);
        var begin = from.map(first::atTime).orElseGet(() -> nowOr(first));
        yield List.of(
            new TimeValue(Kind.INTERVAL, begin, to.map(time -> at(first, time)), grain(settled)));
      }
    };
  }

  /** "Tomorrow night" is the night that follows tomorrow. */
  private static LocalDate nightOf(LocalDate day, Part part) {
    return part.half() == TimeSpec.Half.NIGHT ? day.plusDays(1) : day;
  }

  private LocalDateTime nowOr(LocalDate day) {
    return day.equals(today)
        ? reference.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS)
        : day.atStartOfDay();
  }

  private TimeValue days(DaySpec said, Span span) {
    var start = span.first().atStartOfDay();
    return switch (said) {
      case DaySpec.Onwards _ -> new TimeValue(Kind.INTERVAL, start, Optional.empty(), span.grain());
      case DaySpec.Until _ ->
          new TimeValue(
              Kind.INTERVAL,
              nowOr(span.first()),
              Optional.of(span.end().atStartOfDay()),
              span.grain());
      default ->
          said.single() && span.grain() == Grain.DAY
              ? new TimeValue(Kind.DATE, start, Optional.empty(), Grain.DAY)
              : new TimeValue(
                  Kind.INTERVAL, start, Optional.of(span.end().atStartOfDay()), span.grain());
    };
  }

  private List<TimeValue> nextOccurrence(TimeSpec time) {
    return switch (time) {
      case Point point ->
          point.readings().stream()
              .map(at -> new TimeValue(Kind.TIME, next(at), Optional.empty(), point.grain()))
              .toList();
      case Part part -> {
        var running = reference.toLocalTime().isBefore(part.to());
        yield List.of(
            stretch(
                running ? today : today.plusDays(1),
                part.from(),
                Optional.of(part.to()),
                Grain.HOUR));
      }
      case Stretch said -> List.of(nextStretch(said.settled()));
    };
  }

  private TimeValue nextStretch(Stretch settled) {
    var from = settled.from().map(Point::said);
    var to = settled.to().map(Point::said);
    if (from.isEmpty()) {
      var until = next(to.orElseThrow());
      return new TimeValue(
          Kind.INTERVAL, nowOr(until.toLocalDate()), Optional.of(until), grain(settled));
    }
    var day =
        to.map(end -> reference.toLocalTime().isBefore(end)).orElse(true)
                && (to.isPresent() || reference.toLocalTime().isBefore(from.get()))
            ? today
            : next(from.get()).toLocalDate();
    return new TimeValue(
        Kind.INTERVAL, day.atTime(from.get()), to.map(end -> at(day, end)), grain(settled));
  }

  private static Grain grain(Stretch stretch) {
    var fine =
        stretch.from().map(Point::grain).filter(Grain.MINUTE::equals).isPresent()
            || stretch.to().map(Point::grain).filter(Grain.MINUTE::equals).isPresent();
    return fine ? Grain.MINUTE : Grain.HOUR;
  }

  private static TimeValue stretch(
      LocalDate day, LocalTime from, Optional<LocalTime> to, Grain grain) {
    return new TimeValue(Kind.INTERVAL, day.atTime(from), to.map(end -> at(day, end)), grain);
  }

  private static LocalDateTime at(LocalDate day, LocalTime end) {
    return end.equals(LocalTime.MAX) || end.equals(LocalTime.MIDNIGHT)
        ? day.plusDays(1).atStartOfDay()
        : day.atTime(end);
  }

  /** The next day on which the clocks show it, today included. */
  private LocalDateTime next(LocalTime time) {
    var now = reference.toLocalDateTime();
    var candidate = today.atTime(time);
    while (candidate.isBefore(now) || skipped(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }
}

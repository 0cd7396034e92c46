package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.DaySpec.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Counted within a longer stretch: "the first Monday of March", "last day of October". */
final class NthRules {

  private final Text text;
  private final Numbers numbers;
  private final LocalDate today;
  private final SpanRules spans;

  NthRules(Text text, Numbers numbers, LocalDate today, SpanRules spans) {
    this.text = text;
    this.numbers = numbers;
    this.today = today;
    this.spans = spans;
  }

  /** "the first Monday of March", "last day of October 2015", "ultima settimana di settembre". */
  Optional<Hit<Facts>> nthOf(int i) {
    var start = text.is(i, "the", "il", "la", "l") ? i + 1 : i;
    var nth = numbers.ordinal(start);
    if (nth.isEmpty()) {
      return Optional.empty();
    }
    var k = nth.get().next();
    var weekday = text.find(Role.WEEKDAY, k);
    var unit =
        text.find(Role.UNIT, k)
            .filter(
                found ->
                    found.value().value().equals("day") || found.value().value().equals("week"));
    var weekend = text.find(Role.WEEKEND, k);
    var quarter = text.find(Role.UNIT, k).filter(found -> found.value().value().equals("quarter"));
    if (quarter.isPresent() && nth.get().value() >= 1 && nth.get().value() <= 4) {
      return quarter(nth.get().value(), quarter.get().next());
    }
    var noun = weekday.or(() -> unit).or(() -> weekend);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    var of = text.find(Role.OF, noun.get().next());
    if (of.isEmpty()) {
      return Optional.empty();
    }
    var month =
        spans
            .monthNamed(of.get().next())
            .or(
                () ->
                    spans
                        .spanAt(text.skip(Role.GLUE, of.get().next()))
                        .or(() -> spans.spanAt(of.get().next()))
                        .filter(span -> span.value().grain() != Grain.WEEK));
    return month.flatMap(
        span ->
            nth(nth.get().value(), weekday.map(Hit::value), unit.map(Hit::value), span.value())
                .map(day -> new Hit<>(Facts.of(day), span.next())));
  }

  private Optional<DaySpec> nth(
      int nth, Optional<Lexicon.Entry> weekday, Optional<Lexicon.Entry> unit, Span span) {
    var first = span.first();
    var last = span.end().minusDays(1);
    if (weekday.isPresent()) {
      var day = DayOfWeek.of(weekday.get().number());
      var date =
          nth < 0
              ? last.with(TemporalAdjusters.previousOrSame(day))
              : first.with(TemporalAdjusters.nextOrSame(day)).plusWeeks(nth - 1L);
      return Optional.of(
          date.isBefore(span.end()) ? new DaySpec.Fixed(date, false) : new DaySpec.Nonexistent());
    }
    if (unit.isEmpty()) {
      var saturday =
          nth < 0
              ? last.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
              : first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).plusWeeks(nth - 1L);
      return Optional.of(SpanRules.weekend(saturday, 0));
    }
    if (unit.get().value().equals("day")) {
      var date = nth < 0 ? last : first.plusDays(nth - 1L);
      return Optional.of(new DaySpec.Fixed(date, false));
    }
    // the first week of a month is the first that lies in it whole
    var monday =
        nth < 0
            ? last.plusDays(1)
                .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
                .minusWeeks(last.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1)
            : first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).plusWeeks(nth - 1L);
    return Optional.of(new Span(monday, monday.plusWeeks(1), Grain.WEEK));
  }

  private Optional<Hit<Facts>> quarter(int nth, int i) {
    var k = text.skip(Role.OF, i);
    var year = text.digits(k).filter(y -> y > 1900 && y < 2200);
    var first = LocalDate.of(year.orElse(today.getYear()), 3 * nth - 2, 1);
    return hit(
        Facts.of(new Span(first, first.plusMonths(3), Grain.QUARTER)),
        year.isPresent() ? k + 1 : i);
  }
}

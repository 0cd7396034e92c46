package frontdesk.agent.language;

import frontdesk.agent.language.DaySpec.Calendar;
import frontdesk.agent.language.DaySpec.Span;
import frontdesk.agent.language.DaySpec.Which;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds days as said against today. */
final class Days {

  /** How far "from Monday on" reaches when nothing says where it ends. */
  private static final int OPEN_END_DAYS = 60;

  private Days() {}

  /** From first to end, excluded; empty when there is no such day. */
  static Optional<Span> of(DaySpec spec, LocalDate today) {
    return switch (spec) {
      case DaySpec.Fixed(var date, _) -> Optional.of(day(date));
      case Span span -> Optional.of(span);
      case DaySpec.Nonexistent _ -> Optional.empty();
      case DaySpec.Within(var span, var part) -> within(span, part);
      case DaySpec.Through(var first, var last) -> through(first, last, today);
      case DaySpec.Until(var day, var included) ->
          of(day, today)
              .map(
                  until -> {
                    var end = included ? until.end() : until.first();
                    var start = today.isBefore(end) ? today : end.minusDays(1);
                    return new Span(start, end, Grain.DAY);
                  });
      case DaySpec.Onwards(var day, var included) ->
          of(day, today)
              .map(from -> included ? from.first() : from.end())
              .map(first -> new Span(first, first.plusDays(OPEN_END_DAYS), Grain.DAY));
      case Calendar calendar -> calendar(calendar, today);
    };
  }

  private static Span day(LocalDate date) {
    return new Span(date, date.plusDays(1), Grain.DAY);
  }

  private static Optional<Span> calendar(Calendar said, LocalDate today) {
    if (said.day().isPresent()) {
      return dated(said, today).map(Days::day);
    }
    if (said.weekday().isPresent()) {
      var weekday = said.weekday().get();
      var date =
          switch (said.which()) {
            case LAST -> today.with(TemporalAdjusters.previous(weekday));
            case AFTER_NEXT -> today.with(TemporalAdjusters.next(weekday)).plusWeeks(1);
            case ANY, THIS, NEXT -> today.with(TemporalAdjusters.next(weekday));
          };
      return Optional.of(day(date));
    }
    if (said.month().isPresent()) {
      return Optional.of(month(said, said.month().get(), today));
    }
    return said.year()
        .map(
            year -> {
              var first = LocalDate.of(year, 1, 1);
              return new Span(first, first.plusYears(1), Grain.YEAR);
            });
  }

  private static Span month(Calendar said, int month, LocalDate today) {
    var running = today.getMonthValue();
    var next = today.getYear() + (month < running ? 1 : 0);
    var year =
        said.year()
            .orElse(
                switch (said.which()) {
                  case LAST -> next - 1;
                  case AFTER_NEXT -> next + 1;
                  case NEXT -> month == running ? next + 1 : next;
                  case ANY, THIS -> next;
                });
    var first = LocalDate.of(year, month, 1);
    return new Span(first, first.plusMonths(1), Grain.MONTH);
  }

  /** A day of the month, in the month and year said or the next where it fits. */
  private static Optional<LocalDate> dated(Calendar said, LocalDate today) {
    var day = said.day().orElseThrow();
    if (said.month().isEmpty()) {
      var months = IntStream.rangeClosed(0, said.weekday().isPresent() ? 24 : 12);
      return fitting(months.mapToObj(n -> YearMonth.from(today).plusMonths(n)), day)
          .filter(date -> !date.isBefore(today))
          .filter(date -> weekdayFits(said, date))
          .findFirst();
    }
    var month = said.month().get();
    if (said.year().isPresent()) {
      return fitting(Stream.of(YearMonth.of(said.year().get(), month)), day)
          .filter(date -> weekdayFits(said, date))
          .findFirst();
    }
    if (said.which() == Which.LAST) {
      var years =
          IntStream.rangeClosed(0, 8).mapToObj(n -> YearMonth.of(today.getYear() - n, month));
      return fitting(years, day).filter(date -> date.isBefore(today)).findFirst();
    }
    // the next that fits; one of the last weeks when only its weekday tells that it is past
    var reach = said.weekday().isPresent() ? 1 : 8;
    var years =
        IntStream.rangeClosed(0, reach).mapToObj(n -> YearMonth.of(today.getYear() + n, month));
    var dates = fitting(years, day).filter(date -> weekdayFits(said, date)).toList();
    return dates.stream()
        .filter(date -> !date.isBefore(today))
        .findFirst()
        .or(() -> dates.stream().filter(date -> date.isAfter(today.minusMonths(2))).findFirst());
  }

  private static Stream<LocalDate> fitting(Stream<YearMonth> months, int day) {
    return months.filter(month -> month.isValidDay(day)).map(month -> month.atDay(day));
  }

  private static boolean weekdayFits(Calendar said, LocalDate date) {
    return said.weekday().map(date.getDayOfWeek()::equals).orElse(true);
  }

  private static Optional<Span> within(Span span, Calendar part) {
    if (part.month().isPresent()) {
      var year = span.first().getYear();
      return calendar(part.in(Optional.of(year), Optional.empty()), span.first());
    }
    if (part.day().isPresent()) {
      var month = YearMonth.from(span.first());
      return month.isValidDay(part.day().get())
          ? Optional.of(day(month.atDay(part.day().get())))
          : Optional.empty();
    }
    return part.weekday()
        .map(weekday -> day(span.first().with(TemporalAdjusters.nextOrSame(weekday))));
  }

  private static Optional<Span> through(DaySpec first, DaySpec last, LocalDate today) {
    var start = of(first, today);
    if (start.isEmpty()) {
      return start;
    }
    // the end is looked for from the start on: "from Friday to Monday"
    var from = start.get().first();
    return of(
            last,
            from.isAfter(today)
                ? from.minusDays(last instanceof Calendar c && c.day().isPresent() ? 0 : 1)
                : today)
        .filter(end -> from.isBefore(end.end()))
        .map(end -> new Span(from, end.end(), Grain.DAY));
  }
}

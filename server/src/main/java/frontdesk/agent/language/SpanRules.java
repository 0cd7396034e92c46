package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.DaySpec.Span;
import frontdesk.agent.language.DaySpec.Which;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** Weeks, months, weekends, seasons: "next week", "fine mese", "the next three days". */
final class SpanRules {

  private final Text text;
  private final Numbers numbers;
  private final java.time.ZonedDateTime reference;
  private final LocalDate today;

  SpanRules(Text text, Numbers numbers, java.time.ZonedDateTime reference) {
    this.text = text;
    this.numbers = numbers;
    this.reference = reference;
    this.today = reference.toLocalDate();
  }

  /** "next week", "la settimana prossima", "this weekend", "quest'anno". */
  Optional<Hit<Facts>> unit(int i) {
    var which = text.find(Role.WHICH, i);
    var k = which.map(Hit::next).orElse(text.is(i, "the", "la", "il", "l", "lo") ? i + 1 : i);
    if (which.isEmpty()) {
      which = text.find(Role.WHICH, k);
      k = which.map(Hit::next).orElse(k);
    }
    // "la prossima settimana", "questa prossima settimana"
    if (which.isPresent() && text.has(Role.WHICH, k)) {
      which = text.find(Role.WHICH, k);
      k = which.map(Hit::next).orElse(k);
    }
    var weekend = text.find(Role.WEEKEND, k);
    var season = text.find(Role.SEASON, k);
    var unit =
        text.find(Role.UNIT, k)
            .filter(
                found ->
                    Grain.WEEK.name().equalsIgnoreCase(found.value().value())
                        || isLong(found.value().value()));
    var noun = weekend.or(() -> season).or(() -> unit);
    if (noun.isEmpty()) {
      return Optional.empty();
    }
    var beyond = afterNext(noun.get().next());
    if (unit.isPresent() && which.isEmpty() && beyond > noun.get().next()) {
      return hit(Facts.of(around(unit.get().value().value(), 2)), beyond);
    }
    var after = text.find(Role.WHICH_AFTER, noun.get().next());
    var said = which.or(() -> after);
    var next = which.isEmpty() && after.isPresent() ? after.get().next() : noun.get().next();
    if (said.isEmpty() && unit.isPresent()) {
      // "in settimana", "nel mese", "l'anno" alone name nothing but the running one
      return text.is(i - 1, "in") && text.is(k, "settimana")
          ? hit(Facts.of(around("week", isWeekend() ? 1 : 0)), next)
          : Optional.empty();
    }
    if (next < text.size() && text.is(next, "from", "ago", "hence")) {
      return Optional.empty();
    }
    var offset = said.map(found -> offset(found.value().value())).orElse(0);
    if (weekend.isPresent()) {
      return hit(Facts.of(weekend(today, offset)), next);
    }
    if (season.isPresent()) {
      return hit(Facts.of(season(season.get().value().value(), offset)), next);
    }
    var name = unit.get().value().value();
    // "the coming week" are the seven days to come, whatever day it is
    boolean coming = said.filter(found -> found.value().words().contains("coming")).isPresent();
    return coming && name.equals("week")
        ? hit(Facts.of(new Span(today.plusDays(1), today.plusDays(8), Grain.WEEK)), next)
        : hit(Facts.of(around(name, offset)), next);
  }

  /** Where "after next" or "dopo la prossima" ends, if it begins here. */
  private int afterNext(int i) {
    if (text.is(i, "after") && text.is(i + 1, "next")) {
      return i + 2;
    }
    boolean italian =
        text.is(i, "dopo") && text.is(i + 1, "la", "il") && text.is(i + 2, "prossima", "prossimo");
    return italian ? i + 3 : i;
  }

  private boolean isWeekend() {
    return today.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
  }

  private static boolean isLong(String unit) {
    return unit.equals("month")
        || unit.equals("quarter")
        || unit.equals("year")
        || unit.equals("week");
  }

  static int offset(String which) {
    return switch (which) {
      case "next" -> 1;
      case "last" -> -1;
      default -> 0;
    };
  }

  /** The week, month, quarter or year that many after the running one. */
  Span around(String unit, int offset) {
    return switch (unit) {
      case "week" -> {
        var monday = today.with(DayOfWeek.MONDAY).plusWeeks(offset);
        yield new Span(monday, monday.plusWeeks(1), Grain.WEEK);
      }
      case "month" -> {
        var first = today.withDayOfMonth(1).plusMonths(offset);
        yield new Span(first, first.plusMonths(1), Grain.MONTH);
      }
      case "quarter" -> {
        var first =
            today
                .withMonth((today.getMonthValue() - 1) / 3 * 3 + 1)
                .withDayOfMonth(1)
                .plusMonths(3L * offset);
        yield new Span(first, first.plusMonths(3), Grain.QUARTER);
      }
      default -> {
        var first = today.withDayOfYear(1).plusYears(offset);
        yield new Span(first, first.plusYears(1), Grain.YEAR);
      }
    };
  }

  /** Saturday and Sunday of this week, or that many weeks on. */
  static Span weekend(LocalDate day, int offset) {
    var saturday = day.with(DayOfWeek.MONDAY).plusDays(5).plusWeeks(offset);
    return new Span(saturday, saturday.plusDays(2), Grain.DAY);
  }

  private Span season(String value, int offset) {
    var ends = value.split("/");
    var from = MonthDay.parse("--" + ends[0]);
    var to = MonthDay.parse("--" + ends[1]);
    var year = today.getYear() - 1;
    while (true) {
      var first = from.atYear(year);
      var last = to.atYear(from.isBefore(to) ? year : year + 1);
      if (last.isAfter(today)) {
        return new Span(first.plusYears(offset), last.plusYears(offset), Grain.DAY);
      }
      year++;
    }
  }

  /** "the next three days", "prossimi giorni", "gli ultimi due mesi", "i 2 giorni scorsi". */
  Optional<Hit<Facts>> several(int i) {
    var k = text.is(i, "the", "i", "gli", "le", "nei", "negli", "nelle", "these") ? i + 1 : i;
    var which = text.find(Role.WHICH, k);
    var countAt = which.map(Hit::next).orElse(k);
    var count = numbers.count(countAt).filter(n -> n.value() < 1000);
    if (count.isEmpty() && which.isEmpty()) {
      return Optional.empty();
    }
    var unitAt = count.map(Hit::next).orElse(countAt);
    if (which.isEmpty()) {
      which = text.find(Role.WHICH, unitAt);
      unitAt = which.map(Hit::next).orElse(unitAt);
    }
    var unit = text.find(Role.UNIT, unitAt);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    var next = unit.get().next();
    if (which.isEmpty() && k > i && text.has(Role.WHICH_AFTER, next)) {
      which = text.find(Role.WHICH_AFTER, next);
      next = which.get().next();
    }
    var plural =
        text.is(
            unit.get().next() - 1,
            "days",
            "giorni",
            "weeks",
            "settimane",
            "months",
            "mesi",
            "hours",
            "ore");
    if (which.isEmpty() || (count.isEmpty() && !plural)) {
      return Optional.empty();
    }
    var offset = offset(which.get().value().value());
    if (offset == 0) {
      return Optional.empty();
    }
    return hit(several(count.map(Hit::value).orElse(3), unit.get().value().value(), offset), next);
  }

  private Facts several(int count, String unit, int offset) {
    var one = Amounts.of(1, unit);
    if (!one.ofDays()) {
      var now =
          reference
              .toLocalDateTime()
              .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
              .truncatedTo(one.grain().unit());
      var amount = Amounts.of(count, unit);
      var from = offset > 0 ? one.after(now) : amount.before(now);
      var to = offset > 0 ? amount.after(from) : now;
      return Facts.of(new Facts.Exact(from, Optional.of(to), one.grain(), false));
    }
    if (one.grain() == Grain.DAY) {
      var first = offset > 0 ? today.plusDays(1) : today.minusDays(count);
      return Facts.of(new Span(first, first.plusDays(count), Grain.DAY));
    }
    var nearest = around(unit, offset).first();
    var amount = Amounts.of(count, unit);
    return offset > 0
        ? Facts.of(new Span(nearest, nearest.plus(amount.period()), one.grain()))
        : Facts.of(
            new Span(
                around(unit, 0).first().minus(amount.period()),
                around(unit, 0).first(),
                one.grain()));
  }

  /** "end of the month", "fine marzo", "inizio settimana prossima", "mid April". */
  Optional<Hit<Facts>> edge(int i) {
    var begin = text.find(Role.BEGIN, i);
    var mid = text.find(Role.MID, i);
    var end = text.find(Role.END, i);
    var edge = begin.or(() -> mid).or(() -> end);
    if (edge.isEmpty()) {
      return Optional.empty();
    }
    var k = edge.get().next();
    while (text.is(k, "of", "the", "di", "del", "della", "dell", "in", "il", "la", "-", "l")) {
      k++;
    }
    var which = begin.isPresent() ? 0 : mid.isPresent() ? 1 : 2;
    var of = k;
    var named = monthNamed(of).or(() -> spanAt(of));
    return named.map(span -> new Hit<>(Facts.of(part(span.value(), which)), span.next()));
  }

  Optional<Hit<Span>> spanAt(int i) {
    var relative = unit(i);
    if (relative.isPresent() && relative.get().value().day().orElseThrow() instanceof Span span) {
      return hit(span, relative.get().next());
    }
    return text.find(Role.UNIT, i)
        .filter(unit -> isLong(unit.value().value()))
        .map(unit -> new Hit<>(around(unit.value().value(), 0), unit.next()));
  }

  Optional<Hit<Span>> monthNamed(int i) {
    var month = text.find(Role.MONTH, i);
    return month.map(
        found -> {
          var year = text.digits(found.next()).filter(y -> y > 1900 && y < 2200);
          var calendar = DaySpec.Calendar.month(year, found.value().number(), Which.ANY);
          var first = Days.of(calendar, today).orElseThrow().first();
          return new Hit<>(
              new Span(first, first.plusMonths(1), Grain.MONTH),
              year.isPresent() ? found.next() + 1 : found.next());
        });
  }

  private static Span part(Span whole, int third) {
    var first = whole.first();
    return switch (whole.grain()) {
      case WEEK ->
          third == 0
              ? new Span(first, first.plusDays(2), Grain.DAY)
              : third == 1
                  ? new Span(first.plusDays(2), first.plusDays(4), Grain.DAY)
                  : new Span(first.plusDays(4), whole.end(), Grain.DAY);
      case MONTH ->
          third == 0
              ? new Span(first, first.plusDays(10), Grain.DAY)
              : third == 1
                  ? new Span(first.plusDays(10), first.plusDays(20), Grain.DAY)
                  : new Span(first.plusDays(20), whole.end(), Grain.DAY);
      case YEAR ->
          third == 0
              ? new Span(first, first.plusMonths(3), Grain.MONTH)
              : third == 1
                  ? new Span(first.plusMonths(5), first.plusMonths(7), Grain.MONTH)
                  : new Span(first.plusMonths(8), whole.end(), Grain.MONTH);
      default -> whole;
    };
  }
}

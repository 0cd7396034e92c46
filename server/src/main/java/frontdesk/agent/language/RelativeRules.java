package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.Amounts.Amount;
import frontdesk.agent.language.DaySpec.Fixed;
import frontdesk.agent.language.DaySpec.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Counted from now or from another day: "in two weeks", "fra mezz'ora", "a week from tomorrow". */
final class RelativeRules {

  private final Text text;
  private final Numbers numbers;
  private final Amounts amounts;
  private final ZonedDateTime now;
  private final LocalDate today;
  private final Rule days;

  /**
   * @param days reads a day that one may count from
   */
  RelativeRules(Text text, Numbers numbers, Amounts amounts, ZonedDateTime now, Rule days) {
    this.text = text;
    this.numbers = numbers;
    this.amounts = amounts;
    this.now = now;
    this.today = now.toLocalDate();
    this.days = days;
  }

  /** "now", "adesso". */
  Optional<Hit<Facts>> now(int i) {
    return text.find(Role.NOW, i)
        .map(
            found ->
                found.map(
                    _ ->
                        Facts.of(
                            new Facts.Exact(
                                now.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS),
                                Optional.empty(),
                                Grain.SECOND,
                                true))));
  }

  /** "in two weeks", "fra tre giorni", "tra mezz'ora". */
  Optional<Hit<Facts>> in(int i) {
    var in = text.find(Role.IN, i);
    if (in.isEmpty()) {
      return Optional.empty();
    }
    var weekday = nthWeekday(in.get().next());
    if (weekday.isPresent()) {
      return weekday;
    }
    var k = in.get().next();
    boolean upTo = text.is(k, "next") || text.is(k, "the") && text.is(k + 1, "next");
    while (text.has(Role.ABOUT, k) || text.is(k, "exactly", "another", "soli", "the", "next")) {
      k++;
    }
    return amounts
        .at(k)
        .filter(amount -> !(text.is(i, "in") && text.has(Role.AGO, amount.next())))
        .map(
            amount -> {
              var next = amount.next();
              next =
                  text.is(next, "time", "esatta", "esatti", "esatte", "precisi")
                      ? next + 1
                      : text.skip(Role.HENCE, next);
              var length = amount.value();
              // "in the next few days" is any of them
              return upTo && length.ofDays()
                  ? new Hit<>(
                      Facts.of(
                          new Span(
                              today.plusDays(1),
                              today.plus(length.period()).plusDays(1),
                              Grain.DAY)),
                      next)
                  : new Hit<>(ahead(length), next);
            });
  }

  /** "In two Wednesdays", "tra due mercoledì": the second that comes. */
  private Optional<Hit<Facts>> nthWeekday(int i) {
    return numbers
        .cardinal(i)
        .filter(count -> count.value() >= 2 && count.value() <= 9)
        .flatMap(
            count ->
                text.find(Role.WEEKDAY, count.next())
                    .map(
                        day ->
                            day.map(
                                named ->
                                    Facts.of(
                                        new Fixed(
                                            today
                                                .with(
                                                    TemporalAdjusters.next(
                                                        DayOfWeek.of(named.number())))
                                                .plusWeeks(count.value() - 1L),
                                            false)))));
  }

  /** "within two weeks", "entro 3 giorni". */
  Optional<Hit<Facts>> within(int i) {
    var within = text.find(Role.WITHIN, i);
    if (within.isEmpty()) {
      return Optional.empty();
    }
    return amounts
        .at(text.skip(Role.GLUE, within.get().next()))
        .or(() -> amounts.at(within.get().next()))
        .map(
            amount ->
                amount.map(
                    length -> {
                      if (length.ofDays()) {
                        return Facts.of(
                            new Span(today, today.plus(length.period()).plusDays(1), Grain.DAY));
                      }
                      var start = now.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
                      return Facts.of(
                          new Facts.Exact(
                              start, Optional.of(length.after(start)), length.grain(), false));
                    }));
  }

  /** "two weeks from now", "three days ago", "due giorni fa", "a week from tomorrow". */
  Optional<Hit<Facts>> counted(int i) {
    var weekday = nthWeekday(i).filter(found -> text.has(Role.HENCE, found.next()));
    if (weekday.isPresent()) {
      return weekday.map(found -> new Hit<>(found.value(), text.skip(Role.HENCE, found.next())));
    }
    var amount = amounts.at(i);
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    var length = amount.get().value();
    var next =
        text.is(amount.get().next(), "esatta", "esatti", "esatte", "exactly")
            ? amount.get().next() + 1
            : amount.get().next();
    var hence = text.find(Role.HENCE, next);
    if (hence.isPresent() && !text.is(next, "time")) {
      return hit(ahead(length), hence.get().next());
    }
    var ago = text.find(Role.AGO, next);
    if (ago.isPresent()) {
      return hit(back(length), ago.get().next());
    }
    if (!length.ofDays()) {
      return Optional.empty();
    }
    var from = text.find(Role.FROM_DAY, next);
    if (from.isPresent()
        || text.has(Role.DAY, next)
        || text.has(Role.WEEKDAY, next) && text.is(next - 1, "week")) {
      var base = days.read(from.map(Hit::next).orElse(next)).flatMap(this::firstDay);
      if (base.isPresent()) {
        return hit(
            Facts.of(new Fixed(base.get().value().plus(length.period()), false)),
            base.get().next());
      }
    }
    var before = text.find(Role.BEFORE_DAY, next);
    return before
        .flatMap(found -> days.read(found.next()))
        .flatMap(this::firstDay)
        .map(
            base ->
                new Hit<>(
                    Facts.of(new Fixed(base.value().minus(length.period()), false)), base.next()));
  }

  /** "tomorrow week", "oggi a otto", "the week of October 6th", "the day after Christmas". */
  Optional<Hit<Facts>> around(int i) {
    var weekOf =
        text.find(Role.WEEK_OF, text.is(i, "the", "la") ? i + 1 : i)
            .or(() -> text.find(Role.WEEK_OF, i));
    if (weekOf.isPresent()) {
      var day =
          days.read(weekOf.get().next())
              .or(
                  () ->
                      text.is(weekOf.get().next() - 1, "del")
                          ? days.read(weekOf.get().next() - 1)
                          : Optional.empty());
      return day.flatMap(this::firstDay)
          .map(
              base -> {
                var monday =
                    base.value().getDayOfWeek() == DayOfWeek.SUNDAY && text.italian()
                        ? base.value().plusDays(1)
                        : base.value().with(DayOfWeek.MONDAY);
                return new Hit<>(
                    Facts.of(new Span(monday, monday.plusWeeks(1), Grain.WEEK)), base.next());
              });
    }
    var start = text.is(i, "the", "il") ? i + 1 : i;
    if (text.is(start, "day", "giorno") && text.is(start + 1, "after", "before", "dopo", "prima")) {
      var k = text.is(start + 2, "di", "del", "the") ? start + 3 : start + 2;
      var sign = text.is(start + 1, "after", "dopo") ? 1 : -1;
      return days.read(k)
          .or(() -> days.read(start + 2))
          .flatMap(this::firstDay)
          .map(
              base ->
                  new Hit<>(Facts.of(new Fixed(base.value().plusDays(sign), false)), base.next()));
    }
    var day = days.read(i);
    if (day.isPresent()
        && (text.is(day.get().next(), "week")
            || (text.is(day.get().next(), "a") && text.is(day.get().next() + 1, "otto", "8")))) {
      var next = text.is(day.get().next(), "week") ? day.get().next() + 1 : day.get().next() + 2;
      return firstDay(day.get())
          .map(base -> new Hit<>(Facts.of(new Fixed(base.value().plusWeeks(1), false)), next));
    }
    return Optional.empty();
  }

  private Optional<Hit<LocalDate>> firstDay(Hit<Facts> found) {
    return found
        .value()
        .day()
        .filter(DaySpec::single)
        .flatMap(day -> Days.of(day, today))
        .map(span -> new Hit<>(span.first(), found.next()));
  }

  private Facts ahead(Amount length) {
    return length.ofDays()
        ? Facts.of(new Fixed(today.plus(length.period()), length.grain() == Grain.WEEK))
        : moment(now.plus(length.duration()), length);
  }

  private Facts back(Amount length) {
    return length.ofDays()
        ? Facts.of(new Fixed(today.minus(length.period()), length.grain() == Grain.WEEK))
        : moment(now.minus(length.duration()), length);
  }

  private Facts moment(ZonedDateTime at, Amount length) {
    var grain = length.grain() == Grain.SECOND ? Grain.SECOND : Grain.MINUTE;
    var local = at.withZoneSameInstant(now.getZone()).toLocalDateTime();
    return Facts.of(
        new Facts.Exact(local.truncatedTo(ChronoUnit.SECONDS), Optional.empty(), grain, false));
  }
}

package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.DaySpec.Calendar;
import frontdesk.agent.language.TimeSpec.Part;
import frontdesk.agent.language.TimeSpec.Point;
import frontdesk.agent.language.TimeSpec.Stretch;
import java.time.LocalTime;
import java.util.Optional;

/** Stretches: "from 3 to 5pm", "dal 3 al 7 marzo", "after 5", "entro venerdì", "morning". */
final class RangeRules {

  private final Text text;
  private final Numbers numbers;
  private final ClockRules clocks;
  private final Rule days;

  RangeRules(Text text, Numbers numbers, ClockRules clocks, Rule days) {
    this.text = text;
    this.numbers = numbers;
    this.clocks = clocks;
    this.days = days;
  }

  /** "morning", "late afternoon", "pausa pranzo". */
  Optional<Hit<Facts>> part(int i) {
    return text.find(Role.PART, i)
        .map(found -> found.map(entry -> Facts.of(DateRules.part(entry.value()))));
  }

  /** "between 10 and 12", "dalle 9 alle 11", "3-5pm", "9:30 - 11:00". */
  Optional<Hit<Facts>> clocks(int i, boolean marked) {
    var from = text.find(Role.FROM, i);
    var start = from.map(Hit::next).orElse(i);
    if (text.has(Role.FROM, start)) {
      start = text.skip(Role.FROM, start);
    }
    var sure = from.isPresent() || marked || text.has(Role.AT, i);
    var first = clocks.at(start, true);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var whole = rangeFrom(first.get(), start, sure, from.isPresent());
    // "tra le 10 e 12": what reads as 10:12 is a stretch after "between"
    var hour = numbers.cardinal(text.skip(Role.AT, start)).filter(h -> h.value() <= 24);
    return whole.isPresent()
            || from.isEmpty()
            || hour.isEmpty()
            || !text.is(hour.get().next(), "e", "and")
        ? whole
        : rangeFrom(
            new Hit<>(
                Facts.of(
                    new Point(
                        LocalTime.of(hour.get().value() % 24, 0),
                        hour.get().value() >= 1 && hour.get().value() <= 12,
                        Grain.HOUR)),
                hour.get().next()),
            start,
            true,
            true);
  }

  private Optional<Hit<Facts>> rangeFrom(Hit<Facts> first, int start, boolean sure, boolean from) {
    var to =
        text.is(first.next(), "-")
            ? Optional.of(first.next() + 1)
            : text.find(Role.TO, first.next()).map(Hit::next);
    if (to.isEmpty() || (text.is(first.next(), "and", "e", "o", "or") && !from)) {
      return Optional.empty();
    }
    var last = clocks.at(to.get(), true);
    if (last.isEmpty()
        || !(first.value().time().orElse(null) instanceof Point a)
        || !(last.get().value().time().orElse(null) instanceof Point b)) {
      return Optional.empty();
    }
    var certain =
        sure
            || clocks.at(start, false).isPresent()
            || clocks.at(to.get(), false).isPresent()
            || days.read(text.skip(Role.GLUE, last.get().next())).isPresent();
    var twoDigits = text.is(first.next(), "-") && text.digits(start).isPresent();
    return certain && (!twoDigits || a.said().getHour() <= 24)
        ? hit(Facts.of(new Stretch(Optional.of(a), Optional.of(b))), last.get().next())
        : Optional.empty();
  }

  /** "from Monday to Friday", "July 13-15", "dal 3 al 7 marzo", "tra lunedì e mercoledì". */
  Optional<Hit<Facts>> days(int i) {
    var from = text.find(Role.FROM, i);
    var start = from.map(Hit::next).orElse(i);
    var first = endpoint(start, from.isPresent());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    var next = first.get().next();
    var to = text.is(next, "-") ? Optional.of(next + 1) : text.find(Role.TO, next).map(Hit::next);
    if (to.isEmpty() || (text.is(next, "and", "e", "o", "or") && from.isEmpty())) {
      return Optional.empty();
    }
    // "sabato alle 10" ends no stretch of days
    var last =
        endpoint(
            to.get(),
            !text.is(to.get() - 1, "alle", "le", "all", "l", "a", "ad") || text.is(i, "da", "dal"));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    var a = first.get().value();
    var b = last.get().value();
    if (a instanceof Calendar one && b instanceof Calendar two) {
      var bare = bareDay(one) && bareDay(two);
      if (bare
          && !text.is(i, "dal", "tra", "fra", "from", "between", "il")
          && !(numbers.ordinal(start).isPresent() && numbers.ordinal(to.get()).isPresent())) {
        return Optional.empty();
      }
      if (bare
          && (text.is(start - 1, "le", "l", "dalle", "dall")
              || text.is(to.get() - 1, "alle", "le", "all", "l"))) {
        return Optional.empty();
      }
      if (bare
          && text.is(i, "from", "between")
          && numbers.ordinal(text.is(start, "the") ? start + 1 : start).isEmpty()) {
        return Optional.empty();
      }
      a = bareDay(one) ? one.in(two.year(), two.month()) : one;
      b = bareDay(two) ? two.in(one.year(), one.month()) : two;
    } else if (a instanceof Calendar c && bareDay(c) || b instanceof Calendar d && bareDay(d)) {
      return Optional.empty();
    }
    return hit(Facts.of(new DaySpec.Through(a, b)), last.get().next());
  }

  private static boolean bareDay(Calendar day) {
    return day.day().isPresent() && day.month().isEmpty() && day.weekday().isEmpty();
  }

  /** A day, or only its number where one is to be expected. */
  private Optional<Hit<DaySpec>> endpoint(int i, boolean numberWillDo) {
    var day =
        days.read(i)
            .filter(
                found ->
                    found.value().day().map(d -> d.single() || d instanceof Calendar).orElse(false)
                        && found.value().onlyDay());
    if (day.isPresent()) {
      return day.map(found -> found.map(facts -> facts.day().orElseThrow()));
    }
    var k = text.is(i, "the", "il") ? i + 1 : i;
    var number = numbers.ordinal(k).filter(n -> n.value() > 0).or(() -> numbers.cardinal(k));
    return number
        .filter(
            n ->
                numberWillDo
                    || text.digits(k).isPresent() && text.digits(n.next() - 1).isEmpty()
                    || text.is(n.next(), "-", "to", "thru", "through", "al"))
        .filter(n -> n.value() >= 1 && n.value() <= 31 && !text.joins(n.next(), ":", "."))
        .map(n -> n.map(DaySpec.Calendar::day));
  }

  /** "before 11", "by Friday", "after lunch", "dalle 17 in poi", "prima di pranzo". */
  Optional<Hit<Facts>> bound(int i) {
    var after = text.find(Role.AFTER, i);
    var before = text.find(Role.BEFORE, i);
    var by = text.find(Role.BY, i);
    var best =
        Rule.longest(
            java.util.stream.Stream.of(
                before.map(found -> new Hit<>(Bound.BEFORE, found.next())),
                by.map(found -> new Hit<>(Bound.BY, found.next())),
                after.map(
                    found ->
                        new Hit<>(
                            text.is(i, "after", "dopo", "later", "any", "passate", "oltre", "past")
                                ? Bound.AFTER
                                : Bound.FROM,
                            found.next()))));
    if (best.isEmpty()) {
      return Optional.empty();
    }
    var k = best.get().next();
    var skipped = text.skip(Role.GLUE, k);
    return target(k)
        .or(() -> target(skipped))
        .or(() -> best.get().next() > i + 1 ? target(k - 1) : Optional.empty())
        .map(
            found ->
                new Hit<>(
                    bounded(best.get().value(), found.value()),
                    text.skip(Role.AFTER_SUFFIX, found.next())));
  }

  private Optional<Hit<Facts>> target(int i) {
    return Rule.longest(java.util.stream.Stream.of(clocks.at(i, true), days.read(i), part(i)));
  }

  private enum Bound {
    BEFORE,
    BY,
    AFTER,
    FROM
  }

  private static Facts bounded(Bound bound, Facts facts) {
    var time = facts.time();
    if (time.isEmpty()) {
      return facts.day().map(day -> Facts.of(bounded(bound, day))).orElse(facts);
    }
    var upTo = bound == Bound.BEFORE || bound == Bound.BY;
    TimeSpec limited =
        switch (time.get()) {
          case Point point when upTo -> new Stretch(Optional.empty(), Optional.of(point));
          case Point point -> new Stretch(Optional.of(point), Optional.empty());
          case Part part when bound == Bound.BEFORE ->
              new Part(LocalTime.MIN, part.from(), TimeSpec.Half.AM);
          case Part part when bound == Bound.BY -> new Part(LocalTime.MIN, part.to(), part.half());
          case Part part when bound == Bound.AFTER ->
              new Part(part.to(), LocalTime.MAX, TimeSpec.Half.PM);
          case Part part -> new Part(part.from(), LocalTime.MAX, part.half());
          case Stretch stretch -> stretch;
        };
    return facts.day().map(day -> Facts.of(day, limited)).orElseGet(() -> Facts.of(limited));
  }

  private static DaySpec bounded(Bound bound, DaySpec day) {
    return switch (bound) {
      case BEFORE -> new DaySpec.Until(day, false);
      case BY -> new DaySpec.Until(day, true);
      case AFTER -> new DaySpec.Onwards(day, false);
      case FROM -> new DaySpec.Onwards(day, true);
    };
  }

  /** What stands behind: "17 in poi", "Friday onwards", "le 10 al massimo". */
  Hit<Facts> suffixed(Hit<Facts> found) {
    var onwards = text.find(Role.AFTER_SUFFIX, found.next());
    if (onwards.isPresent() && found.value().exact().isEmpty()) {
      return new Hit<>(bounded(Bound.FROM, found.value()), onwards.get().next());
    }
    var limit = text.find(Role.BEFORE_SUFFIX, found.next());
    return limit.isPresent() && found.value().onlyTime()
        ? new Hit<>(bounded(Bound.BY, found.value()), limit.get().next())
        : found;
  }
}

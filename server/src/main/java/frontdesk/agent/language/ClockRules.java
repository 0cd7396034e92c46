package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.TimeSpec.Half;
import frontdesk.agent.language.TimeSpec.Point;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Points on the clock: "half past three", "15:30", "le tre e un quarto", "at 5", "noon". */
final class ClockRules {

  private final Text text;
  private final Numbers numbers;

  ClockRules(Text text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /**
   * A point on the clock.
   *
   * @param marked what stands before says that an hour comes, so that a bare number is one
   */
  Optional<Hit<Facts>> at(int i, boolean marked) {
    var plain = core(i, marked);
    var marker = text.find(Role.AT, i);
    if (marker.isEmpty()) {
      return plain;
    }
    var second = text.skip(Role.AT, marker.get().next());
    return Rule.longest(Stream.of(core(marker.get().next(), true), core(second, true), plain));
  }

  private Optional<Hit<Facts>> core(int i, boolean marked) {
    return Rule.longest(
            Stream.of(
                digital(i, marked),
                words(i, marked),
                pastAndTo(i),
                noon(i),
                compact(i, marked),
                hourAlone(i, marked)))
        .map(this::withoutUnits);
  }

  /** "h 15" is read by its marker; this drops "15:30 h", "10 in punto", "3ish". */
  private Hit<Facts> withoutUnits(Hit<Facts> found) {
    var next = found.next();
    if (text.is(next, "h", "hrs", "hours", "uhr") && text.digits(next + 1).isEmpty()) {
      next++;
    }
    next = text.skip(Role.CLOCK_UNIT, next);
    if (text.glued(next) || text.is(next, "ish")) {
      next = text.skip(Role.ISH, next);
    }
    var half = meridiem(next);
    if (half.isPresent()) {
      var point = found.value().time().filter(Point.class::isInstance).map(Point.class::cast);
      if (point.isPresent()) {
        return new Hit<>(Facts.of(in(point.get(), half.get().value())), half.get().next());
      }
    }
    return new Hit<>(found.value(), next);
  }

  /** "15:30", "15.30", "15,30", "15h30", "3:30pm", "15:23:24". */
  private Optional<Hit<Facts>> digital(int i, boolean marked) {
    var hour = text.digits(i);
    if (hour.isEmpty() || text.length(i) > 2) {
      return Optional.empty();
    }
    var colon = text.is(i + 1, ":") || text.joins(i + 1, "h");
    var point = text.joins(i + 1, ".");
    var comma = text.joins(i + 1, ",") && (marked || text.italian());
    if (!(colon || point || comma) || text.digits(i + 2).isEmpty() || text.length(i + 2) != 2) {
      return Optional.empty();
    }
    var minute = text.digits(i + 2).get();
    var dated = text.joins(i + 3, ".") && text.digits(i + 4).isPresent();
    if (dated) {
      return Optional.empty();
    }
    if (hour.get() > 24 || minute > 59 || (hour.get() == 24 && minute > 0)) {
      return colon || marked ? hit(Facts.noSuchTime(), i + 3) : Optional.empty();
    }
    var next = i + 3;
    var second = 0;
    var grain = Grain.MINUTE;
    if (colon && text.joins(next, ":") && text.digits(next + 1).filter(s -> s < 60).isPresent()) {
      second = text.digits(next + 1).get();
      grain = Grain.SECOND;
      next += 2;
    }
    var time = LocalTime.of(hour.get() % 24, minute, second);
    return settle(time, open(hour.get(), i), grain, next);
  }

  /** "tre e mezza", "3 e 20", "undici meno un quarto", "three thirty", "3 15". */
  private Optional<Hit<Facts>> words(int i, boolean marked) {
    var hour = hour(i);
    if (hour.isEmpty()) {
      return Optional.empty();
    }
    var h = hour.get().value();
    var next = hour.get().next();
    if (text.is(next, "e")) {
      var minutes = minutesAfter(next + 1, marked);
      if (minutes.isPresent()) {
        return settle(
            LocalTime.of(h % 24, minutes.get().value()),
            open(h, i),
            Grain.MINUTE,
            minutes.get().next());
      }
    }
    var half = text.find(Role.HALF_PAST, next);
    if (half.isPresent() && text.is(next, "e", "emmezza")) {
      return settle(LocalTime.of(h % 24, 30), open(h, i), Grain.MINUTE, half.get().next());
    }
    if (text.has(Role.MINUS, next)) {
      var less = minutesAfter(next + 1, true);
      if (less.isPresent()) {
        var time = LocalTime.of(h % 24, 0).minusMinutes(less.get().value());
        return settle(time, open(h, i), Grain.MINUTE, less.get().next());
      }
    }
    return twoNumbers(i, hour.get(), marked);
  }

  /** "three thirty": hour and minutes side by side. Without "at" only what is said of clocks. */
  private Optional<Hit<Facts>> twoNumbers(int i, Hit<Integer> hour, boolean marked) {
    if (text.glued(hour.next()) && text.is(hour.next(), "-")) {
      return Optional.empty();
    }
    var digits = text.digits(i).isPresent();
    var minutes =
        digits
            ? text.digits(hour.next())
                .filter(m -> m >= 10 && text.length(hour.next()) == 2)
                .map(m -> new Hit<>(m, hour.next() + 1))
            : numbers.spelled(hour.next()).filter(m -> m.value() >= 10);
    if (minutes.isEmpty() || minutes.get().value() > 59) {
      return Optional.empty();
    }
    var m = minutes.get().value();
    var spoken = !digits && (m == 30 || m == 15 || m == 45) && hour.value() <= 12;
    if (!marked && !spoken && meridiem(minutes.get().next()).isEmpty()) {
      return Optional.empty();
    }
    if (text.has(Role.UNIT, minutes.get().next()) || text.has(Role.MONTH, minutes.get().next())) {
      return Optional.empty();
    }
    return settle(
        LocalTime.of(hour.value() % 24, m),
        open(hour.value(), i),
        Grain.MINUTE,
        minutes.get().next());
  }

  private Optional<Hit<Integer>> minutesAfter(int i, boolean marked) {
    if (text.is(i, "mezza", "mezzo", "mezz")) {
      return hit(30, i + 1);
    }
    var threeQuarters = text.find(Role.THREE_QUARTERS, i);
    if (threeQuarters.isPresent()) {
      return hit(45, threeQuarters.get().next());
    }
    var quarter = text.find(Role.QUARTER, i);
    if (quarter.isPresent()) {
      return hit(15, quarter.get().next());
    }
    var number =
        numbers
            .cardinal(i)
            .filter(n -> n.value() < 60 && (marked ? n.value() > 0 : n.value() >= 10));
    return number
        .filter(n -> !text.joins(n.next(), ":", ".") && !text.has(Role.MONTH, n.next()))
        .map(n -> text.is(n.next(), "minuti", "min") ? new Hit<>(n.value(), n.next() + 1) : n);
  }

  /** "half past three", "half 3", "quarter to five", "ten past three", "un quarto alle cinque". */
  private Optional<Hit<Facts>> pastAndTo(int i) {
    var half =
        text.find(Role.HALF_PAST, i)
            .or(() -> text.find(Role.HALF, i).filter(_ -> text.is(i, "half")));
    if (half.isPresent()) {
      var past = text.has(Role.HALF_PAST, i) || text.is(half.get().next(), "past", "after", "gone");
      var k =
          text.is(half.get().next(), "past", "after", "gone")
              ? half.get().next() + 1
              : half.get().next();
      return hourOrNoon(k)
          .filter(hour -> hour.value() <= 12 && !text.has(Role.UNIT, hour.next()))
          .flatMap(
              hour -> {
                // "half 3" without "past" is taken as half of the third hour: 2:30
                var time = LocalTime.of(hour.value() % 24, 30).minusHours(past ? 0 : 1);
                return settle(time, open(hour.value(), k), Grain.MINUTE, hour.next());
              });
    }
    var italian = text.find(Role.QUARTER_TO, i);
    if (italian.isPresent()) {
      return to(15, italian.get().next());
    }
    var quarter = text.find(Role.QUARTER, i).map(found -> new Hit<>(15, found.next()));
    var minutes =
        quarter.or(() -> numbers.cardinal(i).filter(n -> n.value() > 0 && n.value() < 60));
    if (minutes.isEmpty()) {
      return Optional.empty();
    }
    var k =
        text.is(minutes.get().next(), "minutes", "minute", "mins", "min")
            ? minutes.get().next() + 1
            : minutes.get().next();
    var exact = quarter.isPresent() || k > minutes.get().next() || minutes.get().value() % 5 == 0;
    if (exact && text.has(Role.PAST, k)) {
      var m = minutes.get().value();
      return hourOrNoon(text.skip(Role.PAST, k))
          .flatMap(
              hour ->
                  settle(
                      LocalTime.of(hour.value() % 24, m),
                      open(hour.value(), hour.next() - 1),
                      Grain.MINUTE,
                      hour.next()));
    }
    var spelledTo =
        text.is(k, "to", "till", "til", "before", "of")
            && (quarter.isPresent() || fraction(minutes.get().value(), i));
    return spelledTo && exact ? to(minutes.get().value(), k + 1) : Optional.empty();
  }

  /** "ten to five", but not "from 10 to 5". */
  private boolean fraction(int minutes, int i) {
    return minutes % 5 == 0
        && minutes < 30
        && !text.is(i - 1, "from", "between", "the")
        && !text.joins(i + 1, "-");
  }

  private Optional<Hit<Facts>> to(int minutes, int i) {
    return hourOrNoon(i)
        .filter(
            hour ->
                hour.value() <= 12
                    && !text.has(Role.UNIT, hour.next())
                    && !text.has(Role.MONTH, hour.next())
                    && meridiemFits(hour.next()))
        .flatMap(
            hour ->
                settle(
                    LocalTime.of(hour.value() % 24, 0).minusMinutes(minutes),
                    open(hour.value(), i),
                    Grain.MINUTE,
                    hour.next()));
  }

  private boolean meridiemFits(int i) {
    return !text.joins(i, ":", ".");
  }

  private Optional<Hit<Integer>> hourOrNoon(int i) {
    if (text.has(Role.NOON, i)) {
      return hit(12, text.skip(Role.NOON, i));
    }
    if (text.has(Role.MIDNIGHT, i)) {
      return hit(0, text.skip(Role.MIDNIGHT, i));
    }
    var hour = hour(i);
    // "a quarter past 3pm"
    return hour;
  }

  /** "noon", "mezzogiorno e mezza", "mezzanotte", "a mezzogiorno meno un quarto". */
  private Optional<Hit<Facts>> noon(int i) {
    var noon = text.find(Role.NOON, i);
    var found = noon.or(() -> text.find(Role.MIDNIGHT, i));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var time = noon.isPresent() ? LocalTime.NOON : LocalTime.MIDNIGHT;
    var next = found.get().next();
    if (text.is(next, "e")) {
      var more = minutesAfter(next + 1, true);
      if (more.isPresent()) {
        return hit(point(time.plusMinutes(more.get().value()), Grain.MINUTE), more.get().next());
      }
    }
    if (text.has(Role.MINUS, next)) {
      var less = minutesAfter(next + 1, true);
      if (less.isPresent()) {
        return hit(point(time.minusMinutes(less.get().value()), Grain.MINUTE), less.get().next());
      }
    }
    return hit(point(time, Grain.HOUR), next);
  }

  private static Facts point(LocalTime time, Grain grain) {
    return Facts.of(new Point(time, false, grain));
  }

  /** "at 1030", "730 p.m.", "alle 1530". */
  private Optional<Hit<Facts>> compact(int i, boolean marked) {
    var value = text.digits(i);
    if (value.isEmpty()
        || text.length(i) < 3
        || text.length(i) > 4
        || text.joins(i + 1, "/", "-", ".")) {
      return Optional.empty();
    }
    var hour = value.get() / 100;
    var minute = value.get() % 100;
    var sure = meridiem(i + 1).isPresent() || (text.glued(i + 1) && text.has(Role.ISH, i + 1));
    if (hour > 23 || minute > 59 || !(marked || sure) || text.has(Role.UNIT, i + 1)) {
      return Optional.empty();
    }
    var open = hour <= 12 && hour > 0 && !text.token(i).word().startsWith("0");
    return settle(LocalTime.of(hour, minute), open, Grain.MINUTE, i + 1);
  }

  /** "at 5", "le 15", "3pm", "5 o'clock", "3ish", "15h", "8 di sera". */
  private Optional<Hit<Facts>> hourAlone(int i, boolean marked) {
    var hour = hour(i);
    if (hour.isEmpty()) {
      return text.is(i, "mezza") && marked && text.is(i - 1, "la", "alla")
          ? Optional.empty()
          : Optional.empty();
    }
    var next = hour.get().next();
    var sure =
        text.has(Role.CLOCK_UNIT, next)
            || meridiem(next).isPresent()
            || (text.glued(next) && text.has(Role.ISH, next))
            || (text.glued(next) && text.is(next, "h"))
            || partFollows(next);
    if (!marked && !sure) {
      return Optional.empty();
    }
    if (!sure && countsSomething(next)) {
      return Optional.empty();
    }
    return settle(
        LocalTime.of(hour.get().value() % 24, 0), open(hour.get().value(), i), Grain.HOUR, next);
  }

  private boolean partFollows(int next) {
    if (text.has(Role.TODAY, next) || text.is(next, "di") && text.has(Role.TODAY, next + 1)) {
      return true;
    }
    var k = next;
    while (k < next + 2 && text.is(k, "in", "the", "di", "del", "della", "at", "this")) {
      k++;
    }
    var part = text.find(Role.PART, k);
    return k > next && part.isPresent();
  }

  /** What follows is counted by the number: "2 people", "3 days", "10%", "the 2 others". */
  private boolean countsSomething(int next) {
    var unit =
        text.find(Role.UNIT, next)
            .filter(found -> !text.is(next, "h") && !found.value().value().equals("second"));
    return unit.isPresent()
        || text.has(Role.ALONE, next)
        || text.has(Role.UNIT_OF, next)
        || text.has(Role.MONTH, next)
        || text.is(next, "%", "°", "/")
        || (text.glued(next)
            && (text.is(next, "st", "nd", "rd", "th")
                || text.joins(next, ":", ".", "-")
                    && text.digits(next + 1).filter(n -> n > 59).isPresent()));
  }

  private Optional<Hit<Integer>> hour(int i) {
    var digits = text.digits(i).filter(h -> h <= 24 && text.length(i) <= 2);
    if (digits.isPresent()) {
      return hit(digits.get(), i + 1);
    }
    return numbers
        .spelled(i)
        .filter(h -> h.value() <= 24 && !text.is(i, "un", "zero"))
        .filter(
            _ -> !text.is(i, "una") || text.is(i - 1, "l", "all", "dall", "dell", "alla", "sull"));
  }

  /** Said on a clock of twelve hours; "03:00" and "15" are not. */
  private boolean open(int hour, int i) {
    return hour >= 1
        && hour <= 12
        && !(text.digits(i).isPresent() && text.token(i).word().startsWith("0"));
  }

  private Optional<Hit<Facts>> settle(LocalTime time, boolean open, Grain grain, int next) {
    var unit = text.skip(Role.CLOCK_UNIT, next);
    var half = meridiem(unit);
    var point = new Point(time, open, grain);
    if (half.isPresent()) {
      return hit(Facts.of(in(point, half.get().value())), half.get().next());
    }
    return hit(Facts.of(point), unit);
  }

  /** "07:00 PM" is in the evening although it is written with a zero. */
  private static Point in(Point point, Half half) {
    var twelve = point.said().getHour() <= 12;
    return new Point(point.said(), twelve, point.grain()).in(half);
  }

  /** "am", "p.m.", "p m", and a single letter right after the number. */
  private Optional<Hit<Half>> meridiem(int i) {
    if (text.is(i, "am") && !(text.is(i + 1, "i"))) {
      return hit(Half.AM, i + 1);
    }
    if (text.is(i, "pm")) {
      return hit(Half.PM, i + 1);
    }
    if (!text.is(i, "a", "p")) {
      return text.is(i, "in") && text.is(i + 1, "the") && text.is(i + 2, "am", "pm")
          ? meridiem(i + 2)
          : Optional.empty();
    }
    var half = text.is(i, "a") ? Half.AM : Half.PM;
    var dotted = text.joins(i + 1, ".") && text.is(i + 2, "m");
    if (dotted) {
      return hit(
          half,
          text.is(i + 3, ".") && text.glued(i + 3) && !text.joins(i + 3, ".") ? i + 4 : i + 3);
    }
    if (text.is(i + 1, "m")) {
      return hit(half, i + 2);
    }
    return text.glued(i) && text.token(i - 1).isNumber() ? hit(half, i + 1) : Optional.empty();
  }
}

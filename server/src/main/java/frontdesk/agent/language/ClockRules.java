package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.TimeSpec.Point;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Points on the clock: "half past three", "15:30", "le tre e un quarto", "at 5", "noon". */
final class ClockRules {

  private final Text text;
  private final ClockParts parts;
  private final SpokenClock spoken;
  private final Rule marked;
  private final Rule unmarked;

  ClockRules(Text text, Numbers numbers) {
    this.text = text;
    this.parts = new ClockParts(text, numbers);
    this.spoken = new SpokenClock(text, numbers);
    this.marked = new Remembered(text, i -> point(i, true));
    this.unmarked = new Remembered(text, i -> point(i, false));
  }

  /**
   * A point on the clock.
   *
   * @param marked what stands before says that an hour comes, so that a bare number is one
   */
  Optional<Hit<Facts>> at(int i, boolean marked) {
    return (marked ? this.marked : unmarked).read(i);
  }

  private Optional<Hit<Facts>> point(int i, boolean marked) {
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
                spoken.words(i, marked),
                spoken.pastAndTo(i),
                spoken.noon(i),
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
    var half = parts.meridiem(next);
    if (half.isPresent()) {
      var point = found.value().time().filter(Point.class::isInstance).map(Point.class::cast);
      if (point.isPresent()) {
        return new Hit<>(
            Facts.of(ClockParts.in(point.get(), half.get().value())), half.get().next());
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
    return parts.settle(time, parts.open(hour.get(), i), grain, next);
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
    var sure =
        parts.meridiem(i + 1).isPresent() || (text.glued(i + 1) && text.has(Role.ISH, i + 1));
    if (hour > 23 || minute > 59 || !(marked || sure) || text.has(Role.UNIT, i + 1)) {
      return Optional.empty();
    }
    var open = hour <= 12 && hour > 0 && !text.token(i).word().startsWith("0");
    return parts.settle(LocalTime.of(hour, minute), open, Grain.MINUTE, i + 1);
  }

  /** "at 5", "le 15", "3pm", "5 o'clock", "3ish", "15h", "8 di sera". */
  private Optional<Hit<Facts>> hourAlone(int i, boolean marked) {
    var hour = parts.hour(i);
    if (hour.isEmpty()) {
      return Optional.empty();
    }
    var next = hour.get().next();
    var sure =
        text.has(Role.CLOCK_UNIT, next)
            || parts.meridiem(next).isPresent()
            || (text.glued(next) && text.has(Role.ISH, next))
            || (text.glued(next) && text.is(next, "h"))
            || partFollows(next);
    if (!marked && !sure) {
      return Optional.empty();
    }
    if (!sure && countsSomething(next)) {
      return Optional.empty();
    }
    return parts.settle(
        LocalTime.of(hour.get().value() % 24, 0),
        parts.open(hour.get().value(), i),
        Grain.HOUR,
        next);
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
}

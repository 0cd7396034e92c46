package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.TimeSpec.Half;
import frontdesk.agent.language.TimeSpec.Point;
import java.time.LocalTime;
import java.util.Optional;

/** What every way to say the time is made of: hours, am and pm. */
final class ClockParts {

  private final Text text;
  private final Numbers numbers;

  ClockParts(Text text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  Optional<Hit<Integer>> hour(int i) {
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
  boolean open(int hour, int i) {
    return hour >= 1
        && hour <= 12
        && !(text.digits(i).isPresent() && text.token(i).word().startsWith("0"));
  }

  Optional<Hit<Facts>> settle(LocalTime time, boolean open, Grain grain, int next) {
    return settle(new Point(time, open, grain), next);
  }

  Optional<Hit<Facts>> settle(Point point, int next) {
    var unit = text.skip(Role.CLOCK_UNIT, next);
    var half = meridiem(unit);
    if (half.isPresent()) {
      return hit(Facts.of(in(point, half.get().value())), half.get().next());
    }
    return hit(Facts.of(point), unit);
  }

  /** "07:00 PM" is in the evening although it is written with a zero. */
  static Point in(Point point, Half half) {
    var twelve = point.said().getHour() <= 12;
    return new Point(point.said(), twelve, point.grain(), point.orPast()).in(half);
  }

  /** "am", "p.m.", "p m", and a single letter right after the number. */
  Optional<Hit<Half>> meridiem(int i) {
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

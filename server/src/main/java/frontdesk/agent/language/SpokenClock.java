package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.TimeSpec.Point;
import java.time.LocalTime;
import java.util.Optional;

/** Times in words: "half past three", "le tre e un quarto", "ten to five", "noon". */
final class SpokenClock {

  private final Text text;
  private final Numbers numbers;
  private final ClockParts parts;

  SpokenClock(Text text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
    this.parts = new ClockParts(text, numbers);
  }

  /** "tre e mezza", "3 e 20", "undici meno un quarto", "three thirty", "3 15". */
  Optional<Hit<Facts>> words(int i, boolean marked) {
    var hour = parts.hour(i);
    if (hour.isEmpty()) {
      return Optional.empty();
    }
    var h = hour.get().value();
    var next = hour.get().next();
    if (text.is(next, "e")) {
      var minutes = minutesAfter(next + 1, marked);
      if (minutes.isPresent()) {
        return parts.settle(
            LocalTime.of(h % 24, minutes.get().value()),
            parts.open(h, i),
            Grain.MINUTE,
            minutes.get().next());
      }
    }
    var half = text.find(Role.HALF_PAST, next);
    if (half.isPresent() && text.is(next, "e", "emmezza")) {
      return parts.settle(
          LocalTime.of(h % 24, 30), parts.open(h, i), Grain.MINUTE, half.get().next());
    }
    if (text.has(Role.MINUS, next)) {
      var less = minutesAfter(next + 1, true);
      if (less.isPresent()) {
        var time = LocalTime.of(h % 24, 0).minusMinutes(less.get().value());
        return parts.settle(time, parts.open(h, i), Grain.MINUTE, less.get().next());
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
    // "le undici, undici e un quarto" said in one breath are two hours
    if (m == hour.value()) {
      return Optional.empty();
    }
    var spoken = !digits && (m == 30 || m == 15 || m == 45) && hour.value() <= 12;
    if (!marked && !spoken && parts.meridiem(minutes.get().next()).isEmpty()) {
      return Optional.empty();
    }
    if (text.has(Role.UNIT, minutes.get().next()) || text.has(Role.MONTH, minutes.get().next())) {
      return Optional.empty();
    }
    return parts.settle(
        LocalTime.of(hour.value() % 24, m),
        parts.open(hour.value(), i),
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
  Optional<Hit<Facts>> pastAndTo(int i) {
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
                var open = parts.open(hour.value(), k);
                return parts.settle(new Point(time, open, Grain.MINUTE, !past), hour.next());
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
                  parts.settle(
                      LocalTime.of(hour.value() % 24, m),
                      parts.open(hour.value(), hour.next() - 1),
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
                    && !text.has(Role.MONTH, hour.next()))
        .flatMap(
            hour ->
                parts.settle(
                    LocalTime.of(hour.value() % 24, 0).minusMinutes(minutes),
                    parts.open(hour.value(), i),
                    Grain.MINUTE,
                    hour.next()));
  }

  private Optional<Hit<Integer>> hourOrNoon(int i) {
    if (text.has(Role.NOON, i)) {
      return hit(12, text.skip(Role.NOON, i));
    }
    if (text.has(Role.MIDNIGHT, i)) {
      return hit(0, text.skip(Role.MIDNIGHT, i));
    }
    return parts.hour(i);
  }

  /** "noon", "mezzogiorno e mezza", "mezzanotte", "a mezzogiorno meno un quarto". */
  Optional<Hit<Facts>> noon(int i) {
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
}

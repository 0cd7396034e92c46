package frontdesk.agent.language;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;

/** Amounts of time: "two hours and a half", "mezz'ora", "3 weeks". */
final class Amounts {

  /**
   * Days and longer in the period, hours and shorter in the duration.
   *
   * @param grain of its unit
   */
  record Amount(Period period, Duration duration, Grain grain) {
    boolean ofDays() {
      return grain.ofDays();
    }

    LocalDateTime after(LocalDateTime time) {
      return time.plus(period).plus(duration);
    }

    LocalDateTime before(LocalDateTime time) {
      return time.minus(period).minus(duration);
    }
  }

  private static final int LONGEST = 5_000;

  private final Text text;
  private final Numbers numbers;

  Amounts(Text text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  Optional<Hit<Amount>> at(int i) {
    return Rule.longest(java.util.stream.Stream.of(fraction(i), minutesAndHours(i), whole(i)));
  }

  /** "half an hour", "mezz'ora", "a quarter of an hour", "tre quarti d'ora". */
  private Optional<Hit<Amount>> fraction(int i) {
    var start = text.is(i, "a", "an", "un", "una") ? i + 1 : i;
    if (text.is(start, "half") || text.is(start, "mezz", "mezza", "mezzo")) {
      return unitAfter(start + 1)
          .filter(unit -> unit.value() == Grain.HOUR)
          .map(unit -> minutes(30, unit.next()));
    }
    if (text.is(start, "mezzora", "mezzoretta")) {
      return Optional.of(minutes(30, start + 1));
    }
    var slash = text.digits(i).filter(n -> text.joins(i + 1, "/") && n < 4);
    if (slash.isPresent() && text.digits(i + 2).map(n -> n == 4 || n == 2).orElse(false)) {
      var part = 60 * slash.get() / text.digits(i + 2).get();
      return unitAfter(i + 3)
          .filter(unit -> unit.value() == Grain.HOUR)
          .map(unit -> minutes(part, unit.next()));
    }
    var three = text.is(i, "three", "3", "tre") ? 1 : 0;
    var quarter = text.is(start + three, "-") ? start + three + 1 : start + three;
    if (text.is(quarter, "quarter", "quarters", "quarto", "quarti")) {
      return unitAfter(quarter + 1)
          .filter(unit -> unit.value() == Grain.HOUR)
          .map(unit -> minutes(three == 1 ? 45 : 15, unit.next()));
    }
    return Optional.empty();
  }

  private Optional<Hit<Grain>> unitAfter(int i) {
    var k = i;
    while (text.is(k, "of", "an", "a", "d", "di", "the")) {
      k++;
    }
    var next = k;
    return text.find(Role.UNIT, next)
        .filter(unit -> !unit.value().value().equals("fortnight"))
        .map(unit -> unit.map(e -> Grain.named(e.value())));
  }

  /** "1h30", "1 h 30", "un'ora e mezza", "an hour and a half", "2 ore e 15 minuti". */
  private Optional<Hit<Amount>> minutesAndHours(int i) {
    var hours = numbers.count(i).filter(count -> count.value() < 100);
    if (hours.isEmpty()) {
      return Optional.empty();
    }
    var count = hours.get();
    // "two and a half hours", "2.5 hours", "due ore e mezza"
    var half = andAHalf(count.next());
    if (half.isPresent()) {
      var unit = unitAfter(half.get());
      if (unit.isPresent() && unit.get().value() == Grain.HOUR) {
        return Optional.of(minutes(count.value() * 60 + 30, unit.get().next()));
      }
    }
    if (text.joins(count.next(), ".", ",")
        && text.digits(count.next() + 1).filter(n -> n == 5).isPresent()) {
      var unit = unitAfter(count.next() + 2);
      if (unit.isPresent() && unit.get().value() == Grain.HOUR) {
        return Optional.of(minutes(count.value() * 60 + 30, unit.get().next()));
      }
    }
    var unit =
        text.find(Role.UNIT, count.next()).filter(found -> found.value().value().equals("hour"));
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    var after = unit.get().next();
    var more = andAHalf(after);
    if (more.isPresent()) {
      return Optional.of(minutes(count.value() * 60 + 30, more.get()));
    }
    if (text.is(after, "e", "and")
        && text.is(after + 1, "un", "a")
        && text.is(after + 2, "quarto", "quarter")) {
      return Optional.of(minutes(count.value() * 60 + 15, after + 3));
    }
    var rest =
        numbers
            .cardinal(text.is(after, "e", "and") ? after + 1 : after)
            .filter(n -> n.value() < 60);
    if (rest.isPresent()) {
      var minuteUnit =
          text.find(Role.UNIT, rest.get().next())
              .filter(found -> found.value().value().equals("minute"));
      if (minuteUnit.isPresent()) {
        return Optional.of(
            minutes(count.value() * 60 + rest.get().value(), minuteUnit.get().next()));
      }
      if (text.glued(after) && text.digits(after).isPresent()) {
        return Optional.of(minutes(count.value() * 60 + rest.get().value(), rest.get().next()));
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> andAHalf(int i) {
    if (!text.is(i, "and", "e")) {
      return Optional.empty();
    }
    var k = text.is(i + 1, "a", "an") ? i + 2 : i + 1;
    return text.is(k, "half", "mezza", "mezzo") ? Optional.of(k + 1) : Optional.empty();
  }

  private Optional<Hit<Amount>> whole(int i) {
    var count = numbers.count(i).filter(found -> found.value() <= LONGEST);
    if (count.isEmpty()) {
      return Optional.empty();
    }
    var k = count.get().next();
    while (text.has(Role.MORE, k) || text.is(k, "di", "of")) {
      k++;
    }
    var next = k;
    return text.find(Role.UNIT, next)
        .map(unit -> new Hit<>(of(count.get().value(), unit.value().value()), unit.next()));
  }

  static Amount of(int count, String unit) {
    return switch (unit) {
      case "second" -> new Amount(Period.ZERO, Duration.ofSeconds(count), Grain.SECOND);
      case "minute" -> new Amount(Period.ZERO, Duration.ofMinutes(count), Grain.MINUTE);
      case "hour" -> new Amount(Period.ZERO, Duration.ofHours(count), Grain.HOUR);
      case "day" -> new Amount(Period.ofDays(count), Duration.ZERO, Grain.DAY);
      case "week" -> new Amount(Period.ofWeeks(count), Duration.ZERO, Grain.WEEK);
      case "fortnight" -> new Amount(Period.ofWeeks(2 * count), Duration.ZERO, Grain.WEEK);
      case "month" -> new Amount(Period.ofMonths(count), Duration.ZERO, Grain.MONTH);
      case "quarter" -> new Amount(Period.ofMonths(3 * count), Duration.ZERO, Grain.QUARTER);
      default -> new Amount(Period.ofYears(count), Duration.ZERO, Grain.YEAR);
    };
  }

  private static Hit<Amount> minutes(int minutes, int next) {
    return new Hit<>(new Amount(Period.ZERO, Duration.ofMinutes(minutes), Grain.MINUTE), next);
  }
}

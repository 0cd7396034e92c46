package frontdesk.agent.language;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a stretch of text says about time. Two that stand side by side join into one when they do
 * not contradict each other.
 *
 * @param exact a moment or stretch that needs no more, as "in two hours"
 * @param impossible it names a time that does not exist
 */
record Facts(
    Optional<DaySpec> day,
    Optional<TimeSpec> time,
    Optional<Exact> exact,
    Optional<TimeMention.Shift> shift,
    boolean impossible) {

  /**
   * @param end excluded; empty for a moment
   * @param now it is this very moment
   */
  record Exact(LocalDateTime start, Optional<LocalDateTime> end, Grain grain, boolean now) {}

  private static final Facts NONE =
      new Facts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  static Facts of(DaySpec day) {
    return new Facts(Optional.of(day), NONE.time, NONE.exact, NONE.shift, false);
  }

  static Facts of(TimeSpec time) {
    return new Facts(NONE.day, Optional.of(time), NONE.exact, NONE.shift, false);
  }

  static Facts of(DaySpec day, TimeSpec time) {
    return new Facts(Optional.of(day), Optional.of(time), NONE.exact, NONE.shift, false);
  }

  static Facts of(Exact exact) {
    return new Facts(NONE.day, NONE.time, Optional.of(exact), NONE.shift, false);
  }

  static Facts of(TimeMention.Shift shift) {
    return new Facts(NONE.day, NONE.time, NONE.exact, Optional.of(shift), false);
  }

  /** A time of day that no clock shows. */
  static Facts noSuchTime() {
    return new Facts(NONE.day, NONE.time, NONE.exact, NONE.shift, true);
  }

  boolean onlyDay() {
    return day.isPresent() && time.isEmpty();
  }

  boolean onlyTime() {
    return time.isPresent() && day.isEmpty();
  }

  Optional<Facts> and(Facts other) {
    if (exact.isPresent()
        || other.exact.isPresent()
        || shift.isPresent()
        || other.shift.isPresent()) {
      return Optional.empty();
    }
    var days = both(day, other.day, DaySpec::and);
    var times = both(time, other.time, TimeSpec::and);
    var lost =
        (days.isEmpty() && (day.isPresent() || other.day.isPresent()))
            || (times.isEmpty() && (time.isPresent() || other.time.isPresent()));
    return lost
        ? Optional.empty()
        : Optional.of(
            new Facts(days, times, NONE.exact, NONE.shift, impossible || other.impossible));
  }

  private static <T> Optional<T> both(
      Optional<T> one, Optional<T> other, java.util.function.BiFunction<T, T, Optional<T>> join) {
    if (one.isPresent() && other.isPresent()) {
      return join.apply(one.get(), other.get());
    }
    return one.or(() -> other);
  }
}

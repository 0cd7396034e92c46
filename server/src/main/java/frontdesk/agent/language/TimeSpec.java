package frontdesk.agent.language;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A time of day as said: which half of the day is meant may be open. */
sealed interface TimeSpec {

  /** Which half of the day a part of it belongs to. */
  enum Half {
    AM,
    PM,
    NIGHT
  }

  /**
   * A point, as said.
   *
   * @param open said on a clock of twelve hours, with neither half named
   * @param orPast "half ten", which some say for half past
   */
  record Point(LocalTime said, boolean open, Grain grain, boolean orPast) implements TimeSpec {

    Point(LocalTime said, boolean open, Grain grain) {
      this(said, open, grain, false);
    }

    /** The reading of a business that works by day first, then the other. */
    List<LocalTime> readings() {
      if (!open) {
        return List.of(said);
      }
      var other = said.plusHours(12);
      return said.getHour() >= 1 && said.getHour() < 7
          ? List.of(other, said)
          : List.of(said, other);
    }

    /** Each with what some mean by the same words. */
    List<LocalTime> allReadings() {
      return readings().stream()
          .flatMap(time -> orPast ? Stream.of(time, time.plusHours(1)) : Stream.of(time))
          .toList();
    }

    LocalTime best() {
      return readings().getFirst();
    }

    Point in(Half half) {
      if (!open) {
        // "0:30 pm" and the like stay as said; "12 am" is midnight
        return this;
      }
      var hour = said.getHour() % 12;
      var late =
          switch (half) {
            case AM -> false;
            case PM -> true;
            case NIGHT -> hour >= 7;
          };
      return new Point(said.withHour(late ? hour + 12 : hour), false, grain, orPast);
    }
  }

  /** "morning", "after lunch": its end excluded, {@link LocalTime#MAX} for the end of the day. */
  record Part(LocalTime from, LocalTime to, Half half) implements TimeSpec {

    private Optional<TimeSpec> overlap(Part other) {
      var start = from.isAfter(other.from) ? from : other.from;
      var end = to.isBefore(other.to) ? to : other.to;
      return start.isBefore(end) ? Optional.of(new Part(start, end, half)) : Optional.empty();
    }
  }

  /** "from 3 to 5", "after 5", "before noon". */
  record Stretch(Optional<Point> from, Optional<Point> to) implements TimeSpec {

    /**
     * The shortest reading that ends after it starts: "9 to 5" ends at 17:00, "3-5pm" starts at
     * 15:00.
     */
    Stretch settled() {
      if (from.isEmpty() || to.isEmpty()) {
        return new Stretch(from.map(p -> at(p, p.best())), to.map(p -> at(p, p.best())));
      }
      var best = Optional.<Stretch>empty();
      var length = Duration.ofDays(2);
      for (var start : from.get().readings()) {
        for (var end : to.get().readings()) {
          var lasts = Duration.between(start, end);
          if (start.isBefore(end) && lasts.compareTo(length) < 0) {
            best =
                Optional.of(
                    new Stretch(
                        Optional.of(at(from.get(), start)), Optional.of(at(to.get(), end))));
            length = lasts;
          }
        }
      }
      // over midnight: it lasts to the end of the day
      return best.orElseGet(
          () -> new Stretch(from.map(p -> at(p, p.best())), to.map(p -> at(p, LocalTime.MAX))));
    }

    private static Point at(Point point, LocalTime time) {
      return new Point(time, false, point.grain());
    }
  }

  /** Both together: a part of the day settles which half a point is in. */
  default Optional<TimeSpec> and(TimeSpec other) {
    return switch (this) {
      case Point point when other instanceof Part part -> Optional.of(point.in(part.half()));
      case Part part when other instanceof Point point -> Optional.of(point.in(part.half()));
      case Stretch stretch when other instanceof Part part ->
          Optional.of(
              new Stretch(
                  stretch.from().map(p -> p.in(part.half())),
                  stretch.to().map(p -> p.in(part.half()))));
      case Part _ when other instanceof Stretch -> other.and(this);
      case Part one when other instanceof Part two -> one.overlap(two);
      case Stretch one
          when other instanceof Stretch two
              && one.from().isPresent()
              && one.to().isEmpty()
              && two.from().isEmpty() ->
          Optional.of(new Stretch(one.from(), two.to()));
      default -> Optional.empty();
    };
  }
}

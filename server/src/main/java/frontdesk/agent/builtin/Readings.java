package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What several times of day in one message mean together.
 *
 * @param others less likely
 */
record Readings(List<ClockRange> clocks, List<ClockRange> others) {

  /** When "early in the morning" begins. */
  private static final LocalTime DAWN = LocalTime.of(4, 0);

  /** Points go before stretches; a stretch, new or old, decides between morning and evening. */
  static Readings of(
      List<ClockRange> said,
      List<ClockRange> others,
      List<ClockRange> known,
      BusinessFacts business) {
    var clocks = said.stream().map(clock -> ifOpen(clock, business)).toList();
    var points = clocks.stream().filter(ClockRange::isPoint).toList();
    var stretches = clocks.stream().filter(clock -> !clock.isPoint()).toList();
    if (points.isEmpty()) {
      var common = stretches.stream().map(Optional::of).reduce(Readings::common);
      return new Readings(
          common.flatMap(stretch -> stretch).map(List::of).orElse(stretches), List.of());
    }
    var frames = new ArrayList<>(stretches);
    known.stream().filter(clock -> !clock.isPoint()).forEach(frames::add);
    for (var frame : frames) {
      boolean fits = points.stream().anyMatch(point -> frame.has(point.from()));
      var inside =
          others.stream().filter(other -> other.isPoint() && frame.has(other.from())).toList();
      if (!fits && !inside.isEmpty()) {
        return new Readings(inside, points);
      }
    }
    return new Readings(points, others);
  }

  /** "In the afternoon, from three": both hold. "Morning or evening": either. */
  private static Optional<ClockRange> common(Optional<ClockRange> one, Optional<ClockRange> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return Optional.empty();
    }
    var from = later(one.get().from(), two.get().from());
    var to = earlier(one.get().to().orElseThrow(), two.get().to().orElseThrow());
    return from.isBefore(to)
        ? Optional.of(new ClockRange(from, Optional.of(to)))
        : Optional.empty();
  }

  private static LocalTime later(LocalTime one, LocalTime two) {
    return one.isAfter(two) ? one : two;
  }

  private static LocalTime earlier(LocalTime one, LocalTime two) {
    return one.isBefore(two) ? one : two;
  }

  /** Early in the morning is when the first open: "first thing" at a shop that opens at nine. */
  private static ClockRange ifOpen(ClockRange clock, BusinessFacts business) {
    var opens =
        business.hours().values().stream()
            .flatMap(List::stream)
            .map(Stretch::open)
            .min(Comparator.naturalOrder());
    boolean tooEarly =
        clock.from().equals(DAWN)
            && clock.to().isPresent()
            && opens.filter(open -> !clock.to().get().isAfter(open.plusHours(1))).isPresent();
    return tooEarly ? new ClockRange(clock.from(), opens.map(open -> open.plusHours(2))) : clock;
  }
}

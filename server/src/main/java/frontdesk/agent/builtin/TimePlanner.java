package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.tools.Toolbox.Window;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what is wished into windows to look for starts in. Pure. */
final class TimePlanner {

  /** How far is looked when no day is named. */
  private static final int DAYS_AHEAD = 21;

  /** A named stretch of days longer than this is looked at from its beginning only. */
  private static final int MOST_DAYS = 45;

  private TimePlanner() {}

  /** The days that may be meant, soonest first; never one that is over or excluded. */
  static List<LocalDate> days(List<DayRange> wanted, List<DayRange> excluded, LocalDate today) {
    var ranges =
        wanted.isEmpty() ? List.of(new DayRange(today, today.plusDays(DAYS_AHEAD))) : wanted;
    return ranges.stream()
        .flatMap(range -> range.first().datesUntil(range.last().plusDays(1)).limit(MOST_DAYS))
        .filter(day -> !day.isBefore(today))
        .filter(day -> excluded.stream().noneMatch(not -> not.has(day)))
        .distinct()
        .sorted()
        .limit(MOST_DAYS)
        .toList();
  }

  /** A window for each day and clock; for a point, of one minute. */
  static List<Window> windows(
      List<LocalDate> days,
      List<ClockRange> clocks,
      List<ClockRange> excluded,
      ZonedDateTime now,
      ZoneId zone) {
    var windows = new ArrayList<Window>();
    var ranges = clocks.isEmpty() ? List.of(wholeDay()) : clocks;
    for (var day : days) {
      for (var range : ranges) {
        for (var left : without(range, excluded)) {
          var from = day.atTime(left.from()).atZone(zone).toInstant();
          var to = end(day, left, zone).toInstant();
          // a point in the past stays, so that the tools can say why it cannot be
          var begin = left.isPoint() || !from.isBefore(now.toInstant()) ? from : now.toInstant();
          if (begin.isBefore(to)) {
            windows.add(new Window(begin, to));
          }
        }
      }
    }
    return windows;
  }

  private static ClockRange wholeDay() {
    return new ClockRange(LocalTime.MIN, Optional.of(LocalTime.MAX));
  }

  private static ZonedDateTime end(LocalDate day, ClockRange range, ZoneId zone) {
    if (range.isPoint()) {
      return day.atTime(range.from()).atZone(zone).plusMinutes(1);
    }
    var to = range.to().get();
    return to.equals(LocalTime.MAX)
        ? day.plusDays(1).atStartOfDay(zone)
        : day.atTime(to).atZone(zone);
  }

  /** What is left of a stretch when others are cut out of it. */
  static List<ClockRange> without(ClockRange range, List<ClockRange> excluded) {
    var left = List.of(range);
    for (var not : excluded) {
      var next = new ArrayList<ClockRange>();
      for (var piece : left) {
        next.addAll(cut(piece, not));
      }
      left = List.copyOf(next);
    }
    return left;
  }

  private static List<ClockRange> cut(ClockRange piece, ClockRange not) {
    if (piece.isPoint()) {
      return not.has(piece.from()) ? List.of() : List.of(piece);
    }
    var notFrom = not.from();
    var notTo = not.to().orElse(not.from().plusMinutes(1));
    var to = piece.to().get();
    if (!notFrom.isBefore(to) || !piece.from().isBefore(notTo)) {
      return List.of(piece);
    }
    var pieces = new ArrayList<ClockRange>();
    if (piece.from().isBefore(notFrom)) {
      pieces.add(new ClockRange(piece.from(), Optional.of(notFrom)));
    }
    if (notTo.isBefore(to)) {
      pieces.add(new ClockRange(notTo, Optional.of(to)));
    }
    return pieces;
  }
}

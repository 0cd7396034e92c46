package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Clock;
import frontdesk.agent.language.TimeMention.Shift;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/** Whether what is said about time only says again what was agreed. */
final class Repeats {

  private Repeats() {}

  /** Whether every mention fits a start that is already agreed: then it only repeats it. */
  static boolean all(List<TimeMention> mentions, ZonedDateTime start) {
    return mentions.stream().allMatch(mention -> one(mention, start));
  }

  private static boolean one(TimeMention mention, ZonedDateTime start) {
    if (mention.negated() || mention.impossible()) {
      return false;
    }
    if (mention.shift().isPresent()) {
      var shift = mention.shift().get();
      return shift instanceof Shift.SameDay || shift instanceof Shift.SameTime;
    }
    var day = start.toLocalDate();
    var time = start.toLocalTime();
    boolean dayFits =
        mention
            .days()
            .map(days -> !day.isBefore(days.first()) && !day.isAfter(days.last()))
            .orElse(true);
    boolean clockFits =
        mention.clock().isEmpty()
            || fits(mention.clock().get(), time, mention.approximate())
            || mention.otherClocks().stream().anyMatch(clock -> fits(clock, time, false));
    return dayFits && clockFits;
  }

  private static boolean fits(Clock clock, LocalTime time, boolean roughly) {
    var range = new ClockRange(clock.from(), clock.to());
    return range.has(time)
        || (roughly
            && range.isPoint()
            && Math.abs(clock.from().toSecondOfDay() - time.toSecondOfDay()) <= 30 * 60);
  }
}

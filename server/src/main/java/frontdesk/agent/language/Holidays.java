package frontdesk.agent.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** When the days that have a name fall. */
final class Holidays {

  private Holidays() {}

  /**
   * @param rule as in holidays.txt: "12-25", "05/7/2" (second Sunday of May), "easter+1"
   */
  static LocalDate in(int year, String rule) {
    if (rule.startsWith("easter")) {
      return easter(year).plusDays(Integer.parseInt(rule.substring("easter".length())));
    }
    if (!rule.contains("/")) {
      return LocalDate.parse(year + "-" + rule);
    }
    var plus = rule.indexOf('+');
    var parts = (plus < 0 ? rule : rule.substring(0, plus)).split("/");
    var first = LocalDate.of(year, Month.of(Integer.parseInt(parts[0])), 1);
    var weekday = DayOfWeek.of(Integer.parseInt(parts[1]));
    var date = first.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[2]), weekday));
    return plus < 0 ? date : date.plusDays(Integer.parseInt(rule.substring(plus + 1)));
  }

  /** Gregorian Easter by the anonymous algorithm of 1876. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}

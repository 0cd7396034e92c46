package frontdesk.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Weekly hours and the days that differ from them. A weekday that is missing is closed. */
public record Schedule(
    Map<DayOfWeek, List<Stretch>> weekly, Map<LocalDate, SpecialDay> exceptions) {

  public static final Schedule CLOSED = new Schedule(Map.of(), Map.of());

  public List<Stretch> on(LocalDate date) {
    var special = exceptions.get(date);
    return special != null
        ? special.stretches()
        : weekly.getOrDefault(date.getDayOfWeek(), List.of());
  }
}

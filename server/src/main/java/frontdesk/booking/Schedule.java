package frontdesk.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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

  /** The hours of these days, the last one excluded, as they fall on the world's clock. */
  public List<Span> open(LocalDate from, LocalDate to, ZoneId zone) {
    var spans = new ArrayList<Span>();
    from.datesUntil(to).forEach(day -> Availability.addStretches(spans, on(day), day, zone));
    return Span.joined(spans);
  }
}

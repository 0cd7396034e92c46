package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.identity.Caller;
import frontdesk.tenancy.Tenancy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many come, day by day, in the calendars that somebody may see. */
@Service
public class BookingFigures {

  /**
   * @param byAssistant those of them that the assistant booked
   */
  public record Day(LocalDate date, long appointments, long byAssistant) {}

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  BookingFigures(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** Every day from the first up to but not including the end, cancelled ones left out. */
  @Transactional(readOnly = true)
  public List<Day> days(Caller caller, LocalDate first, LocalDate end, ZoneId zone) {
    var sight = Sight.of(caller);
    var known = new HashMap<LocalDate, Day>();
    jdbc.sql(
            """
            SELECT (starts_at AT TIME ZONE :zone)::date AS day, count(*) AS appointments,
              count(*) FILTER (WHERE source = 'assistant') AS by_assistant
            FROM appointment
            WHERE tenant_id = :tenant AND starts_at >= :from AND starts_at < :to
              AND status <> 'cancelled' AND (:all OR provider_id = CAST(:own AS uuid))
            GROUP BY 1
            """)
        .param("tenant", tenancy.current().value())
        .param("zone", zone.getId())
        .param("all", sight.all())
        .param("own", sight.own().orElse(null))
        .param("from", first.atStartOfDay(zone).toInstant().atOffset(UTC))
        .param("to", end.atStartOfDay(zone).toInstant().atOffset(UTC))
        .query(
            (row, n) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    row.getLong("appointments"),
                    row.getLong("by_assistant")))
        .list()
        .forEach(day -> known.put(day.date(), day));
    return first
        .datesUntil(end)
        .map(date -> known.getOrDefault(date, new Day(date, 0, 0)))
        .toList();
  }
}

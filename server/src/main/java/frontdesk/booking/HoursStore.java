package frontdesk.booking;

import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Weekly hours and special days, of providers and (under the tenant's own id) of the business. */
@Repository
class HoursStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  HoursStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** The schedule of each of these; closed where nothing is known. */
  Map<UUID, Schedule> schedules(Collection<UUID> whose) {
    var schedules = new HashMap<UUID, Schedule>();
    for (var who : whose) {
      schedules.put(who, new Schedule(new TreeMap<>(), new TreeMap<>()));
    }
    if (whose.isEmpty()) {
      return schedules;
    }
    // both in one trip: they are read for every booking
    sql("""
    SELECT who, weekday, NULL AS day, NULL AS reason, ARRAY[opens] AS opens,
           ARRAY[closes] AS closes
    FROM weekly_hours WHERE tenant_id = :tenant AND who IN (:whose)
    UNION ALL
    SELECT who, NULL, day, reason, opens, closes
    FROM special_day WHERE tenant_id = :tenant AND who IN (:whose)
    ORDER BY who, weekday, opens
    """)
        .param("whose", whose)
        .query(
            row -> {
              var schedule = schedules.get(row.getObject("who", UUID.class));
              var day = row.getObject("day", LocalDate.class);
              if (day != null) {
                schedule.exceptions().put(day, specialDay(row));
              } else {
                schedule
                    .weekly()
                    .computeIfAbsent(
                        DayOfWeek.of(row.getInt("weekday")), weekday -> new ArrayList<>())
                    .addAll(stretches(row));
              }
            });
    return schedules;
  }

  /** Puts this in the place of all that was known. */
  void replace(UUID who, Schedule schedule) {
    sql("DELETE FROM weekly_hours WHERE tenant_id = :tenant AND who = :who")
        .param("who", who)
        .update();
    sql("DELETE FROM special_day WHERE tenant_id = :tenant AND who = :who")
        .param("who", who)
        .update();
    schedule
        .weekly()
        .forEach((day, stretches) -> stretches.forEach(stretch -> insert(who, day, stretch)));
    schedule.exceptions().forEach((day, special) -> insert(who, day, special));
  }

  private void insert(UUID who, DayOfWeek day, Stretch stretch) {
    sql("""
    INSERT INTO weekly_hours (tenant_id, who, weekday, opens, closes)
    VALUES (:tenant, :who, :weekday, :opens, :closes)
    """)
        .param("who", who)
        .param("weekday", day.getValue())
        .param("opens", stretch.opens())
        .param("closes", stretch.closes())
        .update();
  }

  private void insert(UUID who, LocalDate day, SpecialDay special) {
    sql("""
    INSERT INTO special_day (tenant_id, who, day, reason, opens, closes)
    VALUES (:tenant, :who, :day, :reason, :opens, :closes)
    """)
        .param("who", who)
        .param("day", day)
        .param("reason", special.reason().orElse(null))
        .param(
            "opens", special.stretches().stream().map(s -> (short) s.opens()).toArray(Short[]::new))
        .param(
            "closes",
            special.stretches().stream().map(s -> (short) s.closes()).toArray(Short[]::new))
        .update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private static SpecialDay specialDay(ResultSet row) throws SQLException {
    return new SpecialDay(stretches(row), Optional.ofNullable(row.getString("reason")));
  }

  private static List<Stretch> stretches(ResultSet row) throws SQLException {
    var opens = (Short[]) row.getArray("opens").getArray();
    var closes = (Short[]) row.getArray("closes").getArray();
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < opens.length; i++) {
      stretches.add(Stretch.ofMinutes(opens[i], closes[i]));
    }
    return stretches;
  }
}

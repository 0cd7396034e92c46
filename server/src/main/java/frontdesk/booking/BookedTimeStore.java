package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Whose time is taken or held. */
@Repository
class BookedTimeStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  BookedTimeStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * What is busy within the span; holds that are over are not. Time off counts whole, though what
   * was kept in it may have been called off since.
   */
  Map<UUID, List<Span>> busy(Set<UUID> whose, Span span, Instant now, Plans.Ignored ignored) {
    var busy = new HashMap<UUID, List<Span>>();
    if (whose.isEmpty()) {
      return busy;
    }
    var holds = ignored.holds().stream().map(UUID::toString).toArray(String[]::new);
    sql("""
    SELECT who, lower(during) AS starts, upper(during) AS ends FROM booked_time
    WHERE tenant_id = :tenant AND who IN (:whose) AND during && tstzrange(:from, :to)
      AND (held_until IS NULL OR held_until > :now)
      AND (hold_id IS NULL OR NOT hold_id = ANY (CAST(:holds AS uuid[])))
      AND appointment_id IS DISTINCT FROM CAST(:appointment AS uuid)
    UNION ALL
    SELECT provider_id, starts_at, ends_at FROM time_off
    WHERE tenant_id = :tenant AND provider_id IN (:whose) AND starts_at < :to AND ends_at > :from
    ORDER BY who, starts
    """)
        .param("whose", whose)
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .param("now", now.atOffset(UTC))
        .param("holds", holds)
        .param("appointment", ignored.appointment().orElse(null))
        .query(
            row -> {
              busy.computeIfAbsent(row.getObject("who", UUID.class), who -> new ArrayList<>())
                  .add(span(row));
            });
    return busy;
  }

  /** Who never had a booking comes first, then by when they were last booked. */
  List<UUID> leastRecentlyBookedFirst(Set<UUID> providers) {
    if (providers.size() < 2) {
      return List.copyOf(providers);
    }
    var last = new HashMap<UUID, OffsetDateTime>();
    sql("""
    SELECT id, (SELECT max(a.created_at) FROM appointment a
                WHERE a.tenant_id = :tenant AND a.provider_id = p.id) AS last
    FROM provider p WHERE p.tenant_id = :tenant AND p.id IN (:providers)
    """)
        .param("providers", providers)
        .query(
            row -> {
              last.put(
                  row.getObject("id", UUID.class), row.getObject("last", OffsetDateTime.class));
            });
    return providers.stream()
        .sorted(
            Comparator.comparing(
                    (UUID id) -> last.get(id), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /**
   * False when the time is taken: the exclusion constraint decides, so two callers cannot both win.
   */
  boolean take(UUID who, Span during, UUID appointment) {
    return sql("""
    INSERT INTO booked_time (tenant_id, id, who, during, state, appointment_id)
    VALUES (:tenant, :id, :who, tstzrange(:from, :to), 'taken', :appointment)
    ON CONFLICT DO NOTHING
    """)
            .param("id", Ids.next())
            .param("who", who)
            .param("from", during.start().atOffset(UTC))
            .param("to", during.end().atOffset(UTC))
            .param("appointment", appointment)
            .update()
        == 1;
  }

  /** False when the time is taken. */
  boolean hold(UUID who, Span during, Hold hold) {
    return sql("""
    INSERT INTO booked_time (tenant_id, id, who, during, state, held_until, hold_id)
    VALUES (:tenant, :id, :who, tstzrange(:from, :to), 'held', :until, :hold)
    ON CONFLICT DO NOTHING
    """)
            .param("id", Ids.next())
            .param("who", who)
            .param("from", during.start().atOffset(UTC))
            .param("to", during.end().atOffset(UTC))
            .param("until", hold.until().atOffset(UTC))
            .param("hold", hold.id())
            .update()
        == 1;
  }

  /** All but holds. */
  List<Span> taken(UUID who, Span span) {
    return sql("""
    SELECT lower(during) AS starts, upper(during) AS ends FROM booked_time
    WHERE tenant_id = :tenant AND who = :who AND during && tstzrange(:from, :to)
      AND state = 'taken'
    """)
        .param("who", who)
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .query((row, n) -> span(row))
        .list();
  }

  /** False when the time is taken. */
  boolean block(TimeOff timeOff, Span during) {
    return sql("""
    INSERT INTO booked_time (tenant_id, id, who, during, state, time_off_id)
    VALUES (:tenant, :id, :who, tstzrange(:from, :to), 'taken', :timeOff)
    ON CONFLICT DO NOTHING
    """)
            .param("id", Ids.next())
            .param("who", timeOff.provider())
            .param("from", during.start().atOffset(UTC))
            .param("to", during.end().atOffset(UTC))
            .param("timeOff", timeOff.id())
            .update()
        == 1;
  }

  void free(UUID appointment) {
    sql("DELETE FROM booked_time WHERE tenant_id = :tenant AND appointment_id = :appointment")
        .param("appointment", appointment)
        .update();
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(
        row.getObject("starts", OffsetDateTime.class).toInstant(),
        row.getObject("ends", OffsetDateTime.class).toInstant());
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }
}

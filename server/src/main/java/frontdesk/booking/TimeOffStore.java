package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class TimeOffStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  TimeOffStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  Optional<TimeOff> find(UUID id) {
    return sql("SELECT * FROM time_off WHERE tenant_id = :tenant AND id = :id")
        .param("id", id)
        .query(TimeOffStore::read)
        .optional();
  }

  /** Soonest first. */
  List<TimeOff> during(Span span, Optional<UUID> provider) {
    return sql("""
    SELECT * FROM time_off
    WHERE tenant_id = :tenant AND starts_at < :to AND ends_at > :from
      AND (CAST(:provider AS uuid) IS NULL OR provider_id = :provider)
    ORDER BY starts_at, id
    """)
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .param("provider", provider.orElse(null))
        .query(TimeOffStore::read)
        .list();
  }

  void insert(TimeOff timeOff, Instant now) {
    sql("""
    INSERT INTO time_off (tenant_id, id, provider_id, starts_at, ends_at, reason, created_at)
    VALUES (:tenant, :id, :provider, :start, :end, :reason, :now)
    """)
        .param("id", timeOff.id())
        .param("provider", timeOff.provider())
        .param("start", timeOff.span().start().atOffset(UTC))
        .param("end", timeOff.span().end().atOffset(UTC))
        .param("reason", timeOff.reason().orElse(null))
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** The time that it took goes with it. */
  void delete(UUID id) {
    sql("DELETE FROM time_off WHERE tenant_id = :tenant AND id = :id").param("id", id).update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private static TimeOff read(ResultSet row, int n) throws SQLException {
    return new TimeOff(
        row.getObject("id", UUID.class),
        row.getObject("provider_id", UUID.class),
        new Span(
            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
            row.getObject("ends_at", OffsetDateTime.class).toInstant()),
        Optional.ofNullable(row.getString("reason")));
  }
}

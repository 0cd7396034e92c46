package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class HoldStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  HoldStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  Optional<Hold> find(UUID id) {
    return sql("SELECT * FROM hold WHERE tenant_id = :tenant AND id = :id")
        .param("id", id)
        .query(HoldStore::read)
        .optional();
  }

  void pass(UUID from, UUID to) {
    sql("UPDATE hold SET holder = :to WHERE tenant_id = :tenant AND holder = :from")
        .param("to", to)
        .param("from", from)
        .update();
  }

  /** Those of a holder, over or not. */
  List<Hold> of(UUID holder) {
    return sql("SELECT * FROM hold WHERE tenant_id = :tenant AND holder = :holder ORDER BY id")
        .param("holder", holder)
        .query(HoldStore::read)
        .list();
  }

  /** Those still running whose time overlaps the span. */
  List<Hold> during(Span span, Instant now) {
    return sql("""
    SELECT * FROM hold
    WHERE tenant_id = :tenant AND until > :now AND starts_at < :to AND ends_at > :from
    ORDER BY starts_at, id
    """)
        .param("now", now.atOffset(UTC))
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .query(HoldStore::read)
        .list();
  }

  void insert(Hold hold) {
    sql("""
    INSERT INTO hold (tenant_id, id, holder, service_id, provider_id, moves_id, starts_at,
      ends_at, until, source)
    VALUES (:tenant, :id, :holder, :service, :provider, :moves, :start, :end, :until, :source)
    """)
        .param("id", hold.id())
        .param("holder", hold.holder())
        .param("service", hold.service())
        .param("provider", hold.slot().provider())
        .param("moves", hold.moves().orElse(null))
        .param("start", hold.slot().start().atOffset(UTC))
        .param("end", hold.slot().end().atOffset(UTC))
        .param("until", hold.until().atOffset(UTC))
        .param("source", hold.source().word())
        .update();
  }

  /** The time it held goes with it. */
  void delete(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      sql("DELETE FROM hold WHERE tenant_id = :tenant AND id IN (:ids)").param("ids", ids).update();
    }
  }

  /** Those that keep some of a provider's span, be it for a buffer, over or not. */
  List<Hold> deleteWithin(UUID provider, Span span) {
    return sql("""
    DELETE FROM hold
    WHERE tenant_id = :tenant AND id IN (
      SELECT hold_id FROM booked_time
      WHERE tenant_id = :tenant AND who = :provider AND during && tstzrange(:from, :to)
        AND state = 'held')
    RETURNING *
    """)
        .param("provider", provider)
        .param("from", span.start().atOffset(UTC))
        .param("to", span.end().atOffset(UTC))
        .query(HoldStore::read)
        .list();
  }

  /** Clears what nobody may claim any more of one provider's time. */
  List<Hold> deleteExpired(UUID provider, Instant now) {
    return sql("""
    DELETE FROM hold
    WHERE tenant_id = :tenant AND provider_id = :provider AND until <= :now
    RETURNING *
    """)
        .param("provider", provider)
        .param("now", now.atOffset(UTC))
        .query(HoldStore::read)
        .list();
  }

  /**
   * Those that have run out since this was last asked; who works on one just now is not waited for.
   */
  List<Hold> markOver(Instant now) {
    return sql("""
    UPDATE hold SET over = true
    WHERE tenant_id = :tenant AND id IN (
      SELECT id FROM hold WHERE tenant_id = :tenant AND until <= :now AND NOT over
      FOR UPDATE SKIP LOCKED)
    RETURNING *
    """)
        .param("now", now.atOffset(UTC))
        .query(HoldStore::read)
        .list();
  }

  void deleteOlderThan(Instant end) {
    sql("""
    DELETE FROM hold WHERE tenant_id = :tenant AND id IN (
      SELECT id FROM hold WHERE tenant_id = :tenant AND until <= :end FOR UPDATE SKIP LOCKED)
    """)
        .param("end", end.atOffset(UTC))
        .update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private static Hold read(ResultSet row, int n) throws SQLException {
    return new Hold(
        row.getObject("id", UUID.class),
        row.getObject("holder", UUID.class),
        row.getObject("service_id", UUID.class),
        new Slot(
            row.getObject("provider_id", UUID.class),
            row.getObject("starts_at", OffsetDateTime.class).toInstant(),
            row.getObject("ends_at", OffsetDateTime.class).toInstant()),
        Optional.ofNullable(row.getObject("moves_id", UUID.class)),
        row.getObject("until", OffsetDateTime.class).toInstant(),
        Source.of(row.getString("source")));
  }
}

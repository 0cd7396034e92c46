package frontdesk.booking;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class ProviderStore {

  private static final String COLUMNS =
      """
      SELECT p.*, ARRAY(SELECT ps.service_id FROM provider_service ps
                        WHERE ps.tenant_id = :tenant AND ps.provider_id = p.id
                        ORDER BY ps.service_id) AS services
      FROM provider p
      """;

  /** A provider's own row; the hours are in a store of their own. */
  record Row(
      UUID id,
      String name,
      int color,
      Optional<ZoneId> zone,
      List<UUID> services,
      boolean ownHours,
      boolean archived) {}

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ProviderStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  List<Row> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows(sql(COLUMNS + "WHERE p.tenant_id = :tenant AND p.id IN (:ids)").param("ids", ids));
  }

  /** Newest first, archived ones among them. */
  List<Row> all(Optional<UUID> before, int limit) {
    return rows(
        sql(COLUMNS
                + """
                WHERE p.tenant_id = :tenant AND (CAST(:before AS uuid) IS NULL OR p.id < :before)
                ORDER BY p.id DESC LIMIT :limit
                """)
            .param("before", before.orElse(null))
            .param("limit", limit));
  }

  int count() {
    return sql("SELECT count(*) FROM provider WHERE tenant_id = :tenant")
        .query(Integer.class)
        .single();
  }

  /** Whoever moves or clears booked time of these holds this lock first, so that none deadlock. */
  void lock(Collection<UUID> ids) {
    sql("""
    SELECT id FROM provider WHERE tenant_id = :tenant AND id IN (:ids)
    ORDER BY id FOR NO KEY UPDATE
    """)
        .param("ids", ids)
        .query(UUID.class)
        .list();
  }

  void insert(UUID id, Provider.Details details, Instant now) {
    details(
            sql(
                """
                INSERT INTO provider (tenant_id, id, name, color, zone, own_hours, archived, created_at)
                VALUES (:tenant, :id, :name, :color, :zone, :own, false, :now)
                """),
            details)
        .param("id", id)
        .param("now", now.atOffset(UTC))
        .update();
  }

  void update(UUID id, Provider.Details details, boolean archived) {
    details(
            sql(
                """
                UPDATE provider SET name = :name, color = :color, zone = :zone, own_hours = :own,
                  archived = :archived
                WHERE tenant_id = :tenant AND id = :id
                """),
            details)
        .param("id", id)
        .param("archived", archived)
        .update();
  }

  private StatementSpec sql(String text) {
    return jdbc.sql(text).param("tenant", tenancy.current().value());
  }

  private static StatementSpec details(StatementSpec statement, Provider.Details details) {
    return statement
        .param("name", details.name())
        .param("color", details.color())
        .param("zone", details.zone().map(ZoneId::getId).orElse(null))
        .param("own", details.hours().isPresent());
  }

  private static List<Row> rows(StatementSpec statement) {
    return statement
        .query(
            (row, n) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getInt("color"),
                    Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
                    Arrays.asList((UUID[]) row.getArray("services").getArray()),
                    row.getBoolean("own_hours"),
                    row.getBoolean("archived")))
        .list();
  }
}

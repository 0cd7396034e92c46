package frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * No tenant, no rows: tried on every table, with a row of two tenants in each, as the runtime role
 * and with statements that forget to name their tenant.
 */
class WithoutATenantTests {

  private static final UUID MINE = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final UUID THEIRS = UUID.fromString("00000000-0000-7000-8000-000000000002");

  private String database;
  private JdbcClient runtime;
  private List<String> tables;

  @BeforeEach
  void putARowOfTwoTenantsIntoEveryTable() throws Exception {
    var properties = TestDatabase.properties();
    var url = properties.get("FRONTDESK_DATABASE_URL");
    database = url.substring(url.lastIndexOf('/') + 1);
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("frontdesk_runtime");
    runtime = JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
    tables = new Catalogue(source).tenantTables();
    leaveTheDayPartitions();
    for (var table : tables) {
      fill(table);
    }
  }

  @Test
  void showsNothingAndChangesNothing() {
    for (var table : tables) {
      assertThat(count(table)).as(table).isZero();
      assertThat(runtime.sql("DELETE FROM " + table).update()).as(table).isZero();
      assertThat(runtime.sql("UPDATE " + table + " SET tenant_id = tenant_id").update())
          .as(table)
          .isZero();
      assertThatThrownBy(() -> insert(table, THEIRS))
          .as(table)
          .hasStackTraceContaining("row-level security");
    }
  }

  @Test
  void showsOneTenantItsOwnRowsAlone() {
    runtime.sql("SET frontdesk.tenant = '" + MINE + "'").update();

    for (var table : tables) {
      assertThat(runtime.sql("SELECT DISTINCT tenant_id FROM " + table).query(UUID.class).list())
          .as(table)
          .containsExactly(MINE);
      assertThatThrownBy(() -> insert(table, THEIRS))
          .as(table)
          .hasStackTraceContaining("row-level security");
    }
  }

  @Test
  void wouldShowAllWithoutTheProtection() {
    TestDatabase.asSuperuser(database, "ALTER TABLE member DISABLE ROW LEVEL SECURITY");

    assertThat(count("member")).isEqualTo(2);
  }

  private long count(String table) {
    return runtime.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  /** A row for any day then fits into each of them, and into the one that takes the rest. */
  private void leaveTheDayPartitions() {
    TestDatabase.asSuperuser(
        database,
        """
        DO $$ DECLARE p record; BEGIN
          FOR p IN SELECT i.inhparent::regclass AS whole, i.inhrelid::regclass AS part
              FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
              WHERE c.relkind = 'r' AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT' LOOP
            EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', p.whole, p.part);
          END LOOP; END $$
        """);
  }

  /** The rows only have to be there; what they mean is left out with the checks on it. */
  private void fill(String table) {
    TestDatabase.asSuperuser(
        database,
        """
        DO $$ DECLARE k record; BEGIN
          FOR k IN SELECT conname FROM pg_constraint WHERE conrelid = 'public.%1$s'::regclass
              AND contype IN ('c', 'f') AND coninhcount = 0 LOOP
            EXECUTE format('ALTER TABLE public.%1$s DROP CONSTRAINT IF EXISTS %%I CASCADE', k.conname);
          END LOOP; END $$
        """
            .formatted(table),
        statement(table, MINE),
        statement(table, THEIRS));
  }

  private void insert(String table, UUID tenant) {
    runtime.sql(statement(table, tenant)).update();
  }

  private String statement(String table, UUID tenant) {
    var columns =
        runtime
            .sql(
                """
                SELECT a.attname || '|' || format_type(a.atttypid, NULL) FROM pg_attribute a
                WHERE a.attrelid = ('public.' || :table)::regclass AND a.attnum > 0
                  AND NOT a.attisdropped AND a.attnotnull AND a.attgenerated = ''
                """)
            .param("table", table)
            .query(String.class)
            .list()
            .stream()
            .map(column -> column.split("\\|"))
            .toList();
    return "INSERT INTO public.%s (%s) VALUES (%s)"
        .formatted(
            table,
            columns.stream().map(column -> column[0]).collect(Collectors.joining(", ")),
            columns.stream()
                .map(
                    column -> column[0].equals("tenant_id") ? "'" + tenant + "'" : value(column[1]))
                .collect(Collectors.joining(", ")));
  }

  private static String value(String type) {
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "text" -> "md5(random()::text)";
      case "boolean" -> "false";
      case "jsonb" -> "'{}'";
      case "bytea" -> "decode(md5(random()::text), 'hex')";
      case "timestamp with time zone", "date" -> "now()";
      case "tstzrange" -> "tstzrange(now(), now() + interval '1 hour')";
      default -> type.endsWith("[]") ? "'{}'" : "1";
    };
  }
}

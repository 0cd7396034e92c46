package frontdesk.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the schema as the database knows it and names what breaks the rules of tenants' data. */
final class Catalogue {

  /** The only functions that see more than one tenant; each new one is a decision. */
  static final Set<String> CROSSING =
      Set.of(
          "crossing.conversations_to_wake",
          "crossing.logs",
          "crossing.make_journal_days",
          "crossing.tenants_with_holds_over",
          "crossing.tenants_with_files",
          "crossing.tenants_with_scheduled",
          "crossing.tenants_with_sends",
          "crossing.tenants_with_turns");

  private static final String POLICY =
      "(tenant_id = (NULLIF(current_setting('frontdesk.tenant'::text, true), ''::text))::uuid)";

  private final JdbcClient jdbc;

  Catalogue(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  List<String> violations() {
    var found = new ArrayList<String>();
    found.addAll(say("%s has no forced row-level security", unprotected()));
    found.addAll(say("%s lacks the one policy of tenants' rows", withoutPolicy()));
    found.addAll(say("%s has a policy that lets others in", strayPolicies()));
    found.addAll(say("%s does not start with tenant_id", keysWithoutTenant()));
    found.addAll(say("%s crosses tenants", foreignKeysWithoutTenant()));
    found.addAll(say("%s is a trigger on a tenant's table", triggers()));
    found.addAll(say("%s crosses tenants and is not listed", unlistedFunctions()));
    found.addAll(say("%s is owned by the runtime role", ownedByRuntime()));
    found.addAll(say("%s", rightsOfRuntime()));
    return found;
  }

  /** Every table that holds tenants' rows, partitions included. */
  List<String> tenantTables() {
    return names(
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relname <> 'flyway_schema_history'
        ORDER BY 1
        """);
  }

  private List<String> unprotected() {
    return names(
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND c.relname <> 'flyway_schema_history'
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
        """);
  }

  private List<String> withoutPolicy() {
    return jdbc.sql(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND c.relname <> 'flyway_schema_history'
              AND NOT EXISTS (
                SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
                  AND p.polpermissive AND p.polroles = '{0}'
                  AND pg_get_expr(p.polqual, p.polrelid) = :policy
                  AND pg_get_expr(p.polwithcheck, p.polrelid) = :policy)
            """)
        .param("policy", POLICY)
        .query(String.class)
        .list();
  }

  private List<String> strayPolicies() {
    return jdbc.sql(
            """
            SELECT c.relname || '.' || p.polname FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            WHERE p.polroles <> ARRAY[(SELECT oid FROM pg_roles WHERE rolname = 'frontdesk_crossing')]
              AND NOT (pg_get_expr(p.polqual, p.polrelid) = :policy
                AND pg_get_expr(p.polwithcheck, p.polrelid) = :policy)
            """)
        .param("policy", POLICY)
        .query(String.class)
        .list();
  }

  /** Primary keys, unique and exclusion constraints, and every other index. */
  private List<String> keysWithoutTenant() {
    return names(
        """
        SELECT i.indexrelid::regclass::text FROM pg_index i
        JOIN pg_class c ON c.oid = i.indrelid
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'flyway_schema_history'
          AND a.attname IS DISTINCT FROM 'tenant_id'
        """);
  }

  private List<String> foreignKeysWithoutTenant() {
    return names(
        """
        SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        LEFT JOIN pg_attribute r ON r.attrelid = k.confrelid AND r.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace
          AND (a.attname IS DISTINCT FROM 'tenant_id' OR r.attname IS DISTINCT FROM 'tenant_id')
        """);
  }

  private List<String> triggers() {
    return names(
        """
        SELECT t.tgrelid::regclass || '.' || t.tgname FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
        """);
  }

  private List<String> unlistedFunctions() {
    var found =
        new TreeSet<>(
            names(
                """
                SELECT p.pronamespace::regnamespace || '.' || p.proname FROM pg_proc p
                WHERE p.prosecdef AND p.pronamespace <> 'pg_catalog'::regnamespace
                """));
    found.removeAll(CROSSING);
    return List.copyOf(found);
  }

  private List<String> ownedByRuntime() {
    return names(
        """
        SELECT c.oid::regclass::text FROM pg_class c
        WHERE c.relowner = 'frontdesk_runtime'::regrole
        UNION ALL
        SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.proowner = 'frontdesk_runtime'::regrole
        UNION ALL
        SELECT n.nspname FROM pg_namespace n WHERE n.nspowner = 'frontdesk_runtime'::regrole
        """);
  }

  private List<String> rightsOfRuntime() {
    return names(
        """
        SELECT 'the runtime role can see past row-level security' FROM pg_roles r
        WHERE r.rolname = 'frontdesk_runtime'
          AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole
            OR pg_has_role(r.oid, 'frontdesk_owner', 'MEMBER')
            OR pg_has_role(r.oid, 'frontdesk_crossing', 'MEMBER'))
        """);
  }

  private List<String> names(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  private static List<String> say(String sentence, List<String> names) {
    return names.stream().map(sentence::formatted).toList();
  }
}

package frontdesk.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to this version, as its owner. */
public final class Migration {

  private static final Logger log = LoggerFactory.getLogger(Migration.class);
  private static final String CROSSING = "frontdesk_crossing";

  private Migration() {}

  /**
   * @param owner signs in as the role that owns the schema
   * @param runtime the role the server works as; it is only granted rights
   */
  public static void run(DataSource owner, String runtime) throws SQLException {
    String crossing;
    try (var connection = owner.getConnection()) {
      crossing = crossingRole(connection);
    }
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/migration")
        .placeholders(Map.of("runtime", runtime, "crossing", crossing))
        .load()
        .migrate();
  }

  /**
   * The role that owns the functions which cross tenants. Made when it is missing and the owner
   * may; else the owner stands in for it, which the runtime role cannot become either.
   */
  private static String crossingRole(Connection owner) throws SQLException {
    try (var statement = owner.createStatement()) {
      if (!one(statement, "SELECT count(*) FROM pg_roles WHERE rolname = '" + CROSSING + "'")
          && one(
              statement,
              """
              SELECT count(*) FROM pg_roles
              WHERE rolname = current_user AND (rolcreaterole OR rolsuper)
              """)) {
        statement.execute("CREATE ROLE " + CROSSING + " NOLOGIN");
        statement.execute("GRANT " + CROSSING + " TO CURRENT_USER");
      }
      if (one(
          statement,
          """
          SELECT count(*) FROM pg_roles
          WHERE rolname = 'frontdesk_crossing' AND pg_has_role(current_user, oid, 'MEMBER')
          """)) {
        return CROSSING;
      }
      log.warn(
          "The role {} is missing and {} may not create it: the schema's owner stands in for it",
          CROSSING,
          owner.getMetaData().getUserName());
      return owner.getMetaData().getUserName();
    }
  }

  private static boolean one(java.sql.Statement statement, String count) throws SQLException {
    try (var found = statement.executeQuery(count)) {
      return found.next() && found.getInt(1) > 0;
    }
  }
}

package frontdesk;

import frontdesk.database.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for the test JVM, a migrated template in it, and a copy of that for each context.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(properties()).applyTo(context);
  }

  /** The settings of a fresh copy of the migrated database. */
  public static synchronized Map<String, String> properties() {
    var name = "t" + COPIES.incrementAndGet();
    asSuperuser("postgres", "CREATE DATABASE " + name + " TEMPLATE tmpl OWNER frontdesk_owner");
    return Map.of(
        "FRONTDESK_DATABASE_URL", "jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name,
        "FRONTDESK_DATABASE_USER", "frontdesk_runtime",
        "FRONTDESK_DATABASE_OWNER_USER", "frontdesk_owner",
        "FRONTDESK_MASTER_KEY", "test-master-key-of-32-characters!");
  }

  /** For what only an operator does, as taking a constraint away to see a test fail. */
  public static void asSuperuser(String database, String... statements) {
    try (var connection = POSTGRES.getDatabase("postgres", database).getConnection();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For what looks at all tenants' rows from outside. */
  public static DataSource superuser(String database) {
    return POSTGRES.getDatabase("postgres", database);
  }

  private static EmbeddedPostgres start() {
    try {
      var folder = Files.createTempDirectory("frontdesk-test");
      var postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setRegisterShutdownHook(false)
              .setServerConfig("max_connections", "200")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE ROLE frontdesk_owner LOGIN");
        statement.execute("CREATE ROLE frontdesk_runtime LOGIN");
        statement.execute("CREATE ROLE frontdesk_crossing NOLOGIN");
        statement.execute("GRANT frontdesk_crossing TO frontdesk_owner");
        statement.execute("CREATE DATABASE tmpl OWNER frontdesk_owner");
      }
      var owner = new PGSimpleDataSource();
      owner.setUrl("jdbc:postgresql://localhost:" + postgres.getPort() + "/tmpl");
      owner.setUser("frontdesk_owner");
      Migration.run(owner, "frontdesk_runtime");
      return postgres;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("The tests' database does not start", e);
    }
  }

  /** Nothing in it is worth an orderly end, which would wait for every open connection. */
  private static void end(Path folder) {
    try {
      var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      // a folder of the temporary directory stays behind
    }
  }
}

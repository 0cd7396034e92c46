package frontdesk.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along, in the data directory. Durable: what is committed is on the
 * disk. One that a killed process left behind is ended before the start.
 */
final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private final EmbeddedPostgres postgres;
  private volatile boolean closing;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static EmbeddedDatabase start(Path dataDirectory) {
    try {
      var folder = Files.createDirectories(dataDirectory.resolve("postgres"));
      endLeftover(folder);
      var postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(dataDirectory.resolve("postgres-bin").toFile())
              .setRegisterShutdownHook(false)
              // the library starts it with -F, no fsync; what comes later holds
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "60")
              .setServerConfig("shared_buffers", "96MB")
              .setServerConfig("idle_in_transaction_session_timeout", "10s")
              .start();
      var database = new EmbeddedDatabase(postgres);
      running(folder).ifPresent(database::endWith);
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The embedded database in %s does not start".formatted(dataDirectory), e);
    }
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
  }

  /** Makes the roles and the database at the first start. */
  void prepare() throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      for (var role :
          new String[] {
            "frontdesk_owner LOGIN", "frontdesk_runtime LOGIN", "frontdesk_crossing NOLOGIN"
          }) {
        var name = role.substring(0, role.indexOf(' '));
        try (var found =
            statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
          if (!found.next()) {
            statement.execute("CREATE ROLE " + role);
          }
        }
      }
      statement.execute("GRANT frontdesk_crossing TO frontdesk_owner");
      try (var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'frontdesk'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE frontdesk OWNER frontdesk_owner");
    }
  }

  private static Optional<ProcessHandle> running(Path folder) throws IOException {
    var pidFile = folder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid)
        .filter(p -> p.info().command().map(c -> c.endsWith("/postgres")).orElse(false));
  }

  private static void endLeftover(Path folder) throws IOException {
    var leftover = running(folder);
    if (leftover.isPresent()) {
      var pid = leftover.get().pid();
      log.info("Ending the database that an earlier process left behind (pid {})", pid);
      leftover.get().destroy();
      try {
        leftover.get().onExit().get(20, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new IOException("The earlier database (pid " + pid + ") does not end", e);
      }
    }
  }

  /**
   * Nothing works without its database: when that is killed, the server ends and can be restarted.
   */
  private void endWith(ProcessHandle database) {
    database
        .onExit()
        .thenRun(
            () -> {
              if (!closing) {
                log.error("The database (pid {}) has ended; the server ends too", database.pid());
                System.exit(1);
              }
            });
  }

  @Override
  public void close() {
    closing = true;
    try {
      postgres.close();
    } catch (IOException e) {
      log.warn("The database did not stop in order; it recovers at the next start", e);
    }
  }
}

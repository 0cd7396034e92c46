package frontdesk.database;

import com.zaxxer.hikari.HikariDataSource;
import frontdesk.settings.BadSetting;
import frontdesk.settings.Setting;
import frontdesk.settings.Settings;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts or finds the database, migrates it as its owner, and gives the runtime role's pool to
 * everyone. The start is refused when the runtime role could see past row-level security.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final int POOL = 12;

  /** Who owns the schema and who works on it. */
  private record Address(
      String url, String owner, String ownerPassword, String runtime, String runtimePassword) {}

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Settings settings) throws SQLException {
    var address = address(settings);
    migrate(address);
    var pool = new HikariDataSource();
    pool.setPoolName("runtime");
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.runtime());
    pool.setPassword(address.runtimePassword());
    pool.setMaximumPoolSize(POOL);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(10_000);
    // Compiling a statement takes longer than any of ours runs, and a large business's counts look
    // dear enough for it.
    pool.setConnectionInitSql("SET jit = off");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "frontdesk");
    try (var connection = pool.getConnection()) {
      RuntimeRole.requireHarmless(connection, address.owner());
    }
    return pool;
  }

  private static Address address(Settings settings) throws SQLException {
    if (settings.embeddedDatabase()) {
      var embedded = EmbeddedDatabase.start(settings.dataDirectory());
      SpringApplication.getShutdownHandlers().add(embedded::close);
      embedded.prepare();
      return new Address(embedded.url("frontdesk"), "frontdesk_owner", "", "frontdesk_runtime", "");
    }
    return new Address(
        settings.get(Setting.DATABASE_URL),
        settings.get(Setting.DATABASE_OWNER_USER),
        settings.get(Setting.DATABASE_OWNER_PASSWORD),
        settings.get(Setting.DATABASE_USER),
        settings.get(Setting.DATABASE_PASSWORD));
  }

  private static void migrate(Address address) throws SQLException {
    var owner = as(address, address.owner(), address.ownerPassword());
    reach(owner, "FRONTDESK_DATABASE_OWNER_USER");
    var runtime = as(address, address.runtime(), address.runtimePassword());
    reach(runtime, "FRONTDESK_DATABASE_USER");
    try (var connection = runtime.getConnection()) {
      RuntimeRole.requireHarmless(connection, address.owner());
    }
    Migration.run(owner, address.runtime());
  }

  private static PGSimpleDataSource as(Address address, String role, String password) {
    var source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(role);
    source.setPassword(password);
    return source;
  }

  private static void reach(DataSource database, String role) {
    try (var connection = database.getConnection()) {
      connection.isValid(5);
    } catch (SQLException e) {
      throw new BadSetting(
          "The database of FRONTDESK_DATABASE_URL does not let the role of %s in: %s"
              .formatted(role, reason(e)));
    }
  }

  private static String reason(Throwable e) {
    return e.getCause() == null ? e.getMessage() : reason(e.getCause());
  }
}

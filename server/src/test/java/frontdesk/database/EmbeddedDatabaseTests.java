package frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

  @TempDir private Path data;

  @Test
  void isDurable() {
    try (var database = EmbeddedDatabase.start(data)) {
      var postgres =
          JdbcClient.create(
              new DriverManagerDataSource(database.url("postgres"), "postgres", "postgres"));

      assertThat(postgres.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
      assertThat(postgres.sql("SHOW synchronous_commit").query(String.class).single())
          .isEqualTo("on");
    }
  }
}

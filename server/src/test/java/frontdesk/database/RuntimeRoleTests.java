package frontdesk.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.TestDatabase;
import frontdesk.settings.BadSetting;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RuntimeRoleTests {

  private static final String URL = TestDatabase.properties().get("FRONTDESK_DATABASE_URL");

  @Test
  void ownsNothingAndSeesNothingByItself() {
    assertThatCode(() -> start("frontdesk_runtime")).doesNotThrowAnyException();
  }

  @Test
  void isRefusedWhenItCouldSeePastRowLevelSecurity() {
    var database = URL.replaceFirst(".*/", "");
    TestDatabase.asSuperuser(
        database,
        "CREATE ROLE bypasses LOGIN BYPASSRLS",
        "CREATE ROLE inherits LOGIN",
        "GRANT frontdesk_owner TO inherits");

    for (var role : new String[] {"postgres", "frontdesk_owner", "bypasses", "inherits"}) {
      assertThatThrownBy(() -> start(role))
          .as(role)
          .isInstanceOf(BadSetting.class)
          .hasMessageContaining("FRONTDESK_DATABASE_USER");
    }
  }

  private static void start(String role) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(URL);
    source.setUser(role);
    try (var connection = source.getConnection()) {
      RuntimeRole.requireHarmless(connection, "frontdesk_owner");
    }
  }
}

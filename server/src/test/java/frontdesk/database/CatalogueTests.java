package frontdesk.database;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The schema keeps its promises, and the test that says so fails when one is taken away. */
class CatalogueTests {

  private String database;
  private Catalogue catalogue;

  @BeforeEach
  void copyTheSchema() {
    var properties = TestDatabase.properties();
    var url = properties.get("FRONTDESK_DATABASE_URL");
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser("frontdesk_runtime");
    database = url.substring(url.lastIndexOf('/') + 1);
    catalogue = new Catalogue(source);
  }

  @Test
  void keepsEveryTableToItsTenant() {
    assertThat(catalogue.violations()).isEmpty();
    assertThat(catalogue.tenantTables()).contains("tenant", "member", "audit_entry");
  }

  @Test
  void noticesEveryProtectionThatIsTakenAway() {
    assertNoticed("ALTER TABLE member NO FORCE ROW LEVEL SECURITY", "member has no forced");
    assertNoticed("DROP POLICY own_rows ON audit_entry", "audit_entry lacks the one policy");
    assertNoticed(
        "CREATE POLICY open ON message USING (true)", "message.open has a policy that lets others");
    assertNoticed("CREATE TABLE unguarded (id int)", "unguarded has no forced");
    assertNoticed("CREATE UNIQUE INDEX member_name ON member (name)", "member_name does not start");
    assertNoticed(
        "ALTER TABLE member ADD CONSTRAINT stray FOREIGN KEY (account_id)"
            + " REFERENCES control.account",
        "member.stray crosses tenants");
    assertNoticed(
        "CREATE TRIGGER hidden BEFORE UPDATE ON member FOR EACH ROW"
            + " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
        "member.hidden is a trigger");
    assertNoticed(
        "CREATE FUNCTION crossing.leak() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "crossing.leak crosses tenants");
    assertNoticed(
        "ALTER TABLE tenant OWNER TO frontdesk_runtime", "tenant is owned by the runtime");
  }

  private void assertNoticed(String damage, String noticed) {
    TestDatabase.asSuperuser(database, damage);
    assertThat(catalogue.violations()).as(damage).anyMatch(line -> line.startsWith(noticed));
  }
}

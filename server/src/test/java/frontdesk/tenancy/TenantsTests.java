package frontdesk.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.DatabaseTest;
import frontdesk.TestTenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class TenantsTests {

  @Autowired TestTenants testTenants;
  @Autowired Tenants tenants;
  @Autowired Tenancy tenancy;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void readsBackTheTenantItMade() {
    var made = testTenants.fresh();

    assertThat(tenancy.as(made.id(), tenants::get)).isEqualTo(made);
    assertThat(tenants.findBySlug(made.slug())).contains(made.id());
  }

  @Test
  void showsNoRowsWithoutATenantAndNoneOfAnother() {
    var mine = testTenants.fresh();
    testTenants.fresh();

    assertThat(transaction.<Long>execute(tx -> countTenants())).isZero();
    assertThat(tenancy.as(mine.id(), () -> transaction.<Long>execute(tx -> countTenants())))
        .isOne();
    assertThat(transaction.<Long>execute(tx -> countTenants())).isZero();
  }

  @Test
  void refusesToChangeTenantInsideATransaction() {
    var mine = testTenants.fresh();
    var other = testTenants.fresh();

    assertThatThrownBy(
            () ->
                tenancy.as(
                    mine.id(),
                    () -> transaction.execute(tx -> tenancy.as(other.id(), tenants::get))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givesEachTenantASlugOfItsOwn() {
    assertThat(Tenants.slugOf("Città d'Aurora — Studio")).isEqualTo("citta-d-aurora-studio");
    assertThat(Tenants.slugOf("美容")).isEqualTo("business");
  }

  private long countTenants() {
    return jdbc.sql("SELECT count(*) FROM tenant").query(Long.class).single();
  }
}

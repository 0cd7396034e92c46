package frontdesk;

import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.springframework.boot.test.context.TestComponent;

/** Tenants for tests: a fresh one each, so that nothing needs cleaning. */
@TestComponent
public class TestTenants {

  private final Tenants tenants;
  private final Tenancy tenancy;

  TestTenants(Tenants tenants, Tenancy tenancy) {
    this.tenants = tenants;
    this.tenancy = tenancy;
  }

  /** A business in Rome, in euro, speaking English. */
  public Tenant fresh() {
    var id = new TenantId(Ids.next());
    return tenancy.as(
        id,
        () ->
            tenants.create(
                new Tenants.NewTenant(
                    "Test " + id.toString().substring(24),
                    ZoneId.of("Europe/Rome"),
                    "IT",
                    Currency.getInstance("EUR"),
                    Locale.ENGLISH)));
  }
}

package frontdesk.tenancy;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose data this thread works on. Bound by the request filter, the worker and the job; every
 * transaction begun inside carries it to the database, where row-level security reads it.
 */
@Component
public class Tenancy {

  private static final ScopedValue<TenantId> CURRENT = ScopedValue.newInstance();

  private final DataSource dataSource;

  Tenancy(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  public TenantId current() {
    return find().orElseThrow(() -> new IllegalStateException("No tenant is bound here"));
  }

  public Optional<TenantId> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Binds the tenant for the work; refused inside another tenant's transaction. */
  public <T> T as(TenantId tenant, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !find().equals(Optional.of(tenant))) {
      throw new IllegalStateException("A transaction belongs to the tenant it began with");
    }
    return ScopedValue.where(CURRENT, tenant).call(work::get);
  }

  public void as(TenantId tenant, Runnable work) {
    as(
        tenant,
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Goes on for another tenant within the running transaction, for work done in groups. What
   * follows in the transaction belongs to the tenant named last.
   */
  public <T> T within(TenantId tenant, Supplier<T> work) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("There is no transaction to go on in");
    }
    var connection = DataSourceUtils.getConnection(dataSource);
    try (var statement = connection.createStatement()) {
      statement.execute(setting(tenant));
    } catch (SQLException e) {
      throw new IllegalStateException("The transaction could not go on for another tenant", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
    return ScopedValue.where(CURRENT, tenant).call(work::get);
  }

  /** A literal made from a UUID: `set_config` would not reach the nodes of a Citus cluster. */
  static String setting(TenantId tenant) {
    return "SET LOCAL frontdesk.tenant = '" + tenant.value() + "'";
  }

  static Optional<TenantId> bound() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }
}

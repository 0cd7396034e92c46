package frontdesk.tenancy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins every transaction with its tenant. The driver sends BEGIN together with the first
 * statement, so naming the tenant costs one trip, not two. Without a tenant nothing is set, and
 * row-level security shows nothing.
 */
@Component("transactionManager")
class TenantTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Tenancy.bound().ifPresent(this::nameTenant);
  }

  private void nameTenant(TenantId tenant) {
    var holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new CannotCreateTransactionException("The transaction has no connection");
    }
    try (var statement = holder.getConnection().createStatement()) {
      statement.execute(Tenancy.setting(tenant));
    } catch (SQLException e) {
      throw new CannotCreateTransactionException("The tenant could not be set", e);
    }
  }
}

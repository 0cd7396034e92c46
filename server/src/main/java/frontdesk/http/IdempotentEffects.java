package frontdesk.http;

import frontdesk.http.IdempotencyStore.Key;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Writes into every transaction of a request with an Idempotency-Key that it has changed something:
 * key and effect are committed together, whatever the handler does.
 */
@Component
class IdempotentEffects implements TransactionExecutionListener {

  private final IdempotencyStore store;

  IdempotentEffects(IdempotencyStore store, ConfigurableTransactionManager transactions) {
    this.store = store;
    transactions.addListener(this);
  }

  @Override
  public void beforeCommit(TransactionExecution transaction) {
    if (!transaction.isReadOnly()) {
      key().ifPresent(store::changing);
    }
  }

  private static Optional<Key> key() {
    return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
        .map(
            request ->
                (Key) request.getAttribute(IdempotencyFilter.KEY, RequestAttributes.SCOPE_REQUEST));
  }
}

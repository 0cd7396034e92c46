package frontdesk.conversations;

import frontdesk.tenancy.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Deficit round robin between tenants, measured in time: each round of those with work adds the
 * same time to each, a turn is paid with the time it took, and a tenant whose turns are slow starts
 * fewer of them. Not thread-safe: one dispatcher owns it.
 */
final class FairShare {

  private static final double QUANTUM_MS = 50;
  private static final double FIRST_GUESS_MS = 20;
  private static final double MOST_SAVED_MS = 2_000;

  private final int mostInFlightEach;
  private final Map<TenantId, Account> accounts = new HashMap<>();

  FairShare(int mostInFlightEach) {
    this.mostInFlightEach = mostInFlightEach;
  }

  private static final class Account {
    private double deficit;
    private double usualCost = FIRST_GUESS_MS;
  }

  /** How many turns each may start now, together at most {@code free}. */
  Map<TenantId, Integer> grants(
      Collection<TenantId> withWork, Map<TenantId, Long> inFlight, int free) {
    accounts.keySet().retainAll(withWork);
    var grants = new LinkedHashMap<TenantId, Integer>();
    var left = free;
    var moved = true;
    while (left > 0 && moved) {
      moved = false;
      for (var tenant : withWork) {
        var account = accounts.computeIfAbsent(tenant, t -> new Account());
        var running = inFlight.getOrDefault(tenant, 0L) + grants.getOrDefault(tenant, 0);
        if (left == 0 || running >= mostInFlightEach) {
          continue;
        }
        moved = true;
        account.deficit = Math.min(MOST_SAVED_MS, account.deficit + QUANTUM_MS);
        if (account.deficit >= account.usualCost) {
          account.deficit -= account.usualCost;
          grants.merge(tenant, 1, Integer::sum);
          left--;
        }
      }
    }
    return grants;
  }

  /** What a turn of the tenant really took. */
  void took(TenantId tenant, double millis) {
    var account = accounts.get(tenant);
    if (account != null) {
      account.deficit -= millis - account.usualCost;
      account.usualCost = Math.min(MOST_SAVED_MS / 2, 0.8 * account.usualCost + 0.2 * millis);
      account.deficit = Math.max(-MOST_SAVED_MS, account.deficit);
    }
  }
}

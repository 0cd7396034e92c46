package frontdesk.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The businesses we serve: made, found by slug, read and changed. */
@Service
public class Tenants {

  /**
   * Whether the assistant answers at all, as a part of a statement that has the tenant's id as
   * {@code :tenant}: what is stored on this condition is stored together with it.
   */
  public static final String ASSISTANT_ON =
      "(SELECT assistant_on FROM tenant t WHERE t.tenant_id = :tenant)";

  /** Slugs that mean something else in URLs. */
  private static final Set<String> RESERVED = Set.of("me", "admin", "setup");

  private static final int SLUG_LENGTH = 48;

  private final TenantStore store;
  private final Tenancy tenancy;
  private final Clock clock;

  /** Seconds old at most when another node changed it. */
  private final LoadingCache<TenantId, Tenant> cache;

  Tenants(TenantStore store, Tenancy tenancy, Clock clock) {
    this.store = store;
    this.tenancy = tenancy;
    this.clock = clock;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build(store::get);
  }

  /** What is asked of a new business; country, currency and locale as in {@link Tenant}. */
  public record NewTenant(
      String name, ZoneId zone, String country, Currency currency, Locale locale) {}

  /**
   * Must be called with the new tenant's id bound, inside the transaction that makes all it needs.
   */
  @Transactional
  public Tenant create(NewTenant asked) {
    var id = tenancy.current();
    var tenant =
        new Tenant(
            id,
            claimSlug(id, slugOf(asked.name())),
            asked.name(),
            asked.zone(),
            asked.country(),
            asked.currency(),
            asked.locale(),
            "free",
            "active",
            Tenant.Profile.EMPTY,
            Tenant.USUAL_PAUSE);
    store.insert(tenant, clock.instant());
    return tenant;
  }

  /** The current tenant. */
  public Tenant get() {
    return cache.get(tenancy.current());
  }

  public Optional<TenantId> findBySlug(String slug) {
    return store.findBySlug(slug.toLowerCase(Locale.ROOT));
  }

  /** Changes everything but id, slug, plan and status. */
  @Transactional
  public Tenant update(Tenant changed) {
    store.update(changed);
    forgetAfterCommit(changed.id());
    return changed;
  }

  /** Whether the assistant may answer at all; as it is now, on every node. */
  public boolean assistantOn() {
    return store.assistantOn(tenancy.current());
  }

  /** False when it was so already. */
  @Transactional
  public boolean switchAssistant(boolean on) {
    return store.switchAssistant(tenancy.current(), on);
  }

  /**
   * Whoever calls this later for the same tenant waits until this transaction has ended: for rules
   * over many rows that no constraint can hold, and acts of people, who are few.
   */
  @Transactional
  public void takeTurns() {
    store.lock(tenancy.current());
  }

  private void forgetAfterCommit(TenantId id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            cache.invalidate(id);
          }
        });
  }

  private String claimSlug(TenantId id, String wanted) {
    var slug = wanted;
    for (int n = 2; RESERVED.contains(slug) || !store.claimSlug(slug, id); n++) {
      slug = wanted + "-" + (n < 20 ? Integer.toString(n) : id.toString().substring(24));
    }
    return slug;
  }

  static String slugOf(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    var cut = plain.substring(0, Math.min(SLUG_LENGTH, plain.length())).replaceAll("-+$", "");
    return cut.isEmpty() ? "business" : cut;
  }
}

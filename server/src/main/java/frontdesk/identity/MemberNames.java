package frontdesk.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who a member is, for lines that name one; seconds old at most. */
@Component
public class MemberNames {

  private final Tenancy tenancy;
  private final LoadingCache<TenantId, Map<UUID, String>> names;

  MemberNames(Members members, Tenancy tenancy) {
    this.tenancy = tenancy;
    this.names =
        Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build(tenant -> members.names());
  }

  /** What a customer knows them by; empty of one without a name. */
  public Optional<String> first(UUID member) {
    return first(of(member));
  }

  public static Optional<String> first(String name) {
    return Optional.of(name.strip().split("\\s+")[0]).filter(first -> !first.isEmpty());
  }

  public String of(UUID member) {
    var tenant = tenancy.current();
    if (!names.get(tenant).containsKey(member)) {
      // has joined since
      names.invalidate(tenant);
    }
    return names.get(tenant).getOrDefault(member, "");
  }
}

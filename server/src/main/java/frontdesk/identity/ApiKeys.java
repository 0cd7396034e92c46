package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Ids;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys for programs: each bound to one tenant, acting for a member, with scopes of its own. */
@Repository
public class ApiKeys {

  static final String PREFIX = "fd_";

  private final JdbcClient jdbc;
  private final Clock clock;

  ApiKeys(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  record Key(UUID id, TenantId tenant, UUID account, Set<Permission> scopes) {}

  /** The key, told this once. */
  public String create(Caller creator, String name, Set<Permission> scopes) {
    var key = PREFIX + Secrets.next();
    jdbc.sql(
            """
            INSERT INTO control.api_key
              (key_hash, key_id, tenant_id, account_id, name, scopes, created_at)
            VALUES (:hash, :id, :tenant, :account, :name, :scopes, :now)
            """)
        .param("hash", Secrets.hash(key))
        .param("id", Ids.next())
        .param("tenant", creator.tenant().value())
        .param("account", creator.account())
        .param("name", name)
        .param("scopes", scopes.stream().map(Permission::word).toArray(String[]::new))
        .param("now", clock.instant().atOffset(UTC))
        .update();
    return key;
  }

  Optional<Key> find(String key) {
    return jdbc.sql(
            """
            SELECT key_id, tenant_id, account_id, scopes FROM control.api_key
            WHERE key_hash = :hash AND revoked_at IS NULL
            """)
        .param("hash", Secrets.hash(key))
        .query(
            (row, n) ->
                new Key(
                    row.getObject("key_id", UUID.class),
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getObject("account_id", UUID.class),
                    scopes((String[]) row.getArray("scopes").getArray())))
        .optional();
  }

  private static Set<Permission> scopes(String[] words) {
    var given = Set.of(words);
    return Arrays.stream(Permission.values())
        .filter(permission -> given.contains(permission.word()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }
}

package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class MemberStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  MemberStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  record Row(
      UUID id,
      UUID account,
      String name,
      String role,
      boolean ownConversationsOnly,
      @Nullable UUID ownCalendar,
      @Nullable Instant lastSeenAt,
      @Nullable Instant deactivatedAt) {}

  /** The member's id: the one given, or the old one of somebody who comes back. */
  UUID insert(UUID id, UUID account, String name, Role role, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO member (tenant_id, id, account_id, name, role, created_at)
            VALUES (:tenant, :id, :account, :name, :role, :now)
            ON CONFLICT (tenant_id, account_id) DO UPDATE
              SET name = excluded.name, role = excluded.role, deactivated_at = NULL
            RETURNING id
            """)
        .param("tenant", tenancy.current().value())
        .param("id", id)
        .param("account", account)
        .param("name", name)
        .param("role", role.word())
        .param("now", now.atOffset(UTC))
        .query(UUID.class)
        .single();
  }

  /** Those who have left too. */
  @Transactional(readOnly = true)
  List<Row> all() {
    return jdbc.sql(
            """
            SELECT id, account_id AS account, name, role, own_conversations_only, own_calendar,
              last_seen_at, deactivated_at
            FROM member
            WHERE tenant_id = :tenant ORDER BY name, id
            """)
        .param("tenant", tenancy.current().value())
        .query(Row.class)
        .list();
  }

  /** Called with the tenant bound that it names. */
  @Transactional(readOnly = true)
  Optional<Row> findByAccount(TenantId tenant, UUID account) {
    return jdbc.sql(
            """
            SELECT id, account_id AS account, name, role, own_conversations_only, own_calendar,
              last_seen_at, deactivated_at
            FROM member
            WHERE tenant_id = :tenant AND account_id = :account AND deactivated_at IS NULL
            """)
        .param("tenant", tenant.value())
        .param("account", account)
        .query(Row.class)
        .optional();
  }

  void rename(UUID account, String name) {
    jdbc.sql("UPDATE member SET name = :name WHERE tenant_id = :tenant AND account_id = :account")
        .param("name", name)
        .param("tenant", tenancy.current().value())
        .param("account", account)
        .update();
  }

  @Transactional
  public void setRole(UUID member, Role role) {
    jdbc.sql("UPDATE member SET role = :role WHERE tenant_id = :tenant AND id = :id")
        .param("role", role.word())
        .param("tenant", tenancy.current().value())
        .param("id", member)
        .update();
  }

  @Transactional
  public void ownConversationsOnly(UUID member, boolean only) {
    jdbc.sql(
            """
            UPDATE member SET own_conversations_only = :only
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("only", only)
        .param("tenant", tenancy.current().value())
        .param("id", member)
        .update();
  }

  @Transactional
  public void ownCalendar(UUID member, Optional<UUID> provider) {
    jdbc.sql(
            """
            UPDATE member SET own_calendar = :provider
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("provider", provider.orElse(null))
        .param("tenant", tenancy.current().value())
        .param("id", member)
        .update();
  }

  @Transactional
  public void seen(UUID account, Instant now) {
    jdbc.sql(
            """
            UPDATE member SET last_seen_at = :now
            WHERE tenant_id = :tenant AND account_id = :account
            """)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenancy.current().value())
        .param("account", account)
        .update();
  }

  void deactivate(UUID member, Instant now) {
    jdbc.sql("UPDATE member SET deactivated_at = :now WHERE tenant_id = :tenant AND id = :id")
        .param("now", now.atOffset(UTC))
        .param("tenant", tenancy.current().value())
        .param("id", member)
        .update();
  }

  /** Those there are, and they stay what they are until this transaction ends. */
  List<UUID> lockOwners() {
    return jdbc.sql(
            """
            SELECT id FROM member
            WHERE tenant_id = :tenant AND role = 'owner' AND deactivated_at IS NULL
            ORDER BY id FOR UPDATE
            """)
        .param("tenant", tenancy.current().value())
        .query(UUID.class)
        .list();
  }

  @Transactional(readOnly = true)
  Map<UUID, String> names() {
    return all().stream().collect(Collectors.toMap(Row::id, Row::name));
  }
}

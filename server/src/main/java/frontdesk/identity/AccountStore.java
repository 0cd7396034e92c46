package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, their memberships, and who of them runs the platform; all unique over all tenants. */
@Repository
class AccountStore {

  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param emailVerified whether mails to it are known to reach the person
   */
  record Account(
      UUID id, String email, String passwordHash, String locale, boolean emailVerified) {}

  /** An account's place in a business. */
  record Membership(TenantId tenant, UUID member) {}

  /** False when the e-mail has an account. */
  boolean insert(Account account, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO control.account (account_id, email, password_hash, locale, created_at)
                VALUES (:id, :email, :hash, :locale, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("id", account.id())
            .param("email", account.email())
            .param("hash", account.passwordHash())
            .param("locale", account.locale())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  Optional<Account> findByEmail(String email) {
    return jdbc.sql(
            """
            SELECT account_id AS id, email, password_hash, locale,
              email_verified_at IS NOT NULL AS email_verified
            FROM control.account
            WHERE email = :email
            """)
        .param("email", email)
        .query(Account.class)
        .optional();
  }

  Account get(UUID id) {
    return jdbc.sql(
            """
            SELECT account_id AS id, email, password_hash, locale,
              email_verified_at IS NOT NULL AS email_verified
            FROM control.account
            WHERE account_id = :id
            """)
        .param("id", id)
        .query(Account.class)
        .single();
  }

  /** As JSON. */
  String preferences(UUID id) {
    return jdbc.sql("SELECT preferences FROM control.account WHERE account_id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  void setPreferences(UUID id, String preferences) {
    jdbc.sql(
            """
            UPDATE control.account SET preferences = CAST(:preferences AS jsonb)
            WHERE account_id = :id
            """)
        .param("preferences", preferences)
        .param("id", id)
        .update();
  }

  Map<UUID, String> emails(Collection<UUID> accounts) {
    record Row(UUID id, String email) {}
    return jdbc
        .sql("SELECT account_id AS id, email FROM control.account WHERE account_id = ANY(:ids)")
        .param("ids", accounts.toArray(UUID[]::new))
        .query(Row.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Row::id, Row::email));
  }

  void setPassword(UUID account, String hash) {
    jdbc.sql("UPDATE control.account SET password_hash = :hash WHERE account_id = :id")
        .param("hash", hash)
        .param("id", account)
        .update();
  }

  void verifyEmail(UUID account, Instant now) {
    jdbc.sql(
            """
            UPDATE control.account SET email_verified_at = :now
            WHERE account_id = :id AND email_verified_at IS NULL
            """)
        .param("now", now.atOffset(UTC))
        .param("id", account)
        .update();
  }

  void setLocale(UUID account, String locale) {
    jdbc.sql("UPDATE control.account SET locale = :locale WHERE account_id = :id")
        .param("locale", locale)
        .param("id", account)
        .update();
  }

  void insertMembership(UUID account, TenantId tenant, UUID member, Instant now) {
    jdbc.sql(
            """
            INSERT INTO control.membership (account_id, tenant_id, member_id, created_at)
            VALUES (:account, :tenant, :member, :now)
            """)
        .param("account", account)
        .param("tenant", tenant.value())
        .param("member", member)
        .param("now", now.atOffset(UTC))
        .update();
  }

  void deleteMembership(UUID account, UUID member) {
    jdbc.sql(
            """
            DELETE FROM control.membership WHERE account_id = :account AND member_id = :member
            """)
        .param("account", account)
        .param("member", member)
        .update();
  }

  /** Oldest first. */
  List<TenantId> businesses(UUID account) {
    return memberships(account).stream().map(Membership::tenant).toList();
  }

  /** Oldest first. */
  List<Membership> memberships(UUID account) {
    return jdbc.sql(
            """
            SELECT tenant_id, member_id FROM control.membership WHERE account_id = :account
            ORDER BY created_at, tenant_id
            """)
        .param("account", account)
        .query(
            (row, n) ->
                new Membership(
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getObject("member_id", UUID.class)))
        .list();
  }

  Instant administratorSince(UUID account) {
    return jdbc.sql(
            "SELECT created_at FROM control.platform_administrator WHERE account_id = :account")
        .param("account", account)
        .query((row, n) -> row.getTimestamp("created_at").toInstant())
        .single();
  }

  void insertPlatformAdministrator(UUID account, Instant now) {
    jdbc.sql(
            """
            INSERT INTO control.platform_administrator (account_id, created_at)
            VALUES (:account, :now) ON CONFLICT DO NOTHING
            """)
        .param("account", account)
        .param("now", now.atOffset(UTC))
        .update();
  }
}

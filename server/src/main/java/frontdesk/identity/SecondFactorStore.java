package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second factors, the codes for when one is lost, and the devices that need not show one. */
@Repository
class SecondFactorStore {

  private final JdbcClient jdbc;

  SecondFactorStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Factor(byte[] sealed, Optional<Instant> confirmedAt) {}

  Optional<Factor> find(UUID account) {
    return jdbc.sql("SELECT secret, confirmed_at FROM control.second_factor WHERE account_id = :a")
        .param("a", account)
        .query(
            (row, n) ->
                new Factor(
                    row.getBytes("secret"),
                    Optional.ofNullable(row.getTimestamp("confirmed_at"))
                        .map(at -> at.toInstant())))
        .optional();
  }

  /** Those of the accounts that have one. */
  Set<UUID> on(Collection<UUID> accounts) {
    return Set.copyOf(
        jdbc.sql(
                """
                SELECT account_id FROM control.second_factor
                WHERE account_id = ANY(:accounts) AND confirmed_at IS NOT NULL
                """)
            .param("accounts", accounts.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** In place of one that was begun and not confirmed. */
  void insert(UUID account, byte[] sealed, Instant now) {
    jdbc.sql(
            """
            INSERT INTO control.second_factor (account_id, secret, created_at, last_step)
            VALUES (:account, :secret, :now, 0)
            ON CONFLICT (account_id) DO UPDATE
              SET secret = excluded.secret, created_at = excluded.created_at
              WHERE second_factor.confirmed_at IS NULL
            """)
        .param("account", account)
        .param("secret", sealed)
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** False when a code of this step or a later one was taken before. */
  boolean take(UUID account, long step) {
    return jdbc.sql(
                """
                UPDATE control.second_factor SET last_step = :step
                WHERE account_id = :account AND last_step < :step
                """)
            .param("step", step)
            .param("account", account)
            .update()
        == 1;
  }

  void confirm(UUID account, Instant now) {
    jdbc.sql("UPDATE control.second_factor SET confirmed_at = :now WHERE account_id = :account")
        .param("now", now.atOffset(UTC))
        .param("account", account)
        .update();
  }

  void delete(UUID account) {
    jdbc.sql("DELETE FROM control.second_factor WHERE account_id = :account")
        .param("account", account)
        .update();
    jdbc.sql("DELETE FROM control.recovery_code WHERE account_id = :account")
        .param("account", account)
        .update();
    forgetDevices(account);
  }

  void replaceCodes(UUID account, Collection<byte[]> hashes) {
    jdbc.sql("DELETE FROM control.recovery_code WHERE account_id = :account")
        .param("account", account)
        .update();
    hashes.forEach(
        hash ->
            jdbc.sql(
                    """
                    INSERT INTO control.recovery_code (account_id, code_hash)
                    VALUES (:account, :hash)
                    """)
                .param("account", account)
                .param("hash", hash)
                .update());
  }

  boolean useCode(UUID account, byte[] hash, Instant now) {
    return jdbc.sql(
                """
                UPDATE control.recovery_code SET used_at = :now
                WHERE account_id = :account AND code_hash = :hash AND used_at IS NULL
                """)
            .param("now", now.atOffset(UTC))
            .param("account", account)
            .param("hash", hash)
            .update()
        == 1;
  }

  int codesLeft(UUID account) {
    return jdbc.sql(
            """
            SELECT count(*) FROM control.recovery_code
            WHERE account_id = :account AND used_at IS NULL
            """)
        .param("account", account)
        .query(Integer.class)
        .single();
  }

  void trust(UUID account, byte[] device, Instant now, Instant until) {
    jdbc.sql(
            """
            INSERT INTO control.trusted_device (device_hash, account_id, created_at, expires_at)
            VALUES (:hash, :account, :now, :until)
            """)
        .param("hash", device)
        .param("account", account)
        .param("now", now.atOffset(UTC))
        .param("until", until.atOffset(UTC))
        .update();
  }

  boolean isTrusted(UUID account, byte[] device, Instant now) {
    return jdbc.sql(
                """
                SELECT count(*) FROM control.trusted_device
                WHERE device_hash = :hash AND account_id = :account AND expires_at > :now
                """)
            .param("hash", device)
            .param("account", account)
            .param("now", now.atOffset(UTC))
            .query(Integer.class)
            .single()
        == 1;
  }

  void forgetDevices(UUID account) {
    jdbc.sql("DELETE FROM control.trusted_device WHERE account_id = :account")
        .param("account", account)
        .update();
  }
}

package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links of mails, by the hash of their secret. */
@Repository
class LinkStore {

  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(byte[] hash, Links.Purpose purpose, UUID account, Instant now, Instant expires) {
    jdbc.sql(
            """
            INSERT INTO control.link (link_hash, purpose, account_id, created_at, expires_at)
            VALUES (:hash, :purpose, :account, :now, :expires)
            """)
        .param("hash", hash)
        .param("purpose", purpose.word())
        .param("account", account)
        .param("now", now.atOffset(UTC))
        .param("expires", expires.atOffset(UTC))
        .update();
  }

  /** Whose it is, while it may be used. */
  Optional<UUID> find(byte[] hash, Links.Purpose purpose, Instant now) {
    return jdbc.sql(
            """
            SELECT account_id FROM control.link
            WHERE link_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            """)
        .param("hash", hash)
        .param("purpose", purpose.word())
        .param("now", now.atOffset(UTC))
        .query(UUID.class)
        .optional();
  }

  /** Of two at the same time one gets it. */
  Optional<UUID> use(byte[] hash, Links.Purpose purpose, Instant now) {
    return jdbc.sql(
            """
            UPDATE control.link SET used_at = :now
            WHERE link_hash = :hash AND purpose = :purpose AND used_at IS NULL AND expires_at > :now
            RETURNING account_id
            """)
        .param("now", now.atOffset(UTC))
        .param("hash", hash)
        .param("purpose", purpose.word())
        .query(UUID.class)
        .optional();
  }

  /** The others that were sent for the same end. */
  void useUp(UUID account, Links.Purpose purpose, Instant now) {
    jdbc.sql(
            """
            UPDATE control.link SET used_at = :now
            WHERE account_id = :account AND purpose = :purpose AND used_at IS NULL
            """)
        .param("now", now.atOffset(UTC))
        .param("account", account)
        .param("purpose", purpose.word())
        .update();
  }
}

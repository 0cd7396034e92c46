package frontdesk.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sign-ins and the refresh tokens that keep them going. */
@Repository
class SessionStore {

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param platformAdministrator whether its account runs the platform
   */
  record Session(
      UUID id,
      UUID account,
      Instant createdAt,
      Instant lastSeenAt,
      String userAgent,
      String address,
      boolean platformAdministrator) {}

  record UsedToken(UUID session, Instant usedAt) {}

  void insert(Session session) {
    jdbc.sql(
            """
            INSERT INTO control.session
              (session_id, account_id, created_at, last_seen_at, user_agent, address)
            VALUES (:id, :account, :at, :at, :agent, :address)
            """)
        .param("id", session.id())
        .param("account", session.account())
        .param("at", session.createdAt().atOffset(UTC))
        .param("agent", session.userAgent())
        .param("address", session.address())
        .update();
  }

  /** Empty when it has ended. */
  Optional<Session> find(UUID session) {
    return jdbc.sql(
            """
            SELECT session_id AS id, s.account_id AS account, s.created_at, last_seen_at, user_agent,
              address, p.account_id IS NOT NULL AS platform_administrator
            FROM control.session s
            LEFT JOIN control.platform_administrator p ON p.account_id = s.account_id
            WHERE session_id = :id AND ended_at IS NULL
            """)
        .param("id", session)
        .query(Session.class)
        .optional();
  }

  /** Seen last first. */
  List<Session> ofAccount(UUID account, Instant now) {
    return jdbc.sql(
            """
            SELECT session_id AS id, account_id AS account, created_at, last_seen_at, user_agent,
              address, false AS platform_administrator
            FROM control.session s
            WHERE account_id = :account AND ended_at IS NULL
              AND EXISTS (SELECT 1 FROM control.refresh_token t
                          WHERE t.session_id = s.session_id AND used_at IS NULL
                            AND expires_at > :now)
            ORDER BY last_seen_at DESC, session_id
            """)
        .param("account", account)
        .param("now", now.atOffset(UTC))
        .query(Session.class)
        .list();
  }

  void seen(UUID session, Instant now) {
    jdbc.sql("UPDATE control.session SET last_seen_at = :now WHERE session_id = :id")
        .param("now", now.atOffset(UTC))
        .param("id", session)
        .update();
  }

  boolean end(UUID account, UUID session, String because, Instant now) {
    return jdbc.sql(
                """
                UPDATE control.session SET ended_at = :now, ended_because = :because
                WHERE account_id = :account AND session_id = :id AND ended_at IS NULL
                """)
            .param("now", now.atOffset(UTC))
            .param("because", because)
            .param("account", account)
            .param("id", session)
            .update()
        == 1;
  }

  /** Those that were ended. */
  List<UUID> endOthers(UUID account, UUID but, String because, Instant now) {
    return jdbc.sql(
            """
            UPDATE control.session SET ended_at = :now, ended_because = :because
            WHERE account_id = :account AND session_id <> :but AND ended_at IS NULL
            RETURNING session_id
            """)
        .param("now", now.atOffset(UTC))
        .param("because", because)
        .param("account", account)
        .param("but", but)
        .query(UUID.class)
        .list();
  }

  void endAll(UUID account, String because, Instant now) {
    jdbc.sql(
            """
            UPDATE control.session SET ended_at = :now, ended_because = :because
            WHERE account_id = :account AND ended_at IS NULL
            """)
        .param("now", now.atOffset(UTC))
        .param("because", because)
        .param("account", account)
        .update();
  }

  void insertToken(byte[] hash, UUID session, Instant now, Instant expires) {
    jdbc.sql(
            """
            INSERT INTO control.refresh_token (token_hash, session_id, created_at, expires_at)
            VALUES (:hash, :session, :now, :expires)
            """)
        .param("hash", hash)
        .param("session", session)
        .param("now", now.atOffset(UTC))
        .param("expires", expires.atOffset(UTC))
        .update();
  }

  /** The session, when this is the token's first use and it is not too late. */
  Optional<UUID> useToken(byte[] hash, Instant now) {
    return jdbc.sql(
            """
            UPDATE control.refresh_token SET used_at = :now
            WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now
            RETURNING session_id
            """)
        .param("now", now.atOffset(UTC))
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }

  Optional<UsedToken> findUsedToken(byte[] hash) {
    return jdbc.sql(
            """
            SELECT session_id AS session, used_at FROM control.refresh_token
            WHERE token_hash = :hash AND used_at IS NOT NULL
            """)
        .param("hash", hash)
        .query(UsedToken.class)
        .optional();
  }

  Optional<UUID> sessionOfToken(byte[] hash) {
    return jdbc.sql("SELECT session_id FROM control.refresh_token WHERE token_hash = :hash")
        .param("hash", hash)
        .query(UUID.class)
        .optional();
  }
}

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Cursors;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members were told. */
@Repository
class NotificationStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  NotificationStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** What is told again before it was seen is one more time of the same. */
  void put(Notification notification, UUID member) {
    jdbc.sql(
            """
            INSERT INTO notification
              (tenant_id, id, member_id, type, about_id, conversation_id, name, reason, at)
            VALUES (:tenant, :id, :member, :type, :about, :conversation, :name, :reason, :at)
            ON CONFLICT (tenant_id, member_id, type, about_id) WHERE read_at IS NULL
            DO UPDATE SET times = notification.times + 1, name = excluded.name,
              reason = excluded.reason, at = excluded.at
            """)
        .param("tenant", tenant())
        .param("id", notification.id())
        .param("member", member)
        .param("type", notification.type())
        .param("about", notification.about())
        .param("conversation", notification.conversation().orElse(null))
        .param("name", notification.name())
        .param("reason", notification.reason())
        .param("at", notification.at().atOffset(UTC))
        .update();
  }

  /** Newest first; those of these types, of all when none is given. */
  List<Notification> list(
      UUID member, Collection<String> types, Optional<Cursors.Place> after, int limit) {
    return jdbc.sql(
            """
            SELECT id, type, about_id, conversation_id, name, reason, times, at,
              read_at IS NOT NULL AS read
            FROM notification
            WHERE tenant_id = :tenant AND member_id = :member
              AND (:all OR type = ANY(:types::text[]))
              AND (CAST(:after AS timestamptz) IS NULL
                OR (at, id) < (CAST(:after AS timestamptz), CAST(:afterId AS uuid)))
            ORDER BY at DESC, id DESC LIMIT :limit
            """)
        .param("tenant", tenant())
        .param("member", member)
        .param("all", types.isEmpty())
        .param("types", types.toArray(String[]::new))
        .param("after", after.map(place -> place.at().atOffset(UTC)).orElse(null))
        .param("afterId", after.map(Cursors.Place::id).orElse(null))
        .param("limit", limit)
        .query(NotificationStore::read)
        .list();
  }

  long unread(UUID member) {
    return jdbc.sql(
            """
            SELECT count(*) FROM notification
            WHERE tenant_id = :tenant AND member_id = :member AND read_at IS NULL
            """)
        .param("tenant", tenant())
        .param("member", member)
        .query(Long.class)
        .single();
  }

  /** These, or all of them. */
  void seen(UUID member, Optional<Collection<UUID>> ids, Instant now) {
    jdbc.sql(
            """
            UPDATE notification SET read_at = :now
            WHERE tenant_id = :tenant AND member_id = :member AND read_at IS NULL
              AND (:all OR id = ANY(:ids::uuid[]))
            """)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("member", member)
        .param("all", ids.isEmpty())
        .param("ids", ids.orElse(List.of()).toArray(UUID[]::new))
        .update();
  }

  void seen(UUID member, UUID about, Instant now) {
    jdbc.sql(
            """
            UPDATE notification SET read_at = :now
            WHERE tenant_id = :tenant AND member_id = :member AND about_id = :about
              AND read_at IS NULL
            """)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("member", member)
        .param("about", about)
        .update();
  }

  private static Notification read(ResultSet row, int number) throws SQLException {
    return new Notification(
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getObject("about_id", UUID.class),
        Optional.ofNullable(row.getObject("conversation_id", UUID.class)),
        row.getString("name"),
        row.getString("reason"),
        row.getInt("times"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBoolean("read"));
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

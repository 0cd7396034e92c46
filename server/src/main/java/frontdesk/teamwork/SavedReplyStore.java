package frontdesk.teamwork;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replies that a business has saved. */
@Repository
class SavedReplyStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  SavedReplyStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  List<SavedReply> all() {
    return jdbc.sql(
            "SELECT id, title, text FROM saved_reply WHERE tenant_id = :tenant ORDER BY"
                + " lower(title)")
        .param("tenant", tenancy.current().value())
        .query(SavedReply.class)
        .list();
  }

  boolean exists(UUID id) {
    return jdbc.sql("SELECT count(*) FROM saved_reply WHERE tenant_id = :tenant AND id = :id")
            .param("tenant", tenancy.current().value())
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  /** False when another is called so. */
  boolean insert(SavedReply reply, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO saved_reply (tenant_id, id, title, text, created_at)
                VALUES (:tenant, :id, :title, :text, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("tenant", tenancy.current().value())
            .param("id", reply.id())
            .param("title", reply.title())
            .param("text", reply.text())
            .param("now", now.atOffset(UTC))
            .update()
        == 1;
  }

  /** False when another is called so. */
  boolean change(SavedReply reply) {
    return jdbc.sql(
                """
                UPDATE saved_reply SET title = :title, text = :text
                WHERE tenant_id = :tenant AND id = :id AND NOT EXISTS (
                  SELECT 1 FROM saved_reply o WHERE o.tenant_id = :tenant AND o.id <> :id
                    AND lower(o.title) = lower(:title))
                """)
            .param("tenant", tenancy.current().value())
            .param("id", reply.id())
            .param("title", reply.title())
            .param("text", reply.text())
            .update()
        == 1;
  }

  void delete(UUID id) {
    jdbc.sql("DELETE FROM saved_reply WHERE tenant_id = :tenant AND id = :id")
        .param("tenant", tenancy.current().value())
        .param("id", id)
        .update();
  }
}

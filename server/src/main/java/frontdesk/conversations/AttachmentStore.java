package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of messages: waiting to be fetched or sent, kept, or given up. */
@Repository
class AttachmentStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  AttachmentStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * A file that is to be fetched now.
   *
   * @param attempts this one included
   */
  record Due(
      UUID id,
      UUID conversation,
      UUID message,
      String reference,
      String contentType,
      int attempts) {}

  /** Within the transaction that stores its message. */
  void expect(Message message, Instant now) {
    for (var file : message.details().attachments()) {
      if (!file.state().equals(Message.Attachment.WAITING)) {
        continue;
      }
      jdbc.sql(
              """
              INSERT INTO attachment (tenant_id, id, conversation_id, message_id, content_type,
                reference, due_at, created_at)
              VALUES (:tenant, :id, :conversation, :message, :type, :reference, :now, :now)
              """)
          .param("tenant", tenant())
          .param("id", file.id())
          .param("conversation", message.conversation())
          .param("message", message.id())
          .param("type", file.contentType())
          .param("reference", file.reference())
          .param("now", now.atOffset(UTC))
          .update();
    }
  }

  /** What is due, taken for so long: when its fetcher dies, it is due again afterwards. */
  List<Due> takeDue(Instant now, Duration lease, int limit) {
    return jdbc.sql(
            """
            UPDATE attachment a SET due_at = :until, attempts = a.attempts + 1
            WHERE a.tenant_id = :tenant AND a.id IN (
              SELECT d.id FROM attachment d
              WHERE d.tenant_id = :tenant AND d.due_at <= :now
              ORDER BY d.due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING a.id, a.conversation_id, a.message_id, a.reference, a.content_type, a.attempts
            """)
        .param("until", now.plus(lease).atOffset(UTC))
        .param("tenant", tenant())
        .param("now", now.atOffset(UTC))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("conversation_id", UUID.class),
                    row.getObject("message_id", UUID.class),
                    row.getString("reference"),
                    row.getString("content_type"),
                    row.getInt("attempts")))
        .list();
  }

  void keep(UUID id, byte[] content) {
    jdbc.sql(
            """
            UPDATE attachment SET content = :content, due_at = NULL
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("content", content)
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  /** To be tried again then; empty gives it up. */
  void notFetched(UUID id, Optional<Instant> due) {
    jdbc.sql("UPDATE attachment SET due_at = :due WHERE tenant_id = :tenant AND id = :id")
        .param("due", due.map(at -> at.atOffset(UTC)).orElse(null))
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  Optional<byte[]> content(UUID conversation, UUID id) {
    return jdbc.sql(
            """
            SELECT content FROM attachment
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND id = :id
              AND content IS NOT NULL
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("id", id)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /** One that was uploaded and goes with no message yet. */
  void upload(
      Uploads.Upload file, Optional<UUID> conversation, String by, byte[] content, Instant now) {
    jdbc.sql(
            """
            INSERT INTO attachment (tenant_id, id, conversation_id, content_type, reference, kind,
              name, uploaded_by, content, created_at)
            VALUES (:tenant, :id, :conversation::uuid, :type, '', :kind, :name, :by, :content, :now)
            """)
        .param("tenant", tenant())
        .param("id", file.id())
        .param("conversation", conversation.map(UUID::toString).orElse(null))
        .param("type", file.contentType())
        .param("kind", file.kind())
        .param("name", file.name())
        .param("by", by)
        .param("content", content)
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** Whoever sends it in another transaction meanwhile waits for this one. */
  Optional<Uploads.Upload> unsent(UUID id, String by, UUID conversation) {
    return jdbc.sql(
            """
            SELECT id, name, content_type, kind, octet_length(content) AS size FROM attachment
            WHERE tenant_id = :tenant AND id = :id AND uploaded_by = :by AND message_id IS NULL
              AND conversation_id = :conversation
            FOR UPDATE
            """)
        .param("tenant", tenant())
        .param("id", id)
        .param("by", by)
        .param("conversation", conversation)
        .query(Uploads.Upload.class)
        .optional();
  }

  Optional<Uploads.Upload> find(UUID id, String by) {
    return jdbc.sql(
            """
            SELECT id, name, content_type, kind, octet_length(content) AS size FROM attachment
            WHERE tenant_id = :tenant AND id = :id AND uploaded_by = :by AND message_id IS NULL
            """)
        .param("tenant", tenant())
        .param("id", id)
        .param("by", by)
        .query(Uploads.Upload.class)
        .optional();
  }

  void sent(UUID id, Message message) {
    jdbc.sql(
            """
            UPDATE attachment SET conversation_id = :conversation, message_id = :message
            WHERE tenant_id = :tenant AND id = :id AND message_id IS NULL
            """)
        .param("conversation", message.conversation())
        .param("message", message.id())
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  void forgetUnsent(Instant before) {
    jdbc.sql(
            """
            DELETE FROM attachment
            WHERE tenant_id = :tenant AND message_id IS NULL AND created_at < :before
            """)
        .param("tenant", tenant())
        .param("before", before.atOffset(UTC))
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

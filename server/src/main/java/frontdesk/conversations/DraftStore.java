package frontdesk.conversations;

import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members have begun to write. */
@Repository
class DraftStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  DraftStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * @param kind reply or note
   * @param version raised by every change
   */
  record Row(String kind, String text, long version) {}

  List<Row> of(UUID conversation, UUID member) {
    return jdbc.sql(
            """
            SELECT kind, text, version FROM draft
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND member_id = :member
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .param("member", member)
        .query(Row.class)
        .list();
  }

  /** An empty text stays as a row: its version tells other browsers that theirs is old. */
  Row keep(UUID conversation, UUID member, String kind, String text) {
    return jdbc.sql(
            """
            INSERT INTO draft AS d (tenant_id, conversation_id, member_id, kind, text, version)
            VALUES (:tenant, :conversation, :member, :kind, :text, 1)
            ON CONFLICT (tenant_id, conversation_id, member_id, kind)
              DO UPDATE SET text = excluded.text, version = d.version + 1
            RETURNING kind, text, version
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .param("member", member)
        .param("kind", kind)
        .param("text", text)
        .query(Row.class)
        .single();
  }
}

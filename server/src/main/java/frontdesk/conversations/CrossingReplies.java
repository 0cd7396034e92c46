package frontdesk.conversations;

import frontdesk.tenancy.Tenancy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds out whether two members answer the same message. */
@Repository
class CrossingReplies {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  CrossingReplies(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** Whoever sends meanwhile waits until this transaction has ended. */
  void lock(UUID conversation) {
    jdbc.sql("SELECT id FROM conversation WHERE tenant_id = :tenant AND id = :id FOR UPDATE")
        .param("tenant", tenancy.current().value())
        .param("id", conversation)
        .query(UUID.class)
        .single();
  }

  /** The newest that another member has sent since. */
  Optional<UUID> byAnother(UUID conversation, UUID member, long since) {
    return jdbc.sql(
            """
            SELECT id FROM message
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND seq > :since
              AND author = 'member' AND kind <> 'note' AND member_id <> :member
            ORDER BY seq DESC LIMIT 1
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .param("since", since)
        .param("member", member)
        .query(UUID.class)
        .optional();
  }
}

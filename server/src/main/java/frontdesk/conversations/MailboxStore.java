package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailbox: one row for each conversation that waits for a turn. */
@Repository
class MailboxStore {

  /** A burst of messages is one turn, but not for ever. */
  private static final int MOST_SLIDES = 5;

  private final JdbcClient jdbc;
  private final JdbcOperations operations;
  private final Tenancy tenancy;

  MailboxStore(JdbcClient jdbc, JdbcOperations operations, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.tenancy = tenancy;
  }

  /**
   * A conversation that was claimed.
   *
   * @param id of this claim; whoever claims the conversation again has another
   * @param newestSeq up to which message
   */
  record Claim(
      UUID id, Conversation conversation, long newestSeq, int attempts, boolean assistantOn) {}

  /** A tenant that has something ready, and since when. */
  record Work(TenantId tenant, Instant oldest) {}

  /** A turn is due; true while a running one may still be started again for this message. */
  Pipeline.Result<List<Boolean>> put(
      Pipeline pipeline, UUID conversation, long seq, Instant ready) {
    return pipeline.query(
        """
        INSERT INTO mailbox AS b (tenant_id, conversation_id, ready_at, newest_seq)
        VALUES (:tenant, :conversation, :ready, :seq)
        ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET
          newest_seq = excluded.newest_seq,
          ready_at = CASE WHEN b.slides < :most THEN excluded.ready_at ELSE b.ready_at END,
          slides = b.slides + 1
        RETURNING slides <= :most AS in_time
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("conversation", conversation)
            .addValue("ready", ready.atOffset(UTC))
            .addValue("seq", seq)
            .addValue("most", MOST_SLIDES),
        (row, n) -> row.getBoolean("in_time"));
  }

  /** A turn is due for what was there before. */
  void put(UUID conversation, long seq, Instant ready) {
    var pipeline = new Pipeline(operations);
    put(pipeline, conversation, seq, ready);
    pipeline.send();
  }

  /** Which tenants have something ready; the one path here that crosses tenants. */
  List<Work> tenantsWithWork(Instant now) {
    return jdbc.sql("SELECT tenant_id, oldest FROM crossing.tenants_with_turns(:now)")
        .param("now", now.atOffset(UTC))
        .query(
            (row, n) ->
                new Work(
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    row.getObject("oldest", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Claims this tenant's oldest ready conversations and reads them; the lease runs on the
   * database's clock. Takes the conversation's lock together with its row and waits for neither:
   * everyone else locks the conversation first.
   */
  List<Claim> claim(Instant now, int limit, Duration lease) {
    var id = Ids.next();
    return jdbc.sql(
            """
            WITH due AS (SELECT
            """
                + Tenants.ASSISTANT_ON
                + " AS assistant_on, "
                + ConversationStore.COLUMNS
                + """
                  FROM mailbox w
                  JOIN conversation v ON v.tenant_id = w.tenant_id AND v.id = w.conversation_id
                  JOIN contact c ON c.tenant_id = v.tenant_id AND c.id = v.contact_id
                  WHERE w.tenant_id = :tenant AND w.ready_at <= :now
                    AND (w.lease_until IS NULL OR w.lease_until < clock_timestamp())
                  ORDER BY w.ready_at LIMIT :limit FOR UPDATE OF w, v SKIP LOCKED)
                UPDATE mailbox b SET attempts = b.attempts + 1, claim = :claim,
                  lease_until = clock_timestamp() + make_interval(secs => :lease)
                FROM due WHERE b.tenant_id = :tenant AND b.conversation_id = due.id
                RETURNING due.*, b.newest_seq, b.attempts
                """)
        .param("tenant", tenant())
        .param("now", now.atOffset(UTC))
        .param("limit", limit)
        .param("claim", id)
        .param("lease", lease.toSeconds())
        .query(
            (row, n) ->
                new Claim(
                    id,
                    ConversationStore.conversation(row, n),
                    row.getLong("newest_seq"),
                    row.getInt("attempts"),
                    row.getBoolean("assistant_on")))
        .list();
  }

  /**
   * Ends a claim whose turn has seen messages up to {@code seq}. 0 when a newer message has come
   * meanwhile or the claim was lost, which {@link #keepForMore} tells apart.
   */
  Pipeline.Result<Integer> finish(Pipeline pipeline, UUID claim, UUID conversation, long seq) {
    return pipeline.update(
        """
        DELETE FROM mailbox WHERE tenant_id = :tenant AND conversation_id = :conversation
          AND claim = :claim AND newest_seq = :seq
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("conversation", conversation)
            .addValue("claim", claim)
            .addValue("seq", seq));
  }

  /**
   * The conversation waits for its next turn. False when somebody else has claimed it since: then
   * nothing that this turn wrote may stay.
   */
  boolean keepForMore(UUID claim, UUID conversation) {
    return jdbc.sql(
                """
                UPDATE mailbox SET lease_until = NULL, claim = NULL, attempts = 0, slides = 0
                WHERE tenant_id = :tenant AND conversation_id = :conversation AND claim = :claim
                """)
            .param("tenant", tenant())
            .param("conversation", conversation)
            .param("claim", claim)
            .update()
        == 1;
  }

  /** Gives a claim back, to be taken again from {@code ready} on; one that was lost stays lost. */
  void release(UUID claim, UUID conversation, Instant ready, boolean countsAsAttempt) {
    jdbc.sql(
            """
            UPDATE mailbox SET lease_until = NULL, claim = NULL,
              ready_at = greatest(ready_at, :ready), attempts = attempts - :back
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND claim = :claim
            """)
        .param("ready", ready.atOffset(UTC))
        .param("back", countsAsAttempt ? 0 : 1)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("claim", claim)
        .update();
  }

  /** Prolongs the leases of turns that are still running. */
  void renew(List<UUID> conversations, Duration lease) {
    jdbc.sql(
            """
            UPDATE mailbox SET lease_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE tenant_id = :tenant AND conversation_id = ANY(:conversations)
              AND lease_until IS NOT NULL
            """)
        .param("lease", lease.toSeconds())
        .param("tenant", tenant())
        .param("conversations", conversations.toArray(UUID[]::new))
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

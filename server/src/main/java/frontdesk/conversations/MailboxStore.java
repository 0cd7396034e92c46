package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mailbox: one row for each conversation that waits for a turn. */
@Repository
class MailboxStore {

  /** A burst of messages is one turn, but not for ever. */
  private static final int MOST_SLIDES = 5;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  MailboxStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** A conversation that was claimed, up to which message, and for which time. */
  record Claim(UUID conversation, long newestSeq, int attempts) {}

  /** A tenant that has something ready, and since when. */
  record Work(TenantId tenant, Instant oldest) {}

  /** True while a running turn may still be started again for this message. */
  boolean put(UUID conversation, long seq, Instant ready) {
    return jdbc.sql(
                """
                INSERT INTO mailbox AS b (tenant_id, conversation_id, ready_at, newest_seq)
                VALUES (:tenant, :conversation, :ready, :seq)
                ON CONFLICT (tenant_id, conversation_id) DO UPDATE SET
                  newest_seq = excluded.newest_seq,
                  ready_at = CASE WHEN b.slides < :most THEN excluded.ready_at ELSE b.ready_at END,
                  slides = b.slides + 1
                RETURNING slides
                """)
            .param("tenant", tenant())
            .param("conversation", conversation)
            .param("ready", ready.atOffset(UTC))
            .param("seq", seq)
            .param("most", MOST_SLIDES)
            .query(Integer.class)
            .single()
        <= MOST_SLIDES;
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
   * Claims this tenant's oldest ready conversations; the lease runs on the database's clock. Takes
   * the conversation's lock together with its row and waits for neither: everyone else locks the
   * conversation first.
   */
  List<Claim> claim(Instant now, int limit, Duration lease) {
    return jdbc.sql(
            """
            UPDATE mailbox b SET attempts = b.attempts + 1,
              lease_until = clock_timestamp() + make_interval(secs => :lease)
            WHERE b.tenant_id = :tenant AND b.conversation_id IN (
              SELECT w.conversation_id FROM mailbox w
              JOIN conversation v ON v.tenant_id = w.tenant_id AND v.id = w.conversation_id
              WHERE w.tenant_id = :tenant AND w.ready_at <= :now
                AND (w.lease_until IS NULL OR w.lease_until < clock_timestamp())
              ORDER BY w.ready_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING b.conversation_id, b.newest_seq, b.attempts
            """)
        .param("lease", lease.toSeconds())
        .param("tenant", tenant())
        .param("now", now.atOffset(UTC))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Claim(
                    row.getObject("conversation_id", UUID.class),
                    row.getLong("newest_seq"),
                    row.getInt("attempts")))
        .list();
  }

  /** Ends a finished claim; false when a newer message has come meanwhile and the row stays. */
  boolean finish(UUID conversation, long seq) {
    var gone =
        jdbc.sql(
                """
                DELETE FROM mailbox WHERE tenant_id = :tenant
                  AND conversation_id = :conversation AND newest_seq = :seq
                """)
            .param("tenant", tenant())
            .param("conversation", conversation)
            .param("seq", seq)
            .update();
    if (gone == 0) {
      jdbc.sql(
              """
              UPDATE mailbox SET lease_until = NULL, attempts = 0, slides = 0
              WHERE tenant_id = :tenant AND conversation_id = :conversation
              """)
          .param("tenant", tenant())
          .param("conversation", conversation)
          .update();
    }
    return gone == 1;
  }

  /** Gives a claim back, to be taken again from {@code ready} on. */
  void release(UUID conversation, Instant ready, boolean countsAsAttempt) {
    jdbc.sql(
            """
            UPDATE mailbox SET lease_until = NULL, ready_at = greatest(ready_at, :ready),
              attempts = attempts - :back
            WHERE tenant_id = :tenant AND conversation_id = :conversation
            """)
        .param("ready", ready.atOffset(UTC))
        .param("back", countsAsAttempt ? 0 : 1)
        .param("tenant", tenant())
        .param("conversation", conversation)
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

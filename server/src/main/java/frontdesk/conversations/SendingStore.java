package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where messages stand on their way out: from waiting to what the channel said of them. */
@Repository
class SendingStore {

  private final JdbcClient jdbc;
  private final MessageStore messages;
  private final Tenancy tenancy;

  SendingStore(JdbcClient jdbc, MessageStore messages, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.messages = messages;
    this.tenancy = tenancy;
  }

  /** Another message of the conversation is still on its way out: this one waits behind it. */
  boolean somethingWaits(UUID conversation) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM message
              WHERE tenant_id = :tenant AND conversation_id = :conversation AND status = 'queued')
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(Boolean.class)
        .single();
  }

  /** What waits to be sent and is due, the oldest of each conversation, now `sending`. */
  List<Message> takeDue(Instant now, int limit) {
    return jdbc.sql(
            """
            UPDATE message m SET status = 'sending', due_at = NULL, sent_at = :now
            WHERE m.tenant_id = :tenant AND m.id IN (
              SELECT q.id FROM message q
              WHERE q.tenant_id = :tenant AND q.status = 'queued' AND q.due_at <= :now
                AND NOT EXISTS (SELECT 1 FROM message e
                  WHERE e.tenant_id = :tenant AND e.conversation_id = q.conversation_id
                    AND e.seq < q.seq AND e.status IN ('queued', 'sending'))
              ORDER BY q.due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING
            """
                + MessageStore.COLUMNS)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("limit", limit)
        .query(messages::message)
        .list();
  }

  /**
   * What came of sending a message.
   *
   * @param due when it may be tried again, if it may
   * @param counts whether it is one of the attempts that a message has
   */
  record Settled(
      UUID id,
      String status,
      Optional<String> externalId,
      Optional<String> code,
      Optional<String> reason,
      Optional<Instant> due,
      boolean counts) {

    static Settled sent(UUID id, String externalId) {
      return new Settled(
          id,
          "sent",
          Optional.of(externalId),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true);
    }

    /** It will not go out by itself. */
    static Settled ended(UUID id, String status, String code, Optional<String> reason) {
      return new Settled(
          id, status, Optional.empty(), Optional.of(code), reason, Optional.empty(), true);
    }

    static Settled waits(UUID id, String code, String reason, Instant until, boolean counts) {
      return new Settled(
          id,
          "queued",
          Optional.empty(),
          Optional.of(code),
          Optional.of(reason),
          Optional.of(until),
          counts);
    }
  }

  /** From `sending` to what came of it; a status that has come meanwhile is not taken back. */
  void settle(Pipeline pipeline, Settled one) {
    pipeline.update(
        """
        UPDATE message SET status = :status, external_id = coalesce(:external, external_id),
          failure_code = :code, failure_reason = :reason, due_at = :due,
          attempts = attempts + :tried
        WHERE tenant_id = :tenant AND id = :id AND status IN ('sending', 'uncertain')
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("id", one.id())
            .addValue("status", one.status())
            .addValue("external", one.externalId().orElse(null), Types.VARCHAR)
            .addValue("code", one.code().orElse(null), Types.VARCHAR)
            .addValue("reason", one.reason().orElse(null), Types.VARCHAR)
            .addValue(
                "due",
                one.due().map(due -> due.atOffset(UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("tried", one.counts() ? 1 : 0));
  }

  /** Back to waiting, when a person tries again; false when it is not there to be retried. */
  boolean retry(UUID id, UUID member, Instant now) {
    return jdbc.sql(
                """
                UPDATE message SET status = 'queued', due_at = :now, failure_code = NULL,
                  failure_reason = NULL, member_id = coalesce(member_id, :member)
                WHERE tenant_id = :tenant AND id = :id AND status IN ('failed', 'uncertain')
                """)
            .param("now", now.atOffset(UTC))
            .param("member", member)
            .param("tenant", tenant())
            .param("id", id)
            .update()
        == 1;
  }

  /** What of the assistant's still waits to be sent, and is not to be: a person answers now. */
  List<Message> cancelQueuedOfAi(UUID conversation) {
    return jdbc.sql(
            """
            UPDATE message m SET status = 'cancelled', due_at = NULL
            WHERE m.tenant_id = :tenant AND m.conversation_id = :conversation
              AND m.status = 'queued' AND m.author = 'ai' AND m.member_id IS NULL
            RETURNING
            """
                + MessageStore.COLUMNS)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(messages::message)
        .list();
  }

  /** What was being sent when its process ended: nobody knows whether it went out. */
  List<UUID> markUncertain(Instant sendingSince) {
    return jdbc.sql(
            """
            UPDATE message SET status = 'uncertain', failure_code = 'uncertain',
              failure_reason = 'The server stopped while this was being sent'
            WHERE tenant_id = :tenant AND status = 'sending' AND sent_at < :since
            RETURNING conversation_id
            """)
        .param("tenant", tenant())
        .param("since", sendingSince.atOffset(UTC))
        .query(UUID.class)
        .list();
  }

  /** Sets a delivery status that {@link DeliveryStatus} has found to be a step forward. */
  void status(
      UUID id,
      String status,
      Optional<String> externalId,
      Optional<String> code,
      Optional<String> reason) {
    jdbc.sql(
            """
            UPDATE message SET status = :status, external_id = coalesce(external_id, :external),
              failure_code = :code, failure_reason = :reason, due_at = NULL
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("status", status)
        .param("external", externalId.orElse(null))
        .param("code", code.orElse(null))
        .param("reason", reason.orElse(null))
        .param("tenant", tenant())
        .param("id", id)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Messages: written once, their status moved forward. */
@Repository
class MessageStore {

  private static final String COLUMNS =
      """
      m.id, m.conversation_id, m.channel_id, m.seq, m.author, m.kind, m.text, m.status, m.member_id,
      m.run_id, m.at, m.sent_at, m.details, m.failure_code, m.failure_reason, m.attempts,
      m.correlation_id, m.external_id
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations operations;
  private final Tenancy tenancy;
  private final JsonMapper json;

  MessageStore(JdbcClient jdbc, JdbcOperations operations, Tenancy tenancy, JsonMapper json) {
    this.jdbc = jdbc;
    this.operations = operations;
    this.tenancy = tenancy;
    this.json = json;
  }

  /** True when the channel has brought it already. */
  boolean known(UUID channel, String externalId) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM message
              WHERE tenant_id = :tenant AND channel_id = :channel AND external_id = :external)
            """)
        .param("tenant", tenant())
        .param("channel", channel)
        .param("external", externalId)
        .query(Boolean.class)
        .single();
  }

  /** False when the channel has brought a message with this external id already. */
  boolean insert(Message message, Optional<String> externalId) {
    var pipeline = new Pipeline(operations);
    var inserted = insert(pipeline, message, externalId);
    pipeline.send();
    return inserted.get() == 1;
  }

  /** 0 when the channel has brought a message with this external id already. */
  Pipeline.Result<Integer> insert(Pipeline pipeline, Message message, Optional<String> externalId) {
    return pipeline.update(
        """
        INSERT INTO message (tenant_id, id, conversation_id, channel_id, seq, author, kind, text,
          status, external_id, member_id, run_id, at, sent_at, due_at, details, failure_code,
          failure_reason, correlation_id)
        VALUES (:tenant, :id, :conversation, :channel, :seq, :author, :kind, :text,
          :status, :external, :member::uuid, :run::uuid, :at, :sentAt, :due, :details::jsonb, :code,
          :reason, :correlation)
        ON CONFLICT (tenant_id, channel_id, external_id) WHERE external_id IS NOT NULL DO NOTHING
        """,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("id", message.id())
            .addValue("conversation", message.conversation())
            .addValue("channel", message.channel())
            .addValue("seq", message.seq())
            .addValue("author", message.author())
            .addValue("kind", message.kind())
            .addValue("text", message.text())
            .addValue("status", message.status())
            .addValue("external", externalId.orElse(null), Types.VARCHAR)
            .addValue("member", text(message.member()), Types.VARCHAR)
            .addValue("run", text(message.run()), Types.VARCHAR)
            .addValue("at", message.at().atOffset(UTC))
            .addValue("sentAt", at(message.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("due", at(due(message)), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("details", message.details().text(json), Types.VARCHAR)
            .addValue("code", message.failureCode().orElse(null), Types.VARCHAR)
            .addValue("reason", message.failureReason().orElse(null), Types.VARCHAR)
            .addValue("correlation", message.correlationId()));
  }

  /** What waits behind another is due as soon as that one is gone. */
  private static Optional<Instant> due(Message message) {
    return message.status().equals("queued") ? Optional.of(message.at()) : Optional.empty();
  }

  private static @Nullable String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse(null);
  }

  Optional<Message> find(UUID id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM message m WHERE m.tenant_id = :tenant AND m.id = :id")
        .param("tenant", tenant())
        .param("id", id)
        .query(this::message)
        .optional();
  }

  Optional<Message> withAttachment(UUID conversation, UUID attachment) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM message m
                WHERE m.tenant_id = :tenant AND m.conversation_id = :conversation
                  AND m.details -> 'attachments' @> jsonb_build_array(
                    jsonb_build_object('id', :attachment::text))
                """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("attachment", attachment)
        .query(this::message)
        .optional();
  }

  /** What either side has sent in a conversation, the newest of it. */
  List<Message> spoken(UUID conversation, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM message m
                WHERE m.tenant_id = :tenant AND m.conversation_id = :conversation
                  AND m.kind NOT IN ('note', 'event', 'suggestion')
                ORDER BY m.seq DESC LIMIT :limit
                """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("limit", limit)
        .query(this::message)
        .list();
  }

  /**
   * Newest first.
   *
   * @param before the number of the last one already shown
   */
  List<Message> list(UUID conversation, long before, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM message m
                WHERE m.tenant_id = :tenant AND m.conversation_id = :conversation
                  AND m.seq < :before
                ORDER BY m.seq DESC LIMIT :limit
                """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("before", before)
        .param("limit", limit)
        .query(this::message)
        .list();
  }

  /** The newest spoken messages of each conversation of a claim, for its turn; newest first. */
  List<Message> recent(UUID claim, int each) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM mailbox b
                CROSS JOIN LATERAL (
                  SELECT * FROM message x
                  WHERE x.tenant_id = :tenant AND x.conversation_id = b.conversation_id
                    AND x.kind NOT IN ('note', 'event', 'suggestion')
                  ORDER BY x.seq DESC LIMIT :each) m
                WHERE b.tenant_id = :tenant AND b.claim = :claim
                """)
        .param("tenant", tenant())
        .param("claim", claim)
        .param("each", each)
        .query(this::message)
        .list();
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
                + COLUMNS)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("limit", limit)
        .query(this::message)
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
            .addValue("due", at(one.due()), Types.TIMESTAMP_WITH_TIMEZONE)
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
                + COLUMNS)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(this::message)
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

  Optional<Message> findByExternalId(UUID channel, String externalId) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM message m
                WHERE m.tenant_id = :tenant AND m.channel_id = :channel
                  AND m.external_id = :external
                """)
        .param("tenant", tenant())
        .param("channel", channel)
        .param("external", externalId)
        .query(this::message)
        .optional();
  }

  /** What a message of the conversation answers, by the channel's id; it may be from before us. */
  Optional<Message> quoted(UUID conversation, UUID channel, Optional<String> externalId) {
    return externalId
        .flatMap(id -> findByExternalId(channel, id))
        .filter(message -> message.conversation().equals(conversation));
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

  void details(Message message) {
    jdbc.sql(
            """
            UPDATE message SET details = :details::jsonb WHERE tenant_id = :tenant AND id = :id
            """)
        .param("details", message.details().text(json))
        .param("tenant", tenant())
        .param("id", message.id())
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }

  private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
    return instant.map(i -> i.atOffset(UTC)).orElse(null);
  }

  private Message message(ResultSet row, int n) throws SQLException {
    var details = row.getString("details");
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getLong("seq"),
        row.getString("author"),
        row.getString("kind"),
        row.getString("text"),
        row.getString("status"),
        Optional.ofNullable(row.getObject("member_id", UUID.class)),
        Optional.ofNullable(row.getObject("run_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ConversationStore.instant(row, "sent_at"),
        details == null ? Message.Details.NONE : json.readValue(details, Message.Details.class),
        Optional.ofNullable(row.getString("failure_code")),
        Optional.ofNullable(row.getString("failure_reason")),
        row.getInt("attempts"),
        row.getString("correlation_id"),
        Optional.ofNullable(row.getString("external_id")));
  }
}

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.http.Cursors;
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

/** Messages: written once; how they go out is the {@link SendingStore}'s. */
@Repository
class MessageStore {

  static final String COLUMNS =
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

  /**
   * Those with a file that is here, over all conversations of a contact that somebody may see; the
   * newest first.
   */
  List<Message> withFiles(UUID contact, Seeing seeing, Optional<Cursors.Place> after, int limit) {
    return seeing
        .bind(
            jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + """
                     FROM conversation v
                    JOIN message m ON m.tenant_id = :tenant AND m.conversation_id = v.id
                    WHERE v.tenant_id = :tenant AND v.contact_id = :contact
                      AND m.kind IN ('image', 'audio', 'video', 'file')
                      AND m.details -> 'attachments' @> '[{"state": "kept"}]'
                      AND (:after::timestamptz IS NULL
                        OR (m.at, m.id) < (:after::timestamptz, :afterId::uuid))
                      AND
                    """
                    + Seeing.CONDITION
                    + " ORDER BY m.at DESC, m.id DESC LIMIT :limit"))
        .param("tenant", tenant())
        .param("contact", contact)
        .param("after", at(after.map(Cursors.Place::at)))
        .param("afterId", text(after.map(Cursors.Place::id)))
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

  Message message(ResultSet row, int n) throws SQLException {
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

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The places of a conversation: each message takes the next, which locks the conversation until its
 * transaction ends.
 */
@Repository
class PlaceStore {

  /**
   * What a customer's message changes; a closed or snoozed conversation opens again, spam stays.
   */
  private static final String INBOUND =
      """
      UPDATE conversation SET next_seq = next_seq + 1,
        last_at = greatest(:now, last_at + interval '1 microsecond'),
        last_inbound_at = greatest(last_inbound_at, :written),
        status = CASE WHEN status = 'spam' THEN status ELSE 'open' END,
        snoozed_until = NULL,
        handler = CASE WHEN status = 'closed' THEN 'ai' ELSE handler END,
        needs_person_since = CASE WHEN status = 'closed' THEN NULL ELSE needs_person_since END,
        needs_person_reason = CASE WHEN status = 'closed' THEN NULL ELSE needs_person_reason END,
        talk_from_seq = CASE WHEN status = 'closed' AND needs_person_since IS NOT NULL
          THEN next_seq ELSE talk_from_seq END,
        ai_paused_until = CASE WHEN status = 'closed' THEN NULL ELSE ai_paused_until END,
        ownership_version = ownership_version + CASE WHEN status = 'closed' THEN 1 ELSE 0 END
      WHERE tenant_id = :tenant AND %s
      RETURNING id, contact_id, next_seq - 1 AS seq, last_at
      """;

  private static final String INBOUND_IN = INBOUND.formatted("id = :id");

  private static final String INBOUND_BY_ADDRESS =
      INBOUND.formatted(
          """
          channel_id = :channel AND address = :address
          AND NOT EXISTS (SELECT 1 FROM message
            WHERE tenant_id = :tenant AND channel_id = :channel AND external_id = :external)
          """);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  PlaceStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /** A place in the conversation: the next number and a time after every earlier one. */
  record Place(UUID conversation, UUID contact, long seq, Instant at) {}

  /**
   * The next place for a customer's message.
   *
   * @param written when the customer wrote it, which the window is counted from
   */
  Place inbound(UUID conversation, Instant now, Instant written) {
    return jdbc.sql(INBOUND_IN)
        .param("now", now.atOffset(UTC))
        .param("written", written.atOffset(UTC))
        .param("tenant", tenant())
        .param("id", conversation)
        .query(PlaceStore::place)
        .single();
  }

  /** No place when the message is known, or its customer has no conversation by this address. */
  Pipeline.Result<List<Place>> inbound(Pipeline pipeline, InboundMessage message, Instant now) {
    return pipeline.query(
        INBOUND_BY_ADDRESS,
        new MapSqlParameterSource("tenant", tenant())
            .addValue("now", now.atOffset(UTC))
            .addValue("written", message.writtenBefore(now).atOffset(UTC))
            .addValue("channel", message.from().channel())
            .addValue("address", message.from().address())
            .addValue("external", message.externalId()),
        PlaceStore::place);
  }

  /**
   * The place for an answer.
   *
   * @param behind another message of the conversation still waits to be sent: this one waits too
   */
  record AnswerPlace(long seq, Instant at, boolean behind) {}

  /**
   * No place when the owner has changed since the claim or the assistant been switched off: then
   * nothing may be written.
   *
   * @param replies how many this adds to the assistant's
   */
  Optional<AnswerPlace> answer(Conversation claimed, long answeredSeq, int replies, Instant now) {
    return jdbc.sql(
            """
            UPDATE conversation v SET next_seq = next_seq + 1, answered_seq = :answered,
              ai_replies = ai_replies + :replies,
              last_at = greatest(:now, last_at + interval '1 microsecond')
            WHERE v.tenant_id = :tenant AND v.id = :id AND ownership_version = :version
              AND
            """
                + Tenants.ASSISTANT_ON
                + """
                 RETURNING next_seq - 1 AS seq, last_at,
                  EXISTS (SELECT 1 FROM message m
                    WHERE m.tenant_id = :tenant AND m.conversation_id = v.id AND m.status = 'queued')
                    AS behind
                """)
        .param("answered", answeredSeq)
        .param("replies", replies)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("id", claimed.id())
        .param("version", claimed.ownershipVersion())
        .query(
            (row, n) ->
                new AnswerPlace(
                    row.getLong("seq"),
                    row.getObject("last_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("behind")))
        .optional();
  }

  /** The next place for anything else. */
  Place next(UUID conversation, Instant now) {
    return jdbc.sql(
            """
            UPDATE conversation SET next_seq = next_seq + 1,
              last_at = greatest(:now, last_at + interval '1 microsecond')
            WHERE tenant_id = :tenant AND id = :id
            RETURNING id, contact_id, next_seq - 1 AS seq, last_at
            """)
        .param("now", now.atOffset(UTC))
        .param("tenant", tenant())
        .param("id", conversation)
        .query(PlaceStore::place)
        .single();
  }

  /** A finished turn has seen everything up to this number. */
  void answered(UUID conversation, long seq) {
    jdbc.sql(
            """
            UPDATE conversation SET answered_seq = :seq WHERE tenant_id = :tenant AND id = :id
            """)
        .param("seq", seq)
        .param("tenant", tenant())
        .param("id", conversation)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }

  private static Place place(ResultSet row, int n) throws SQLException {
    return new Place(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getLong("seq"),
        row.getObject("last_at", OffsetDateTime.class).toInstant());
  }
}

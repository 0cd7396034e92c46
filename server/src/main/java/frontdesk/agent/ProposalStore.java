package frontdesk.agent;

import static java.time.ZoneOffset.UTC;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The proposed changes. */
@Repository
class ProposalStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ProposalStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  /**
   * @param madeAtSeq the newest message it answered
   * @param stated the reply that went out named the deal
   * @param state open, committed or withdrawn
   */
  record Row(
      UUID id,
      UUID run,
      Optional<UUID> conversation,
      UUID contact,
      long madeAtSeq,
      Change change,
      AppointmentFacts deal,
      Optional<UUID> hold,
      Instant until,
      boolean stated,
      String state,
      Optional<UUID> appointment) {}

  /**
   * Replaces what a crashed attempt of the same run proposed under this id, unless it is settled.
   */
  void put(Row row) {
    jdbc.sql(
            """
            INSERT INTO proposal (tenant_id, id, run_id, conversation_id, contact_id, made_at_seq,
              change, deal, hold_id, until, stated, state)
            VALUES (:tenant, :id, :run, :conversation, :contact, :madeAtSeq,
              :change::jsonb, :deal::jsonb, :hold, :until, false, 'open')
            ON CONFLICT (tenant_id, id) DO UPDATE
            SET made_at_seq = excluded.made_at_seq, change = excluded.change, deal = excluded.deal,
                hold_id = excluded.hold_id, until = excluded.until, state = excluded.state
            WHERE proposal.state <> 'committed'
            """)
        .param("tenant", tenancy.current().value())
        .param("id", row.id())
        .param("run", row.run())
        .param("conversation", row.conversation().orElse(null))
        .param("contact", row.contact())
        .param("madeAtSeq", row.madeAtSeq())
        .param("change", AgentJson.MAPPER.writerFor(Change.class).writeValueAsString(row.change()))
        .param("deal", AgentJson.MAPPER.writeValueAsString(row.deal()))
        .param("hold", row.hold().orElse(null))
        .param("until", row.until().atOffset(UTC))
        .update();
  }

  /** Locked, so that two commits of the same proposal wait for each other. */
  Optional<Row> lock(UUID proposal, UUID contact) {
    return jdbc.sql(
            """
            SELECT id, run_id, conversation_id, contact_id, made_at_seq, change, deal, hold_id, until,
                   stated, state, appointment_id
            FROM proposal
            WHERE tenant_id = :tenant AND id = :id AND contact_id = :contact
            FOR UPDATE
            """)
        .param("tenant", tenancy.current().value())
        .param("id", proposal)
        .param("contact", contact)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("run_id", UUID.class),
                    Optional.ofNullable(row.getObject("conversation_id", UUID.class)),
                    row.getObject("contact_id", UUID.class),
                    row.getLong("made_at_seq"),
                    AgentJson.MAPPER.readValue(row.getString("change"), Change.class),
                    AgentJson.MAPPER.readValue(row.getString("deal"), AppointmentFacts.class),
                    Optional.ofNullable(row.getObject("hold_id", UUID.class)),
                    row.getObject("until", OffsetDateTime.class).toInstant(),
                    row.getBoolean("stated"),
                    row.getString("state"),
                    Optional.ofNullable(row.getObject("appointment_id", UUID.class))))
        .optional();
  }

  List<UUID> pass(UUID from, UUID to) {
    return jdbc.sql(
            """
            UPDATE proposal SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from RETURNING id
            """)
        .param("to", to)
        .param("tenant", tenancy.current().value())
        .param("from", from)
        .query(UUID.class)
        .list();
  }

  void giveBack(UUID[] conversations, UUID from, UUID to) {
    jdbc.sql(
            """
            UPDATE proposal SET contact_id = :to
            WHERE tenant_id = :tenant AND contact_id = :from
              AND conversation_id = ANY(:conversations)
            """)
        .param("to", to)
        .param("tenant", tenancy.current().value())
        .param("from", from)
        .param("conversations", conversations)
        .update();
  }

  void committed(UUID proposal, UUID appointment) {
    jdbc.sql(
            """
            UPDATE proposal SET state = 'committed', appointment_id = :appointment
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("tenant", tenancy.current().value())
        .param("id", proposal)
        .param("appointment", appointment)
        .update();
  }

  void withdrawn(UUID proposal) {
    jdbc.sql(
            """
            UPDATE proposal SET state = 'withdrawn'
            WHERE tenant_id = :tenant AND id = :id AND state = 'open'
            """)
        .param("tenant", tenancy.current().value())
        .param("id", proposal)
        .update();
  }

  /** The contact's open proposals but for this one: a new proposal replaces them. */
  List<UUID> withdrawOthers(UUID contact, UUID kept) {
    return jdbc
        .sql(
            """
            UPDATE proposal SET state = 'withdrawn'
            WHERE tenant_id = :tenant AND contact_id = :contact AND state = 'open' AND id <> :kept
            RETURNING hold_id
            """)
        .param("tenant", tenancy.current().value())
        .param("contact", contact)
        .param("kept", kept)
        .query((row, n) -> Optional.ofNullable(row.getObject("hold_id", UUID.class)))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The reply that names the deal is stored in this transaction. */
  void stated(Pipeline pipeline, UUID proposal) {
    pipeline.update(
        "UPDATE proposal SET stated = true WHERE tenant_id = :tenant AND id = :id",
        new MapSqlParameterSource("tenant", tenancy.current().value()).addValue("id", proposal));
  }
}

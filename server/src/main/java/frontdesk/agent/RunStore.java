package frontdesk.agent;

import static java.time.ZoneOffset.UTC;

import frontdesk.agent.models.ModelUsage;
import frontdesk.conversations.TurnResult.Source;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The runs, what they called and what that cost; and the dialogue they leave behind. */
@Repository
class RunStore {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Tenancy tenancy;

  RunStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.tenancy = tenancy;
  }

  /**
   * @param mind who thought: a provider's name or builtin
   * @param outcome answered, repaired, replaced or handed-off
   */
  record Run(
      UUID id,
      UUID conversation,
      long newestSeq,
      String mind,
      String intent,
      String language,
      String outcome,
      List<Source> sources,
      long millis,
      String correlationId,
      Instant at) {}

  /** A call as it was kept. */
  record KeptCall(String name, JsonNode arguments, String outcome, long millis) {}

  Optional<Dialogue> findDialogue(UUID conversation) {
    return jdbc.sql(
            """
            SELECT state, evidence, failures FROM dialogue
            WHERE tenant_id = :tenant AND conversation_id = :conversation
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .query(
            (row, n) ->
                new Dialogue(
                    row.getString("state"),
                    AgentJson.MAPPER.readValue(row.getString("evidence"), Findings.class),
                    row.getInt("failures")))
        .optional();
  }

  void keep(UUID conversation, Dialogue dialogue, Instant now) {
    jdbc.sql(
            """
            INSERT INTO dialogue (tenant_id, conversation_id, state, evidence, failures, updated_at)
            VALUES (:tenant, :conversation, :state::jsonb, :evidence::jsonb, :failures, :now)
            ON CONFLICT (tenant_id, conversation_id) DO UPDATE
            SET state = excluded.state, evidence = excluded.evidence,
                failures = excluded.failures, updated_at = excluded.updated_at
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .param("state", dialogue.state())
        .param("evidence", AgentJson.MAPPER.writeValueAsString(dialogue.findings()))
        .param("failures", dialogue.failures())
        .param("now", now.atOffset(UTC))
        .update();
  }

  /** A turn run again after a crash is the same run: what is there already stays. */
  void insert(Run run, List<RecordedTools.Call> calls, List<ModelUsage> usage) {
    var added =
        jdbc.sql(
                """
                INSERT INTO agent_run (tenant_id, id, conversation_id, newest_seq, mind, intent,
                  language, outcome, sources, millis, correlation_id, at)
                VALUES (:tenant, :id, :conversation, :newestSeq, :mind, :intent,
                  :language, :outcome, :sources::jsonb, :millis, :correlationId, :at)
                ON CONFLICT DO NOTHING
                """)
            .param("tenant", tenancy.current().value())
            .param("id", run.id())
            .param("conversation", run.conversation())
            .param("newestSeq", run.newestSeq())
            .param("mind", run.mind())
            .param("intent", run.intent())
            .param("language", run.language())
            .param("outcome", run.outcome())
            .param("sources", AgentJson.MAPPER.writeValueAsString(run.sources()))
            .param("millis", run.millis())
            .param("correlationId", run.correlationId())
            .param("at", run.at().atOffset(UTC))
            .update();
    if (added == 1) {
      insertCalls(run.id(), calls);
      insertUsage(run, usage);
    }
  }

  private void insertCalls(UUID run, List<RecordedTools.Call> calls) {
    if (calls.isEmpty()) {
      return;
    }
    var rows = new MapSqlParameterSource[calls.size()];
    for (int i = 0; i < rows.length; i++) {
      var call = calls.get(i);
      rows[i] =
          row(run, i)
              .addValue("name", call.name())
              .addValue("arguments", AgentJson.MAPPER.writeValueAsString(call.arguments()))
              .addValue("outcome", call.outcome())
              .addValue("millis", call.millis());
    }
    batches.batchUpdate(
        """
        INSERT INTO tool_call (tenant_id, run_id, call, name, arguments, outcome, millis)
        VALUES (:tenant, :run, :call, :name, :arguments::jsonb, :outcome, :millis)
        """,
        rows);
  }

  private void insertUsage(Run run, List<ModelUsage> usage) {
    if (usage.isEmpty()) {
      return;
    }
    var rows = new MapSqlParameterSource[usage.size()];
    for (int i = 0; i < rows.length; i++) {
      var used = usage.get(i);
      rows[i] =
          row(run.id(), i)
              .addValue("provider", used.provider())
              .addValue("model", used.model())
              .addValue("input", used.inputTokens())
              .addValue("cached", used.cachedTokens())
              .addValue("output", used.outputTokens())
              .addValue("cost", used.costMicros())
              .addValue("millis", used.millis())
              .addValue("outcome", used.outcome())
              .addValue("at", run.at().atOffset(UTC));
    }
    batches.batchUpdate(
        """
        INSERT INTO model_usage (tenant_id, run_id, call, provider, model, input_tokens,
          cached_tokens, output_tokens, cost_micros, millis, outcome, at)
        VALUES (:tenant, :run, :call, :provider, :model, :input, :cached, :output, :cost, :millis,
          :outcome, :at)
        """,
        rows);
  }

  private MapSqlParameterSource row(UUID run, int call) {
    return new MapSqlParameterSource("tenant", tenancy.current().value())
        .addValue("run", run)
        .addValue("call", call);
  }

  Optional<Run> find(UUID conversation, UUID run) {
    return jdbc.sql(
            """
            SELECT newest_seq, mind, intent, language, outcome, sources, millis, correlation_id, at
            FROM agent_run
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND id = :run
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", conversation)
        .param("run", run)
        .query(
            (row, n) ->
                new Run(
                    run,
                    conversation,
                    row.getLong("newest_seq"),
                    row.getString("mind"),
                    row.getString("intent"),
                    row.getString("language"),
                    row.getString("outcome"),
                    List.of(AgentJson.MAPPER.readValue(row.getString("sources"), Source[].class)),
                    row.getLong("millis"),
                    row.getString("correlation_id"),
                    row.getObject("at", java.time.OffsetDateTime.class).toInstant()))
        .optional();
  }

  List<KeptCall> calls(UUID run) {
    return jdbc.sql(
            """
            SELECT name, arguments, outcome, millis FROM tool_call
            WHERE tenant_id = :tenant AND run_id = :run ORDER BY call
            """)
        .param("tenant", tenancy.current().value())
        .param("run", run)
        .query(
            (row, n) ->
                new KeptCall(
                    row.getString("name"),
                    AgentJson.MAPPER.readTree(row.getString("arguments")),
                    row.getString("outcome"),
                    row.getLong("millis")))
        .list();
  }

  List<ModelUsage> usage(UUID run) {
    return jdbc.sql(
            """
            SELECT provider, model, input_tokens, cached_tokens, output_tokens, cost_micros, millis,
                   outcome
            FROM model_usage WHERE tenant_id = :tenant AND run_id = :run ORDER BY call
            """)
        .param("tenant", tenancy.current().value())
        .param("run", run)
        .query(
            (row, n) ->
                new ModelUsage(
                    row.getString("provider"),
                    row.getString("model"),
                    row.getLong("input_tokens"),
                    row.getLong("cached_tokens"),
                    row.getLong("output_tokens"),
                    row.getLong("cost_micros"),
                    row.getLong("millis"),
                    row.getString("outcome")))
        .list();
  }
}

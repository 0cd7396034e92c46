package frontdesk.agent;

import static java.time.ZoneOffset.UTC;

import frontdesk.agent.models.ModelUsage;
import frontdesk.conversations.TurnResult.Source;
import frontdesk.database.Pipeline;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** The runs, what they called and what that cost; and the dialogue they leave behind. */
@Repository
class RunStore {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  RunStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
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

  /** The dialogues of conversations that have one. */
  Map<UUID, Dialogue> findDialogues(Collection<UUID> conversations) {
    return jdbc
        .sql(
            """
            SELECT conversation_id, state, evidence, failures FROM dialogue
            WHERE tenant_id = :tenant AND conversation_id = ANY(:conversations)
            """)
        .param("tenant", tenancy.current().value())
        .param("conversations", conversations.toArray(UUID[]::new))
        .query(
            (row, n) ->
                Map.entry(
                    row.getObject("conversation_id", UUID.class),
                    new Dialogue(
                        row.getString("state"),
                        AgentJson.MAPPER.readValue(row.getString("evidence"), Findings.class),
                        row.getInt("failures"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void keep(Pipeline pipeline, UUID conversation, Dialogue dialogue, Instant now) {
    pipeline.update(
        """
        INSERT INTO dialogue (tenant_id, conversation_id, state, evidence, failures, updated_at)
        VALUES (:tenant, :conversation, :state::jsonb, :evidence::jsonb, :failures, :now)
        ON CONFLICT (tenant_id, conversation_id) DO UPDATE
        SET state = excluded.state, evidence = excluded.evidence,
            failures = excluded.failures, updated_at = excluded.updated_at
        """,
        tenant()
            .addValue("conversation", conversation)
            .addValue("state", dialogue.state())
            .addValue("evidence", AgentJson.MAPPER.writeValueAsString(dialogue.findings()))
            .addValue("failures", dialogue.failures())
            .addValue("now", now.atOffset(UTC)));
  }

  /** A turn run again after a crash is the same run: what is there already stays. */
  void insert(Pipeline pipeline, Run run, List<RecordedTools.Call> calls, List<ModelUsage> usage) {
    pipeline.update(
        """
        INSERT INTO agent_run (tenant_id, id, conversation_id, newest_seq, mind, intent,
          language, outcome, sources, millis, correlation_id, at)
        VALUES (:tenant, :id, :conversation, :newestSeq, :mind, :intent,
          :language, :outcome, :sources::jsonb, :millis, :correlationId, :at)
        ON CONFLICT DO NOTHING
        """,
        tenant()
            .addValue("id", run.id())
            .addValue("conversation", run.conversation())
            .addValue("newestSeq", run.newestSeq())
            .addValue("mind", run.mind())
            .addValue("intent", run.intent())
            .addValue("language", run.language())
            .addValue("outcome", run.outcome())
            .addValue("sources", AgentJson.MAPPER.writeValueAsString(run.sources()))
            .addValue("millis", run.millis())
            .addValue("correlationId", run.correlationId())
            .addValue("at", run.at().atOffset(UTC)));
    for (int i = 0; i < calls.size(); i++) {
      insert(pipeline, run, i, calls.get(i));
    }
    spent(pipeline, run, usage);
  }

  /** What models cost, be it on trial. */
  void spent(Pipeline pipeline, Run run, List<ModelUsage> usage) {
    for (int i = 0; i < usage.size(); i++) {
      insert(pipeline, run, i, usage.get(i));
    }
  }

  /** What the run would do once one of its drafts is used. */
  void insert(Pipeline pipeline, Run run, Rehearsed what) {
    pipeline.update(
        """
        INSERT INTO rehearsal (tenant_id, run_id, conversation_id, newest_seq, what)
        VALUES (:tenant, :run, :conversation, :newestSeq, :what::jsonb)
        """,
        tenant()
            .addValue("run", run.id())
            .addValue("conversation", run.conversation())
            .addValue("newestSeq", run.newestSeq())
            .addValue("what", AgentJson.MAPPER.writeValueAsString(what)));
  }

  record KeptRehearsal(Rehearsed what, long newestSeq, boolean used) {}

  /** Locked, so that of two who use the run's drafts the second sees that it was the second. */
  Optional<KeptRehearsal> lockRehearsed(UUID conversation, UUID run) {
    return jdbc.sql(
            """
            SELECT what, newest_seq, used FROM rehearsal
            WHERE tenant_id = :tenant AND run_id = :run AND conversation_id = :conversation
            FOR UPDATE
            """)
        .param("tenant", tenancy.current().value())
        .param("run", run)
        .param("conversation", conversation)
        .query(
            (row, n) ->
                new KeptRehearsal(
                    AgentJson.MAPPER.readValue(row.getString("what"), Rehearsed.class),
                    row.getLong("newest_seq"),
                    row.getBoolean("used")))
        .optional();
  }

  void used(Pipeline pipeline, UUID run) {
    pipeline.update(
        "UPDATE rehearsal SET used = true WHERE tenant_id = :tenant AND run_id = :run",
        tenant().addValue("run", run));
  }

  private void insert(Pipeline pipeline, Run run, int n, RecordedTools.Call call) {
    pipeline.update(
        """
        INSERT INTO tool_call (tenant_id, run_id, call, name, arguments, outcome, millis)
        VALUES (:tenant, :run, :call, :name, :arguments::jsonb, :outcome, :millis)
        ON CONFLICT DO NOTHING
        """,
        tenant()
            .addValue("run", run.id())
            .addValue("call", n)
            .addValue("name", call.name())
            .addValue("arguments", AgentJson.MAPPER.writeValueAsString(call.arguments()))
            .addValue("outcome", call.outcome())
            .addValue("millis", call.millis()));
  }

  private void insert(Pipeline pipeline, Run run, int n, ModelUsage used) {
    pipeline.update(
        """
        INSERT INTO model_usage (tenant_id, run_id, call, provider, model, input_tokens,
          cached_tokens, output_tokens, cost_micros, millis, outcome, at)
        VALUES (:tenant, :run, :call, :provider, :model, :input, :cached, :output, :cost, :millis,
          :outcome, :at)
        ON CONFLICT DO NOTHING
        """,
        tenant()
            .addValue("run", run.id())
            .addValue("call", n)
            .addValue("provider", used.provider())
            .addValue("model", used.model())
            .addValue("input", used.inputTokens())
            .addValue("cached", used.cachedTokens())
            .addValue("output", used.outputTokens())
            .addValue("cost", used.costMicros())
            .addValue("millis", used.millis())
            .addValue("outcome", used.outcome())
            .addValue("at", run.at().atOffset(UTC)));
  }

  private MapSqlParameterSource tenant() {
    return new MapSqlParameterSource("tenant", tenancy.current().value());
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

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Jobs over many conversations: what is to be done to which, and how far it is. */
@Repository
class BulkStore {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Tenancy tenancy;
  private final JsonMapper json;

  BulkStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Tenancy tenancy, JsonMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.tenancy = tenancy;
    this.json = json;
  }

  record Job(UUID id, UUID member, String action, Optional<String> argument) {}

  /** How many conversations are in each state. */
  record Progress(long total, long waiting, long done, long failed, long undone) {}

  record Item(UUID conversation, boolean undo, Optional<BulkAction.Before> before) {}

  void insert(Job job, List<UUID> conversations, Instant now) {
    jdbc.sql(
            """
            INSERT INTO bulk_job (tenant_id, id, member_id, action, argument, created_at)
            VALUES (:tenant, :id, :member, :action, :argument, :now)
            """)
        .param("tenant", tenant())
        .param("id", job.id())
        .param("member", job.member())
        .param("action", job.action())
        .param("argument", job.argument().orElse(null))
        .param("now", now.atOffset(UTC))
        .update();
    batches.batchUpdate(
        """
        INSERT INTO bulk_item (tenant_id, job_id, conversation_id, state)
        VALUES (:tenant, :job, :conversation, 'waiting')
        """,
        conversations.stream()
            .map(
                conversation ->
                    new MapSqlParameterSource("tenant", tenant())
                        .addValue("job", job.id())
                        .addValue("conversation", conversation))
            .toArray(MapSqlParameterSource[]::new));
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql(
            """
            SELECT member_id, action, argument FROM bulk_job
            WHERE tenant_id = :tenant AND id = :id
            """)
        .param("tenant", tenant())
        .param("id", id)
        .query(
            (row, n) ->
                new Job(
                    id,
                    row.getObject("member_id", UUID.class),
                    row.getString("action"),
                    Optional.ofNullable(row.getString("argument"))))
        .optional();
  }

  Progress progress(UUID job) {
    return jdbc.sql(
            """
            SELECT count(*) AS total,
              count(*) FILTER (WHERE state IN ('waiting', 'undo')) AS waiting,
              count(*) FILTER (WHERE state = 'done') AS done,
              count(*) FILTER (WHERE state = 'failed') AS failed,
              count(*) FILTER (WHERE state = 'undone') AS undone
            FROM bulk_item WHERE tenant_id = :tenant AND job_id = :job
            """)
        .param("tenant", tenant())
        .param("job", job)
        .query(Progress.class)
        .single();
  }

  /** The next that waits; whoever else works on the job takes another. */
  Optional<Item> take(UUID job) {
    return jdbc.sql(
            """
            SELECT conversation_id, state, before FROM bulk_item
            WHERE tenant_id = :tenant AND job_id = :job AND state IN ('waiting', 'undo')
            LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .param("tenant", tenant())
        .param("job", job)
        .query(
            (row, n) ->
                new Item(
                    row.getObject("conversation_id", UUID.class),
                    row.getString("state").equals("undo"),
                    Optional.ofNullable(row.getString("before"))
                        .map(text -> json.readValue(text, BulkAction.Before.class))))
        .optional();
  }

  void settle(UUID job, UUID conversation, String state, Optional<BulkAction.Before> before) {
    jdbc.sql(
            """
            UPDATE bulk_item SET state = :state, before = coalesce(:before::jsonb, before)
            WHERE tenant_id = :tenant AND job_id = :job AND conversation_id = :conversation
            """)
        .param("state", state)
        .param("before", before.map(json::writeValueAsString).orElse(null))
        .param("tenant", tenant())
        .param("job", job)
        .param("conversation", conversation)
        .update();
  }

  /** What waits still is left alone, what is done is to be taken back. */
  void undo(UUID job) {
    jdbc.sql(
            """
            UPDATE bulk_item SET state = CASE state WHEN 'done' THEN 'undo' ELSE 'undone' END
            WHERE tenant_id = :tenant AND job_id = :job AND state IN ('done', 'waiting')
            """)
        .param("tenant", tenant())
        .param("job", job)
        .update();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

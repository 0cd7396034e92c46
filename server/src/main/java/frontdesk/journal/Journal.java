package frontdesk.journal;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps webhooks in and calls out as they were, for the one who looks for what went wrong. */
@Service
public class Journal {

  /** Longer bodies are cut: the journal is for reading, the message is stored elsewhere. */
  private static final int LONGEST = 20_000;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Tenancy tenancy;
  private final Clock clock;

  Journal(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** A tenant's part of a webhook, in the transaction that stores its messages. */
  @Transactional
  public void webhook(String channel, String what, String correlationId, String body) {
    insert(List.of(entry("in", channel, what, 200, 0, correlationId, body)));
  }

  /**
   * A call to an outside service and how it ended.
   *
   * @param status of HTTP; 0 when no answer came
   */
  public record Call(
      String channel, String what, int status, long millis, String correlationId, String body) {}

  @Transactional
  public void calls(List<Call> calls) {
    insert(
        calls.stream()
            .map(
                call ->
                    entry(
                        "out",
                        call.channel(),
                        call.what(),
                        call.status(),
                        call.millis(),
                        call.correlationId(),
                        call.body()))
            .toList());
  }

  /** What was signed rightly but names nobody we know. */
  @Transactional
  public void unrouted(String channel, String correlationId, String body) {
    jdbc.sql(
            """
            INSERT INTO control.unrouted_webhook (id, at, channel, correlation_id, body)
            VALUES (:id, :at, :channel, :correlation, :body)
            """)
        .param("id", Ids.next())
        .param("at", clock.instant().atOffset(UTC))
        .param("channel", channel)
        .param("correlation", correlationId)
        .param("body", cut(body))
        .update();
  }

  private void insert(List<MapSqlParameterSource> entries) {
    batches.batchUpdate(
        """
        INSERT INTO journal_entry
          (tenant_id, id, at, direction, channel, what, status, millis, correlation_id, body)
        VALUES (:tenant, :id, :at, :direction, :channel, :what, :status, :millis, :correlation, :body)
        """,
        entries.toArray(MapSqlParameterSource[]::new));
  }

  private MapSqlParameterSource entry(
      String direction,
      String channel,
      String what,
      int status,
      long millis,
      String correlationId,
      String body) {
    return new MapSqlParameterSource("tenant", tenancy.current().value())
        .addValue("id", Ids.next())
        .addValue("at", clock.instant().atOffset(UTC))
        .addValue("direction", direction)
        .addValue("channel", channel)
        .addValue("what", what)
        .addValue("status", status)
        .addValue("millis", millis)
        .addValue("correlation", correlationId)
        .addValue("body", cut(body));
  }

  private static String cut(String body) {
    return body.length() <= LONGEST ? body : body.substring(0, LONGEST) + "…";
  }
}

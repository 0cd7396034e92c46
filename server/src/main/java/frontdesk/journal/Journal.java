package frontdesk.journal;

import static java.time.ZoneOffset.UTC;

import frontdesk.database.Pipeline;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps webhooks in and calls out as they were, for the one who looks for what went wrong. */
@Service
public class Journal {

  /** Longer bodies are cut: the journal is for reading, the message is stored elsewhere. */
  private static final int LONGEST = 20_000;

  private static final String INSERT =
      """
      INSERT INTO journal_entry
        (tenant_id, id, at, direction, channel, what, status, millis, correlation_id, body)
      VALUES (:tenant, :id, :at, :direction, :channel, :what, :status, :millis, :correlation, :body)
      """;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  Journal(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** A tenant's part of a webhook, together with what stores its messages. */
  public void webhook(
      Pipeline pipeline, String channel, String what, String correlationId, String body) {
    pipeline.update(INSERT, entry("in", channel, what, 200, 0, correlationId, body));
  }

  /**
   * A call to an outside service and how it ended.
   *
   * @param status of HTTP; 0 when no answer came
   */
  public record Call(
      String channel, String what, int status, long millis, String correlationId, String body) {}

  public void call(Pipeline pipeline, Call call) {
    pipeline.update(
        INSERT,
        entry(
            "out",
            call.channel(),
            call.what(),
            call.status(),
            call.millis(),
            call.correlationId(),
            call.body()));
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

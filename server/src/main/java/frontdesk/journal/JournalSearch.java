package frontdesk.journal;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Cursors;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The journal over all tenants, for platform administrators alone. */
@Service
public class JournalSearch {

  private final JdbcClient jdbc;

  JournalSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public record Asked(
      Optional<UUID> tenant,
      Optional<String> channel,
      Optional<String> correlationId,
      Optional<Cursors.Place> after,
      int limit) {}

  public record Entry(
      UUID id,
      UUID tenant,
      Instant at,
      String direction,
      String channel,
      String what,
      int status,
      int millis,
      String correlationId,
      String body) {}

  /** Newest first. */
  public List<Entry> find(Asked asked) {
    return jdbc.sql(
            """
            SELECT * FROM crossing.logs(:tenant, :channel, :correlation, :before, :beforeId, :limit)
            """)
        .param("tenant", asked.tenant().orElse(null), java.sql.Types.OTHER)
        .param("channel", asked.channel().orElse(null), java.sql.Types.VARCHAR)
        .param("correlation", asked.correlationId().orElse(null), java.sql.Types.VARCHAR)
        .param(
            "before",
            asked.after().map(place -> place.at().atOffset(UTC)).orElse(null),
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("beforeId", asked.after().map(Cursors.Place::id).orElse(null), java.sql.Types.OTHER)
        .param("limit", asked.limit())
        .query(
            (row, n) ->
                new Entry(
                    row.getObject("id", UUID.class),
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("direction"),
                    row.getString("channel"),
                    row.getString("what"),
                    row.getInt("status"),
                    row.getInt("millis"),
                    row.getString("correlation_id"),
                    row.getString("body")))
        .list();
  }
}

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What goes through a channel. */
@Repository
public class ChannelActivity {

  private static final Duration LATELY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Clock clock;

  ChannelActivity(JdbcClient jdbc, Tenancy tenancy, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * @param failures of the last day
   */
  public record Figures(
      Optional<Instant> lastIn, Optional<Instant> lastOut, long failures, long queued) {}

  @Transactional(readOnly = true)
  public Figures of(UUID channel) {
    return jdbc.sql(
            """
            SELECT max(v.last_inbound_at) AS last_in,
              (SELECT max(m.at) FROM message m WHERE m.tenant_id = :tenant
                 AND m.channel_id = :channel AND m.author IN ('ai', 'member') AND m.at > :since)
                AS last_out,
              (SELECT count(*) FROM message m WHERE m.tenant_id = :tenant
                 AND m.channel_id = :channel AND m.status = 'failed' AND m.at > :since) AS failures,
              (SELECT count(*) FROM message m WHERE m.tenant_id = :tenant
                 AND m.channel_id = :channel AND m.status = 'queued') AS queued
            FROM conversation v WHERE v.tenant_id = :tenant AND v.channel_id = :channel
            """)
        .param("tenant", tenancy.current().value())
        .param("channel", channel)
        .param("since", clock.instant().minus(LATELY).atOffset(UTC))
        .query(
            (row, n) ->
                new Figures(
                    ConversationStore.instant(row, "last_in"),
                    ConversationStore.instant(row, "last_out"),
                    row.getLong("failures"),
                    row.getLong("queued")))
        .single();
  }

  /** The channel works again: what waited for that goes out, each conversation in its order. */
  @Transactional
  public void resume(UUID channel) {
    jdbc.sql(
            """
            UPDATE message SET due_at = :now
            WHERE tenant_id = :tenant AND channel_id = :channel AND status = 'queued'
              AND due_at > :now
            """)
        .param("now", clock.instant().atOffset(UTC))
        .param("tenant", tenancy.current().value())
        .param("channel", channel)
        .update();
  }
}

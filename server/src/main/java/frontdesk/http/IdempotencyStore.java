package frontdesk.http;

import static java.time.ZoneOffset.UTC;

import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** First answers by tenant, caller and key, for a day. */
@Repository
class IdempotencyStore {

  private static final Duration KEPT = Duration.ofHours(24);

  /** A request that has run this long has died with its process. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  IdempotencyStore(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  record Key(String caller, String key) {}

  record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}

  sealed interface Begun {
    record First() implements Begun {}

    record Repeat(Answer answer) implements Begun {}

    record OtherRequest() implements Begun {}

    record StillRunning() implements Begun {}

    /** It was done, and the process died before the answer was kept. */
    record AnswerLost() implements Begun {}
  }

  @Transactional
  public Begun begin(Key key, byte[] request, Instant now) {
    var tenant = tenancy.current().value();
    jdbc.sql("DELETE FROM idempotent_answer WHERE tenant_id = :tenant AND begun_at < :old")
        .param("tenant", tenant)
        .param("old", now.minus(KEPT).atOffset(UTC))
        .update();
    var first =
        jdbc.sql(
                """
                INSERT INTO idempotent_answer AS a (tenant_id, caller, key, request_hash, begun_at)
                VALUES (:tenant, :caller, :key, :request, :now)
                ON CONFLICT (tenant_id, caller, key) DO UPDATE SET begun_at = excluded.begun_at
                WHERE a.status IS NULL AND NOT a.changed AND a.request_hash = excluded.request_hash
                  AND a.begun_at < :dead
                """)
            .param("tenant", tenant)
            .param("caller", key.caller())
            .param("key", key.key())
            .param("request", request)
            .param("now", now.atOffset(UTC))
            .param("dead", now.minus(LONGEST).atOffset(UTC))
            .update();
    return first == 1
        ? new Begun.First()
        : look(key, request, now).orElse(new Begun.StillRunning());
  }

  private Optional<Begun> look(Key key, byte[] request, Instant now) {
    return jdbc.sql(
            """
            SELECT request_hash, changed AND begun_at < :dead AS lost, status, content_type, location,
              body
            FROM idempotent_answer
            WHERE tenant_id = :tenant AND caller = :caller AND key = :key
            """)
        .param("tenant", tenancy.current().value())
        .param("caller", key.caller())
        .param("key", key.key())
        .param("dead", now.minus(LONGEST).atOffset(UTC))
        .query(
            (row, n) -> {
              if (!Arrays.equals(row.getBytes("request_hash"), request)) {
                return new Begun.OtherRequest();
              }
              var lost = row.getBoolean("lost");
              var status = row.getInt("status");
              return row.wasNull()
                  ? lost ? new Begun.AnswerLost() : new Begun.StillRunning()
                  : new Begun.Repeat(
                      new Answer(
                          status,
                          row.getString("content_type"),
                          row.getString("location"),
                          row.getBytes("body")));
            })
        .optional()
        .map(begun -> (Begun) begun);
  }

  /** Within the transaction that does the work: both or neither. */
  void changing(Key key) {
    jdbc.sql(
            """
            UPDATE idempotent_answer SET changed = true
            WHERE tenant_id = :tenant AND caller = :caller AND key = :key AND NOT changed
            """)
        .param("tenant", tenancy.current().value())
        .param("caller", key.caller())
        .param("key", key.key())
        .update();
  }

  @Transactional
  public void keep(Key key, Answer answer) {
    jdbc.sql(
            """
            UPDATE idempotent_answer
            SET status = :status, content_type = :type, location = :location, body = :body
            WHERE tenant_id = :tenant AND caller = :caller AND key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("body", answer.body())
        .param("tenant", tenancy.current().value())
        .param("caller", key.caller())
        .param("key", key.key())
        .update();
  }

  /** The request came to nothing and may be tried again. */
  @Transactional
  public void forget(Key key) {
    jdbc.sql(
            """
            DELETE FROM idempotent_answer
            WHERE tenant_id = :tenant AND caller = :caller AND key = :key AND status IS NULL
            """)
        .param("tenant", tenancy.current().value())
        .param("caller", key.caller())
        .param("key", key.key())
        .update();
  }
}

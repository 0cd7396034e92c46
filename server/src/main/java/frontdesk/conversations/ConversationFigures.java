package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.identity.Caller;
import frontdesk.tenancy.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answered, and how soon, day by day, over the conversations that somebody may see. */
@Service
public class ConversationFigures {

  private static final int DAYS = 14;
  private static final int WEEK = 7;

  /**
   * @param waitingSince when the first of those who wait for a person began to
   * @param days the last fourteen, today last
   * @param week the last seven days together, today among them
   * @param weekBefore the seven before those
   */
  public record Figures(
      long waiting,
      Optional<Instant> waitingSince,
      List<Day> days,
      Answers week,
      Answers weekBefore) {}

  public record Day(LocalDate date, long handoffs, Answers answers) {}

  /**
   * A conversation counts once for each day on which it was answered.
   *
   * @param byAi without any person
   * @param firstReplySeconds from the day's first message to its first answer, the median
   */
  public record Answers(long answered, long byAi, Optional<Double> firstReplySeconds) {
    static final Answers NONE = new Answers(0, 0, Optional.empty());
  }

  private final JdbcClient jdbc;
  private final Tenancy tenancy;

  ConversationFigures(JdbcClient jdbc, Tenancy tenancy) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
  }

  @Transactional(readOnly = true)
  public Figures of(Caller caller, LocalDate today, ZoneId zone) {
    var seeing = Seeing.of(caller);
    var first = today.minusDays(DAYS - 1L);
    Map<LocalDate, Day> known = new HashMap<>();
    var weeks = new ArrayList<>(List.of(Answers.NONE, Answers.NONE));
    // One statement for days and weeks: a median of a week does not follow from those of its days.
    // The ids are in the order of time, so the newest stand together in the primary key.
    seeing
        .bind(
            jdbc.sql(
                """
                WITH said AS (
                  SELECT (m.at AT TIME ZONE :zone)::date AS day, m.conversation_id, m.author, m.kind,
                    m.at, m.details
                  FROM message m
                  JOIN conversation v ON v.tenant_id = :tenant AND v.id = m.conversation_id
                  WHERE m.tenant_id = :tenant AND m.id >= CAST(:firstId AS uuid)
                    AND m.at >= :since AND m.kind NOT IN ('note', 'suggestion')
                    AND m.status NOT IN ('failed', 'cancelled') AND
                """
                    + Seeing.CONDITION
                    + """
                    ), talked AS (
                      SELECT day, day > CAST(:lastWeek AS date) AS recent,
                        min(at) FILTER (WHERE author = 'contact') AS asked,
                        min(at) FILTER (WHERE author IN ('ai', 'member')) AS answered,
                        count(*) FILTER (WHERE author = 'ai') > 0 AS ai,
                        count(*) FILTER (WHERE author = 'member') > 0 AS person,
                        count(*) FILTER (WHERE kind = 'event' AND details -> 'event' ->> 'type' = 'handoff')
                          AS handoffs
                      FROM said GROUP BY day, conversation_id
                    )
                    SELECT day, recent,
                      count(*) FILTER (WHERE asked IS NOT NULL AND (ai OR person)) AS answered,
                      count(*) FILTER (WHERE asked IS NOT NULL AND ai AND NOT person) AS by_ai,
                      sum(handoffs) AS handoffs,
                      percentile_cont(0.5) WITHIN GROUP (
                        ORDER BY extract(epoch FROM answered - asked))
                        FILTER (WHERE answered > asked) AS first_reply
                    FROM talked GROUP BY GROUPING SETS ((day), (recent))
                    """))
        .param("tenant", tenancy.current().value())
        .param("zone", zone.getId())
        .param("firstId", firstIdOf(first.atStartOfDay(zone).toInstant()))
        .param("since", first.atStartOfDay(zone).toInstant().atOffset(UTC))
        .param("lastWeek", today.minusDays(WEEK))
        .query(
            row -> {
              var date = row.getObject("day", LocalDate.class);
              if (date != null) {
                known.put(date, new Day(date, row.getLong("handoffs"), answers(row)));
              } else {
                weeks.set(row.getBoolean("recent") ? 0 : 1, answers(row));
              }
            });
    var days =
        first
            .datesUntil(today.plusDays(1))
            .map(date -> known.getOrDefault(date, new Day(date, 0, Answers.NONE)))
            .toList();
    return seeing
        .bind(
            jdbc.sql(
                """
                SELECT count(*) AS waiting, min(needs_person_since) AS since FROM conversation v
                WHERE v.tenant_id = :tenant AND v.status NOT IN ('closed', 'spam')
                  AND v.needs_person_since IS NOT NULL AND
                """
                    + Seeing.CONDITION))
        .param("tenant", tenancy.current().value())
        .query(
            (row, n) ->
                new Figures(
                    row.getLong("waiting"),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    days,
                    weeks.getFirst(),
                    weeks.getLast()))
        .single();
  }

  private static Answers answers(ResultSet row) throws SQLException {
    var seconds = row.getDouble("first_reply");
    return new Answers(
        row.getLong("answered"),
        row.getLong("by_ai"),
        row.wasNull() ? Optional.empty() : Optional.of(seconds));
  }

  /** The least UUIDv7 of a moment. */
  private static String firstIdOf(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000, 0x8000000000000000L).toString();
  }
}

package frontdesk.mail;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is still to be sent. A row goes when its mail has gone; one given up stays, with why. */
@Repository
class MailStore {

  private static final TypeReference<Map<String, String>> ABOUT = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  MailStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * @param attempts this one among them
   */
  record Due(MailOrder order, int attempts) {}

  void insert(MailOrder order) {
    jdbc.sql(
            """
            INSERT INTO control.mail (mail_id, kind, address, about, asked_at, due_at, attempts)
            VALUES (:id, :kind, :address, :about::jsonb, :at, :at, 0)
            """)
        .param("id", order.id())
        .param("kind", order.kind())
        .param("address", order.address())
        .param("about", json.writeValueAsString(order.about()))
        .param("at", order.askedAt().atOffset(UTC))
        .update();
  }

  /** Claims what is due; whoever claimed it and died leaves it due again after the lease. */
  @Transactional
  public List<Due> takeDue(Instant now, Duration lease, int most) {
    return jdbc.sql(
            """
            UPDATE control.mail SET due_at = :until, attempts = attempts + 1
            WHERE mail_id IN (
              SELECT mail_id FROM control.mail WHERE due_at <= :now
              ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING mail_id, kind, address, about, asked_at, attempts
            """)
        .param("until", now.plus(lease).atOffset(UTC))
        .param("now", now.atOffset(UTC))
        .param("most", most)
        .query(
            (row, n) ->
                new Due(
                    new MailOrder(
                        row.getObject("mail_id", UUID.class),
                        row.getString("kind"),
                        row.getString("address"),
                        json.readValue(row.getString("about"), ABOUT),
                        row.getTimestamp("asked_at").toInstant()),
                    row.getInt("attempts")))
        .list();
  }

  @Transactional
  public void sent(UUID mail) {
    jdbc.sql("DELETE FROM control.mail WHERE mail_id = :id").param("id", mail).update();
  }

  @Transactional
  public void tryAgain(UUID mail, Instant due, String problem) {
    jdbc.sql("UPDATE control.mail SET due_at = :due, problem = :problem WHERE mail_id = :id")
        .param("due", due.atOffset(UTC))
        .param("problem", problem)
        .param("id", mail)
        .update();
  }

  @Transactional
  public void giveUp(UUID mail, String problem) {
    jdbc.sql("UPDATE control.mail SET due_at = NULL, problem = :problem WHERE mail_id = :id")
        .param("problem", problem)
        .param("id", mail)
        .update();
  }
}

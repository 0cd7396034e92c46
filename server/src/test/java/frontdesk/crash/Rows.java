package frontdesk.crash;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds, seen from outside the server and past row-level security. */
final class Rows {

  private final JdbcClient jdbc;

  Rows(DataSource superuser) {
    jdbc = JdbcClient.create(superuser);
  }

  /** How a reply stands, and what the vendor called it. */
  record Reply(String status, String externalId) {}

  List<String> said(String customer) {
    return jdbc.sql(
            """
            SELECT m.text FROM message m JOIN conversation c
              ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
            WHERE c.address = :customer AND m.author = 'contact' ORDER BY m.seq
            """)
        .param("customer", customer)
        .query(String.class)
        .list();
  }

  List<Reply> replies(String customer) {
    return jdbc.sql(
            """
            SELECT m.status, coalesce(m.external_id, '') FROM message m JOIN conversation c
              ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
            WHERE c.address = :customer AND m.author = 'ai' ORDER BY m.seq
            """)
        .param("customer", customer)
        .query((row, n) -> new Reply(row.getString(1), row.getString(2)))
        .list();
  }

  /** Turns that are due, and replies on their way. */
  long waiting() {
    return count(
        """
        SELECT (SELECT count(*) FROM mailbox)
          + (SELECT count(*) FROM message WHERE status IN ('queued', 'sending'))
        """);
  }

  List<String> appointments(String customer) {
    return jdbc.sql(
            """
            SELECT a.status FROM appointment a JOIN conversation c
              ON c.tenant_id = a.tenant_id AND c.contact_id = a.contact_id
            WHERE c.address = :customer
            """)
        .param("customer", customer)
        .query(String.class)
        .list();
  }

  /** Times that are kept for nobody's appointment. */
  long holds() {
    return count("SELECT count(*) FROM booked_time WHERE state = 'held'");
  }

  /**
   * One who wrote, and what came of it.
   *
   * @param outcome the status of the one reply, or that a person is to answer
   */
  record Customer(String address, int messages, String outcome, String externalId) {}

  List<Customer> customers() {
    return jdbc.sql(
            """
            SELECT c.address,
              count(*) FILTER (WHERE m.author = 'contact'),
              CASE WHEN c.needs_person_since IS NOT NULL THEN 'with a person'
                ELSE coalesce(string_agg(m.status, ' and ') FILTER (WHERE m.author = 'ai'), 'lost')
              END,
              coalesce(max(m.external_id) FILTER (WHERE m.author = 'ai'), '')
            FROM conversation c
            JOIN message m ON m.tenant_id = c.tenant_id AND m.conversation_id = c.id
            GROUP BY c.tenant_id, c.id, c.address, c.needs_person_since
            """)
        .query(
            (row, n) ->
                new Customer(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
        .list();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  /** The leases of a process that is gone end at once, instead of half a minute after its death. */
  void endLeases() {
    jdbc.sql("UPDATE mailbox SET lease_until = clock_timestamp() WHERE lease_until IS NOT NULL")
        .update();
  }
}

package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.NotFound;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members have written to be sent later. */
@Service
class ScheduledMessages {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Conversations conversations;
  private final Replies replies;
  private final Clock clock;

  ScheduledMessages(
      JdbcClient jdbc, Tenancy tenancy, Conversations conversations, Replies replies, Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.conversations = conversations;
    this.replies = replies;
    this.clock = clock;
  }

  record Scheduled(UUID id, UUID conversation, UUID member, String text, Instant dueAt) {}

  @Transactional(readOnly = true)
  public List<Scheduled> of(UUID conversation) {
    conversations.contactOf(conversation);
    return jdbc.sql(
            """
            SELECT id, conversation_id AS conversation, member_id AS member, text, due_at
            FROM scheduled_message
            WHERE tenant_id = :tenant AND conversation_id = :conversation ORDER BY due_at, id
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(Scheduled.class)
        .list();
  }

  @Transactional
  public Scheduled add(UUID conversation, UUID member, String text, Instant dueAt) {
    var one = new Scheduled(Ids.next(), conversation, member, text, dueAt);
    conversations.contactOf(conversation);
    jdbc.sql(
            """
            INSERT INTO scheduled_message (tenant_id, id, conversation_id, member_id, text, due_at)
            VALUES (:tenant, :id, :conversation, :member, :text, :due)
            """)
        .param("tenant", tenant())
        .param("id", one.id())
        .param("conversation", conversation)
        .param("member", member)
        .param("text", text)
        .param("due", dueAt.atOffset(UTC))
        .update();
    return one;
  }

  /** Not to be sent after all. */
  @Transactional
  public void cancel(UUID conversation, UUID id) {
    var cancelled =
        jdbc.sql(
                """
                DELETE FROM scheduled_message
                WHERE tenant_id = :tenant AND conversation_id = :conversation AND id = :id
                """)
            .param("tenant", tenant())
            .param("conversation", conversation)
            .param("id", id)
            .update();
    if (cancelled == 0) {
      throw new NotFound("scheduled message");
    }
  }

  /** The oldest that are due. */
  @Transactional(readOnly = true)
  public List<UUID> due() {
    return jdbc.sql(
            """
            SELECT id FROM scheduled_message WHERE tenant_id = :tenant AND due_at <= :now
            ORDER BY due_at, id LIMIT 100
            """)
        .param("tenant", tenant())
        .param("now", clock.instant().atOffset(UTC))
        .query(UUID.class)
        .list();
  }

  /**
   * Sends one in the transaction that takes it away: each is sent once, and not at all when it has
   * been cancelled meanwhile. What may not be sent any more stands in the thread as failed, with
   * the reason.
   */
  @Transactional
  public void send(UUID id) {
    take(id)
        .ifPresent(
            one -> {
              var outcome = replies.reply(one.conversation(), one.member(), one.text());
              if (outcome instanceof Replies.Outcome.Refused(var reason)) {
                replies.fail(one.conversation(), one.member(), one.text(), reason);
              }
            });
  }

  private Optional<Scheduled> take(UUID id) {
    return jdbc.sql(
            """
            DELETE FROM scheduled_message WHERE tenant_id = :tenant AND id = :id
            RETURNING id, conversation_id AS conversation, member_id AS member, text, due_at
            """)
        .param("tenant", tenant())
        .param("id", id)
        .query(Scheduled.class)
        .optional();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

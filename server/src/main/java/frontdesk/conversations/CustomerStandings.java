package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.identity.MemberNames;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How customers' conversations stand, and what they thought of them once they were closed. */
@Service
public class CustomerStandings {

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final ConversationStore conversations;
  private final MemberNames members;
  private final MessageViews views;
  private final Clock clock;

  CustomerStandings(
      JdbcClient jdbc,
      Tenancy tenancy,
      ConversationStore conversations,
      MemberNames members,
      MessageViews views,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.conversations = conversations;
    this.members = members;
    this.views = views;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public CustomerStanding of(UUID channel, String address) {
    return conversations
        .findByAddress(channel, address)
        .flatMap(conversations::find)
        .map(this::of)
        .orElse(CustomerStanding.NOTHING_SAID);
  }

  private CustomerStanding of(Conversation conversation) {
    var closed = conversation.status().equals("closed");
    var handedOff = conversation.needsPersonSince().filter(since -> !closed);
    var waiting = handedOff.filter(since -> !personAnswered(conversation.id(), since)).isPresent();
    var byAi = conversation.answeredByAi(clock.instant());
    return new CustomerStanding(
        closed ? "closed" : "open",
        byAi ? "ai" : "person",
        byAi ? null : conversation.assignee().flatMap(members::first).orElse(null),
        waiting,
        waiting ? expectedBy(conversation.id()).orElse(null) : null,
        conversation.contactLanguage().map(Locale::toLanguageTag).orElse(null),
        closed ? find(conversation.id()).map(CustomerRating::score).orElse(null) : null);
  }

  private boolean personAnswered(UUID conversation, Instant since) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM message WHERE tenant_id = :tenant
              AND conversation_id = :conversation AND author = 'member' AND kind <> 'note'
              AND at >= :since)
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .param("since", since.atOffset(UTC))
        .query(Boolean.class)
        .single();
  }

  private Optional<Instant> expectedBy(UUID conversation) {
    return jdbc.sql(
            """
            SELECT details -> 'event' ->> 'expectedBy' FROM message
            WHERE tenant_id = :tenant AND conversation_id = :conversation AND kind = 'event'
              AND details -> 'event' ->> 'type' = 'handoff'
            ORDER BY seq DESC LIMIT 1
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query((row, n) -> Optional.ofNullable(row.getString(1)).map(Instant::parse))
        .optional()
        .flatMap(found -> found);
  }

  @Transactional(readOnly = true)
  public Optional<CustomerRating> find(UUID conversation) {
    return jdbc.sql(
            """
            SELECT score, comment, at FROM customer_rating
            WHERE tenant_id = :tenant AND conversation_id = :conversation
            """)
        .param("tenant", tenant())
        .param("conversation", conversation)
        .query(
            (row, n) ->
                new CustomerRating(
                    row.getInt("score"),
                    row.getString("comment"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /**
   * The newest word counts, and none takes nothing back; false while the conversation is not
   * closed.
   */
  @Transactional
  public boolean rate(UUID channel, String address, int score, String comment) {
    var closed =
        conversations
            .findByAddress(channel, address)
            .flatMap(conversations::find)
            .filter(conversation -> conversation.status().equals("closed"));
    closed.ifPresent(
        conversation -> {
          jdbc.sql(
                  """
                  INSERT INTO customer_rating (tenant_id, conversation_id, score, comment, at)
                  VALUES (:tenant, :conversation, :score, :comment, :now)
                  ON CONFLICT (tenant_id, conversation_id) DO UPDATE
                    SET score = excluded.score, at = excluded.at,
                      comment = CASE WHEN excluded.comment = '' THEN customer_rating.comment
                        ELSE excluded.comment END
                  """)
              .param("tenant", tenant())
              .param("conversation", conversation.id())
              .param("score", score)
              .param("comment", comment)
              .param("now", clock.instant().atOffset(UTC))
              .update();
          views.changed(conversation.id());
        });
    return closed.isPresent();
  }

  private UUID tenant() {
    return tenancy.current().value();
  }
}

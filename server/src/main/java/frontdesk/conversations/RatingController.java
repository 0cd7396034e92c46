package frontdesk.conversations;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenancy;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Thumbs up or down for an answer of the assistant's, with a reason; and what the customer thought
 * of the whole conversation.
 */
@RestController
class RatingController {

  private static final int LONGEST = 1_000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final ConversationStore conversations;
  private final MessageStore messages;
  private final CustomerStandings standings;
  private final Clock clock;

  RatingController(
      JdbcClient jdbc,
      Tenancy tenancy,
      ConversationStore conversations,
      MessageStore messages,
      CustomerStandings standings,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.conversations = conversations;
    this.messages = messages;
    this.standings = standings;
    this.clock = clock;
  }

  record Request(@NotNull @Nullable Boolean good, @Nullable String reason) {}

  record Item(UUID messageId, boolean good, String reason) {}

  record Items(List<Item> items, @Nullable CustomerRating customer) {}

  /** One's own, and the customer's. */
  @GetMapping("/api/conversations/{id}/ratings")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Items list(Caller caller, @PathVariable UUID id) {
    conversations.find(id).orElseThrow(() -> new NotFound("conversation"));
    return new Items(
        jdbc.sql(
                """
                SELECT message_id, good, reason FROM reply_rating
                WHERE tenant_id = :tenant AND conversation_id = :conversation
                  AND member_id = :member
                """)
            .param("tenant", tenancy.current().value())
            .param("conversation", id)
            .param("member", caller.member())
            .query(Item.class)
            .list(),
        standings.find(id).orElse(null));
  }

  @PutMapping("/api/conversations/{id}/messages/{message}/rating")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.INBOX_REPLY)
  @Transactional
  public void rate(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID message,
      @RequestBody Request request) {
    var reason = Optional.ofNullable(request.reason()).orElse("").strip();
    if (request.good() == null) {
      throw new Invalid("good", Texts.say("rating.good"));
    }
    if (reason.length() > LONGEST) {
      throw new Invalid("reason", Texts.say("conversation.text-too-long", LONGEST));
    }
    messages
        .find(message)
        .filter(found -> found.conversation().equals(id) && found.author().equals("ai"))
        .orElseThrow(() -> new NotFound("message"));
    jdbc.sql(
            """
            INSERT INTO reply_rating
              (tenant_id, conversation_id, message_id, member_id, good, reason, at)
            VALUES (:tenant, :conversation, :message, :member, :good, :reason, :now)
            ON CONFLICT (tenant_id, conversation_id, message_id, member_id)
              DO UPDATE SET good = excluded.good, reason = excluded.reason, at = excluded.at
            """)
        .param("tenant", tenancy.current().value())
        .param("conversation", id)
        .param("message", message)
        .param("member", caller.member())
        .param("good", request.good())
        .param("reason", reason)
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }
}

package frontdesk.conversations;

import frontdesk.database.Pipeline;
import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Has the assistant draft again, for the same messages and in another language. */
@Service
class Redrafting {

  /** What came of it. */
  sealed interface Redraft {
    record Drafted(MessageView message) implements Redraft {}

    /** There is nothing left to answer. */
    record Answered() implements Redraft {}

    /** No mind that is set up here writes that language. */
    record NotSpoken() implements Redraft {}
  }

  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final TurnRequests requests;
  private final TurnHandler handler;
  private final MessageViews views;
  private final LiveEvents live;
  private final TransactionOperations transactions;
  private final JdbcOperations jdbc;
  private final Clock clock;

  Redrafting(
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      TurnRequests requests,
      TurnHandler handler,
      MessageViews views,
      LiveEvents live,
      TransactionOperations transactions,
      JdbcOperations jdbc,
      Clock clock) {
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.requests = requests;
    this.handler = handler;
    this.views = views;
    this.live = live;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Asked(TurnRequest request, PreparedTurn turn) {}

  /** A turn of its own, outside any transaction as every turn. */
  Redraft in(Locale language, UUID conversation, Message suggestion) {
    var asked = transactions.execute(status -> ask(language, conversation));
    if (asked.isEmpty()) {
      return new Redraft.Answered();
    }
    var result = asked.get().turn().run(new Unwatched());
    var reply = result.reply();
    if (reply.isEmpty() || !reply.get().language().getLanguage().equals(language.getLanguage())) {
      return new Redraft.NotSpoken();
    }
    return transactions.execute(
        status -> keep(suggestion, asked.get().request(), reply.get(), result));
  }

  private Optional<Asked> ask(Locale language, UUID conversation) {
    var known = conversations.find(conversation).orElseThrow(() -> new NotFound("conversation"));
    var request = requests.of(known, spoken(conversation)).draftedIn(language);
    return request.newMessages().isEmpty()
        ? Optional.empty()
        : Optional.of(new Asked(request, handler.prepare(List.of(request)).getFirst()));
  }

  private List<Message> spoken(UUID conversation) {
    return messages.spoken(conversation, TurnRequests.HISTORY);
  }

  private Redraft keep(
      Message suggestion, TurnRequest request, TurnResult.Reply reply, TurnResult result) {
    var conversation = suggestion.conversation();
    var place = places.next(conversation, clock.instant());
    if (spoken(conversation).stream().anyMatch(m -> m.seq() > request.newestSeq())) {
      return new Redraft.Answered();
    }
    var draft = suggestion.beside(place, reply);
    var pipeline = new Pipeline(jdbc);
    messages.insert(pipeline, draft, Optional.empty());
    result.inTransaction().accept(pipeline);
    pipeline.send();
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(conversation),
        () -> views.created(conversation, draft));
    return new Redraft.Drafted(views.view(draft));
  }
}

package frontdesk.conversations;

import frontdesk.conversations.Redrafting.Redraft;
import frontdesk.http.NotFound;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Answers that the assistant suggests: sent, put away, or said in another tone. */
@Service
class Suggestions {

  private static final int RECENT = 20;

  private final Replies replies;
  private final DraftDeeds deeds;
  private final Redrafting redrafting;
  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final MailboxStore mailbox;
  private final Wakeup wakeup;
  private final MessageViews views;
  private final LiveEvents live;
  private final TransactionOperations transactions;
  private final Tenancy tenancy;
  private final Clock clock;

  Suggestions(
      Replies replies,
      DraftDeeds deeds,
      Redrafting redrafting,
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      MailboxStore mailbox,
      Wakeup wakeup,
      MessageViews views,
      LiveEvents live,
      TransactionOperations transactions,
      Tenancy tenancy,
      Clock clock) {
    this.replies = replies;
    this.deeds = deeds;
    this.redrafting = redrafting;
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.mailbox = mailbox;
    this.wakeup = wakeup;
    this.views = views;
    this.live = live;
    this.transactions = transactions;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * A member's reply. Where it is made of a draft, what the draft says is done is done in the same
   * transaction, with the member's word for it; when that cannot be, nothing is sent, and the
   * assistant drafts again by what the books allow now.
   *
   * @param suggestion the draft it was made of; a reply in just its words is the draft in any case
   * @param mayChange the member may make and cancel appointments
   */
  Replies.Outcome reply(
      UUID conversation,
      UUID member,
      Replies.Reply reply,
      Optional<Long> seenSeq,
      Optional<UUID> suggestion,
      boolean mayChange) {
    var outcome =
        transactions.execute(
            status -> {
              var draft =
                  suggestion
                      .map(id -> get(conversation, id))
                      .or(() -> inTheseWords(conversation, reply.text()));
              var came =
                  draft
                      .<Replies.Outcome>map(
                          used -> use(used, new Sent(member, reply, seenSeq, mayChange)))
                      .orElseGet(() -> replies.reply(conversation, member, reply, seenSeq));
              if (!(came instanceof Replies.Outcome.Stored)) {
                status.setRollbackOnly();
              }
              return came;
            });
    if (outcome instanceof Replies.Outcome.Undone(var refused) && refused.byTheBooks()) {
      transactions.executeWithoutResult(status -> again(conversation));
      wakeup.at(tenancy.current(), clock.instant());
    }
    return outcome;
  }

  private record Sent(
      UUID member, Replies.Reply reply, Optional<Long> seenSeq, boolean mayChange) {}

  private Replies.Outcome use(Message draft, Sent sent) {
    var conversation = draft.conversation();
    var used =
        new UsedDraft(
            draft.run().orElseThrow(),
            conversation,
            conversations.find(conversation).orElseThrow().contact(),
            sent.reply().text(),
            last(conversation),
            sent.mayChange());
    return switch (deeds.use(used)) {
      case DraftUse.Refused refused -> new Replies.Outcome.Undone(refused);
      case DraftUse.Done(var appointment) ->
          replies.reply(
              conversation,
              sent.member(),
              sent.reply(),
              sent.seenSeq(),
              Message.Details.of(appointment.orElse(null)));
    };
  }

  private Optional<Message> inTheseWords(UUID conversation, String text) {
    return drafts(conversation).stream()
        .filter(m -> m.details().event().isEmpty() && m.text().strip().equals(text))
        .findFirst();
  }

  /** Those that answer the newest message. */
  private List<Message> drafts(UUID conversation) {
    var last = last(conversation);
    return messages.list(conversation, Long.MAX_VALUE, RECENT).stream()
        .filter(m -> m.kind().equals("suggestion") && m.seq() > last)
        .toList();
  }

  /** Of the newest message that either side has sent. */
  private long last(UUID conversation) {
    return messages.spoken(conversation, 1).stream().mapToLong(Message::seq).findFirst().orElse(0);
  }

  /** Drafts anew for what nobody has answered; what was drafted before is put away. */
  private void again(UUID conversation) {
    drafts(conversation).forEach(this::putAway);
    mailbox.put(conversation, last(conversation), clock.instant());
  }

  /** Nobody is to see it among the drafts any more. */
  @Transactional
  public void discard(UUID conversation, UUID suggestion) {
    putAway(get(conversation, suggestion));
  }

  private void putAway(Message suggestion) {
    var discarded = suggestion.with(Message.Details.event("discarded", Map.of()));
    messages.details(discarded);
    tell(discarded);
  }

  /**
   * A suggestion beside it.
   *
   * @param wish shorter or warmer
   */
  @Transactional
  public MessageView reword(UUID conversation, UUID suggestion, String wish) {
    var first = get(conversation, suggestion);
    var known = conversations.find(conversation).orElseThrow();
    var text =
        wish.equals("shorter")
            ? Rewording.shorter(first.text())
            : Rewording.warmer(first.text(), known.contactName());
    var other = first.beside(places.next(conversation, clock.instant()), text);
    messages.insert(other, Optional.empty());
    tell(other);
    return views.view(other);
  }

  /** An answer beside it to the same messages, in this language. */
  Redraft in(Locale language, UUID conversation, UUID suggestion) {
    var first = transactions.execute(status -> get(conversation, suggestion));
    return redrafting.in(language, conversation, first);
  }

  private Message get(UUID conversation, UUID suggestion) {
    return messages
        .find(suggestion)
        .filter(m -> m.conversation().equals(conversation) && m.kind().equals("suggestion"))
        .orElseThrow(() -> new NotFound("suggestion"));
  }

  private void tell(Message message) {
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(message.conversation()),
        () -> views.created(message.conversation(), message));
  }
}

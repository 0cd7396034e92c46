package frontdesk.conversations;

import static java.util.Comparator.naturalOrder;

import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.http.Correlation;
import frontdesk.tenancy.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings in conversations that have taken place already: nobody is answered because of them. */
@Service
public class PastConversations {

  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final Contacts contacts;

  PastConversations(
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      Contacts contacts) {
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.contacts = contacts;
  }

  /**
   * @param author contact, ai or member
   * @param member who wrote it, when a member did
   */
  public record Said(String author, boolean note, String text, Instant at, Optional<UUID> member) {}

  /** How it stands now. */
  public sealed interface State {
    record WithAi() implements State {}

    record WithPerson(Optional<UUID> assignee, Optional<String> neededBecause) implements State {}

    record Closed() implements State {}
  }

  /**
   * @param said oldest first, at least one by the contact
   * @return its id
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID bringIn(Identity from, String channelType, List<Said> said, State state) {
    var contact = contacts.identify(from).id();
    var seen = said.stream().filter(one -> one.author().equals("contact")).map(Said::at);
    contacts.known(contact, said.getFirst().at(), seen.max(naturalOrder()).orElseThrow());
    var id =
        conversations.insert(
            Ids.next(), contact, from.channel(), channelType, from.address(), said.getFirst().at());
    said.forEach(one -> insert(id, from.channel(), one));
    var last = said.getLast();
    switch (state) {
      case State.WithAi() -> {}
      case State.Closed() -> conversations.status(id, "closed", Optional.empty());
      case State.WithPerson(var assignee, var because) -> {
        conversations.own(id, "person", Optional.empty(), because, last.at());
        conversations.assign(id, assignee);
      }
    }
    places.answered(id, said.size());
    return id;
  }

  private void insert(UUID conversation, UUID channel, Said said) {
    var inbound = said.author().equals("contact");
    var place =
        inbound
            ? places.inbound(conversation, said.at(), said.at())
            : places.next(conversation, said.at());
    messages.insert(
        new Message(
            Ids.next(),
            conversation,
            channel,
            place.seq(),
            said.author(),
            said.note() ? "note" : "text",
            said.text(),
            inbound ? "received" : said.note() ? "sent" : "read",
            said.member(),
            Optional.empty(),
            place.at(),
            Optional.of(said.at()),
            Message.Details.NONE,
            Optional.empty(),
            Optional.empty(),
            0,
            Correlation.current()),
        Optional.empty());
  }
}

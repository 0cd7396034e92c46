package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers do beside writing: a reaction, a message taken back, a new number. Each is a line
 * in the thread that members see; nothing is answered and no window opens.
 */
@Service
public class CustomerActs {

  private final ConversationStore conversations;
  private final PlaceStore places;
  private final MessageStore messages;
  private final Contacts contacts;
  private final MessageViews views;
  private final LiveEvents live;
  private final Clock clock;

  CustomerActs(
      ConversationStore conversations,
      PlaceStore places,
      MessageStore messages,
      Contacts contacts,
      MessageViews views,
      LiveEvents live,
      Clock clock) {
    this.conversations = conversations;
    this.places = places;
    this.messages = messages;
    this.contacts = contacts;
    this.views = views;
    this.live = live;
    this.clock = clock;
  }

  /**
   * @param type reaction, reaction-removed, edited, deleted, referral, number-changed, id-changed
   *     or identity-changed
   * @param text what belongs to it: the emoji, the advertisement, the new number
   * @param movedTo the address from now on
   */
  public record Act(
      Identity from,
      String externalId,
      String type,
      String text,
      Optional<Identity> movedTo,
      Optional<Instant> sentAt) {}

  /** A repeat changes nothing; what concerns no conversation of ours is left to the journal. */
  @Transactional
  public void store(List<Act> acts, String correlationId) {
    var inOrderOfLocks =
        acts.stream().sorted(Comparator.comparing(act -> act.from().address())).toList();
    for (var act : inOrderOfLocks) {
      var channel = act.from().channel();
      if (messages.findByExternalId(channel, act.externalId()).isEmpty()) {
        conversations
            .findByAddress(channel, act.from().address())
            .ifPresent(conversation -> store(act, conversation, correlationId));
      }
    }
  }

  private void store(Act act, UUID conversation, String correlationId) {
    var place = places.next(conversation, clock.instant());
    var line =
        new Message(
            Ids.next(),
            conversation,
            act.from().channel(),
            place.seq(),
            "system",
            "event",
            act.text(),
            "received",
            Optional.empty(),
            Optional.empty(),
            place.at(),
            act.sentAt(),
            Message.Details.event(act.type(), Map.of("text", act.text())),
            Optional.empty(),
            Optional.empty(),
            0,
            correlationId);
    if (!messages.insert(line, Optional.of(act.externalId()))) {
      return;
    }
    act.movedTo().ifPresent(to -> move(act.from(), to, conversation));
    live.publish(
        InboxEvents.MESSAGE_CREATED,
        Optional.of(conversation),
        () -> views.created(conversation, line));
    views.changed(conversation);
  }

  private void move(Identity from, Identity to, UUID conversation) {
    var contact = conversations.find(conversation).orElseThrow().contact();
    contacts.moved(contact, from, to);
    if (to.phone().isPresent() || from.phone().isEmpty()) {
      // A number that still holds is written to rather than the id beside it.
      conversations.readdress(conversation, to.channel(), to.address());
    }
  }
}

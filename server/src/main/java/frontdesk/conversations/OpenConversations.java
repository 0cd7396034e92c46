package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.tenancy.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The one conversation with a customer on a channel; opened when it is new. */
@Component
class OpenConversations {

  private final ConversationStore conversations;
  private final Contacts contacts;

  OpenConversations(ConversationStore conversations, Contacts contacts) {
    this.conversations = conversations;
    this.contacts = contacts;
  }

  UUID with(Identity customer, String channelType, Instant now) {
    return conversations
        .findByAddress(customer.channel(), customer.address())
        .orElseGet(() -> open(customer, channelType, now));
  }

  /** Who is known by another address already goes on in the same conversation. */
  private UUID open(Identity customer, String channelType, Instant now) {
    var contact = contacts.identify(customer).id();
    var elsewhere =
        customer.alias().isPresent() || customer.phone().isEmpty()
            ? conversations.findByContact(customer.channel(), contact)
            : Optional.<UUID>empty();
    return elsewhere.orElseGet(
        () ->
            conversations.insert(
                Ids.next(), contact, customer.channel(), channelType, customer.address(), now));
  }
}

package frontdesk.conversations;

import frontdesk.contacts.Contacts;
import frontdesk.contacts.Identity;
import frontdesk.tenancy.Ids;
import java.time.Instant;
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
        .orElseGet(
            () ->
                conversations.insert(
                    Ids.next(),
                    contacts.identify(customer).id(),
                    customer.channel(),
                    channelType,
                    customer.address(),
                    now));
  }
}

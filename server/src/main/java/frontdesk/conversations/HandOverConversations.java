package frontdesk.conversations;

import frontdesk.identity.Handover;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The conversations of who leaves: a colleague's from now on, or nobody's and seen by all. */
@Component
class HandOverConversations implements Handover {

  private final ConversationStore store;
  private final Conversations conversations;

  HandOverConversations(ConversationStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
  }

  @Override
  public void handOver(UUID from, Optional<UUID> to) {
    store.assignedTo(from).forEach(id -> conversations.assign(id, to, from));
  }
}

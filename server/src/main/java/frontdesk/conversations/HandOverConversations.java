package frontdesk.conversations;

import frontdesk.identity.Handover;
import frontdesk.identity.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The open conversations as members' work: of who leaves they are a colleague's from now on, or
 * nobody's and seen by all.
 */
@Component
class HandOverConversations implements Handover, Workload {

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

  @Override
  public Map<UUID, Integer> inHand() {
    return store.assigned();
  }
}

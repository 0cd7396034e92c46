package frontdesk.conversations;

import frontdesk.contacts.Belongings;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The conversations of a contact, when two turn out to be one person. */
@Component
class ConversationsOfContact implements Belongings {

  private final ConversationStore store;
  private final MessageViews views;

  ConversationsOfContact(ConversationStore store, MessageViews views) {
    this.store = store;
    this.views = views;
  }

  @Override
  public String kind() {
    return CONVERSATIONS;
  }

  @Override
  public List<String> pass(UUID from, UUID to) {
    var passed = store.pass(from, to);
    store.ofContact(to).forEach(views::changed);
    return passed.stream().map(UUID::toString).toList();
  }

  @Override
  public void giveBack(Passed passed, UUID from, UUID to) {
    store.giveBack(passed.ids(CONVERSATIONS), passed.identities(), from, to);
    store.ofContact(from).forEach(views::changed);
    store.ofContact(to).forEach(views::changed);
  }
}

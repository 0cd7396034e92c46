package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The labels of a business, and putting them on conversations. */
@Service
class Labels {

  private final LabelStore store;
  private final ConversationStore conversations;
  private final MessageViews views;
  private final Clock clock;

  Labels(LabelStore store, ConversationStore conversations, MessageViews views, Clock clock) {
    this.store = store;
    this.conversations = conversations;
    this.views = views;
    this.clock = clock;
  }

  /** What came of naming a label. */
  sealed interface Outcome {
    record Kept(Label label) implements Outcome {}

    record NameTaken() implements Outcome {}
  }

  @Transactional(readOnly = true)
  public List<Label> all() {
    return store.all();
  }

  @Transactional
  public Outcome add(String name, int color) {
    var label = new Label(Ids.next(), name, color);
    return store.insert(label, clock.instant()) ? new Outcome.Kept(label) : new Outcome.NameTaken();
  }

  @Transactional
  public Outcome change(Label label) {
    get(label.id());
    return store.change(label) ? new Outcome.Kept(label) : new Outcome.NameTaken();
  }

  @Transactional
  public void delete(UUID id) {
    get(id);
    store.delete(id);
  }

  /** The conversation carries these from now on, and no others. */
  @Transactional
  public void put(UUID conversation, Set<UUID> labels) {
    conversations.find(conversation).orElseThrow(() -> new NotFound("conversation"));
    labels.forEach(this::get);
    store.removeAll(conversation);
    store.add(conversation, labels);
    views.changed(conversation);
  }

  private void get(UUID id) {
    store.find(id).orElseThrow(() -> new NotFound("label"));
  }
}

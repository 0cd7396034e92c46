package frontdesk.conversations;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many conversations at once, and taken back. */
@Component
class BulkAction {

  static final Set<String> NAMES =
      Set.of("close", "reopen", "assign", "label", "unlabel", "snooze", "read", "unread");

  private final Conversations conversations;
  private final ConversationStore store;
  private final Labels labels;
  private final LabelStore labelStore;

  BulkAction(
      Conversations conversations, ConversationStore store, Labels labels, LabelStore labelStore) {
    this.conversations = conversations;
    this.store = store;
    this.labels = labels;
    this.labelStore = labelStore;
  }

  /** How a conversation stood before. */
  record Before(
      String status, @Nullable Instant snoozedUntil, @Nullable UUID assignee, List<UUID> labels) {}

  Before before(UUID conversation) {
    var now = store.find(conversation).orElseThrow();
    return new Before(
        now.status(),
        now.snoozedUntil().orElse(null),
        now.assignee().orElse(null),
        List.copyOf(labelStore.of(conversation)));
  }

  /**
   * @param argument whose, which label, until when; empty where the action needs none
   */
  void apply(String action, Optional<String> argument, UUID conversation, UUID member) {
    switch (action) {
      case "close" -> conversations.close(conversation);
      case "reopen" -> conversations.reopen(conversation);
      case "assign" -> conversations.assign(conversation, argument.map(UUID::fromString), member);
      case "label" -> put(conversation, UUID.fromString(argument.orElseThrow()), true);
      case "unlabel" -> put(conversation, UUID.fromString(argument.orElseThrow()), false);
      case "snooze" -> conversations.snooze(conversation, argument.map(Instant::parse));
      case "read" -> conversations.read(conversation, member, true);
      case "unread" -> conversations.read(conversation, member, false);
      default -> throw new IllegalArgumentException("No action is called " + action);
    }
  }

  void undo(String action, Before before, UUID conversation, UUID member) {
    switch (action) {
      case "assign" ->
          conversations.assign(conversation, Optional.ofNullable(before.assignee()), member);
      case "label", "unlabel" -> labels.put(conversation, Set.copyOf(before.labels()));
      case "read" -> conversations.read(conversation, member, false);
      case "unread" -> conversations.read(conversation, member, true);
      default -> {
        switch (before.status()) {
          case "closed" -> conversations.close(conversation);
          case "spam" -> conversations.spam(conversation, true);
          case "snoozed" ->
              conversations.snooze(conversation, Optional.ofNullable(before.snoozedUntil()));
          default -> conversations.reopen(conversation);
        }
      }
    }
  }

  private void put(UUID conversation, UUID label, boolean on) {
    var now = new HashSet<>(labelStore.of(conversation));
    if (on ? now.add(label) : now.remove(label)) {
      labels.put(conversation, now);
    }
  }
}

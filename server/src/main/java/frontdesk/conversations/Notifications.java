package frontdesk.conversations;

import frontdesk.identity.Members;
import frontdesk.identity.Permission;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What members are told of, for each of them until they have seen it: in the transaction in which
 * it happens, so that neither is without the other.
 */
@Service
public class Notifications {

  /** What somebody is told. */
  enum Type {
    HANDOFF,
    HANDOFF_WAITING,
    ASSIGNED,
    MENTION,
    MESSAGE_FAILED,
    CHANNEL_DOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final NotificationStore store;
  private final ConversationStore conversations;
  private final Members members;
  private final LiveEvents live;
  private final Clock clock;

  Notifications(
      NotificationStore store,
      ConversationStore conversations,
      Members members,
      LiveEvents live,
      Clock clock) {
    this.store = store;
    this.conversations = conversations;
    this.members = members;
    this.live = live;
    this.clock = clock;
  }

  /** Who looks after the conversation; nobody yet: all who may answer it. */
  void tellWhoAnswers(Type type, UUID conversation) {
    var assignee = conversations.find(conversation).orElseThrow().assignee();
    tell(
        type,
        Permission.INBOX_REPLY,
        conversation,
        assignee.map(List::of).orElseGet(() -> all(Permission.INBOX_REPLY)));
  }

  /** Those who run the business; answers who they are. */
  List<Members.Member> tellWhoRuns(Type type, UUID conversation) {
    var told = whoMay(Permission.SETTINGS_CHANGE);
    tell(
        type,
        Permission.SETTINGS_CHANGE,
        conversation,
        told.stream().map(Members.Member::id).toList());
    return told;
  }

  /** These members, about something in a conversation. */
  void tell(Type type, UUID conversation, Collection<UUID> to) {
    tell(type, Permission.INBOX_SEE, conversation, to);
  }

  private void tell(Type type, Permission permission, UUID conversation, Collection<UUID> to) {
    var known = conversations.find(conversation).orElseThrow();
    var reason =
        switch (type) {
          case HANDOFF, HANDOFF_WAITING -> known.needsPersonReason().orElse("");
          case ASSIGNED, MENTION, MESSAGE_FAILED, CHANNEL_DOWN -> "";
        };
    tell(
        type, permission, Optional.of(conversation), conversation, known.contactName(), reason, to);
  }

  /** A channel needs somebody: those are told who can do something about it. */
  @Transactional
  public void channelDown(UUID channel, String name, String reason) {
    tell(
        Type.CHANNEL_DOWN,
        Permission.CHANNELS_SEE,
        Optional.empty(),
        channel,
        name,
        reason,
        all(Permission.CHANNELS_CHANGE));
  }

  private void tell(
      Type type,
      Permission permission,
      Optional<UUID> conversation,
      UUID about,
      String name,
      String reason,
      Collection<UUID> to) {
    var now = clock.instant();
    for (var member : to) {
      store.put(
          new Notification(
              Ids.next(), type.word(), about, conversation, name, reason, 1, now, false),
          member);
    }
    live.publish(
        InboxEvents.NOTIFICATION.to(permission.word()),
        conversation,
        () ->
            new InboxEvents.Notification(
                type.word(), conversation.orElse(null), name, reason, List.copyOf(to)));
  }

  private List<UUID> all(Permission permission) {
    return whoMay(permission).stream().map(Members.Member::id).toList();
  }

  private List<Members.Member> whoMay(Permission permission) {
    return members.all().stream().filter(member -> member.may(permission)).toList();
  }

  /** The member has opened the conversation: what was to be said of it is said. */
  void seen(UUID member, UUID conversation) {
    store.seen(member, conversation, clock.instant());
  }
}

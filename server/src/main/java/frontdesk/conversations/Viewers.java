package frontdesk.conversations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who of the team has a conversation open just now. Of this node, and never written down. */
@Component
class Viewers {

  /** Who has not been heard of for this long has gone. */
  private static final Duration HERE = Duration.ofSeconds(30);

  private final LiveEvents live;
  private final Tenancy tenancy;
  private final Clock clock;
  private final Cache<Place, Map<MessageView.Person, Instant>> places =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(HERE).build();

  Viewers(LiveEvents live, Tenancy tenancy, Clock clock) {
    this.live = live;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  private record Place(TenantId tenant, UUID conversation) {}

  /** Tells the others; answers who they are. */
  List<MessageView.Person> come(UUID conversation, MessageView.Person who, boolean typing) {
    var now = clock.instant();
    var here = here(conversation);
    here.put(who, now);
    live.publish(
        InboxEvents.PRESENCE,
        Optional.of(conversation),
        () -> new InboxEvents.Presence(conversation, who, true));
    if (typing) {
      live.publish(
          InboxEvents.TYPING,
          Optional.of(conversation),
          () -> new InboxEvents.Typing(conversation, who));
    }
    here.values().removeIf(seen -> seen.plus(HERE).isBefore(now));
    return here.keySet().stream().filter(other -> !other.id().equals(who.id())).toList();
  }

  void leave(UUID conversation, MessageView.Person who) {
    here(conversation).remove(who);
    live.publish(
        InboxEvents.PRESENCE,
        Optional.of(conversation),
        () -> new InboxEvents.Presence(conversation, who, false));
  }

  private Map<MessageView.Person, Instant> here(UUID conversation) {
    return places.get(
        new Place(tenancy.current(), conversation), place -> new ConcurrentHashMap<>());
  }
}

package frontdesk.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The event streams of this node: a ring of recent events for each tenant somebody watches. Nothing
 * here is written down; who has missed too much is told to ask again.
 */
@Service
public class LiveEvents {

  private static final int RING = 500;

  /** How long events are kept for a business that nobody watches. */
  static final Duration UNWATCHED = Duration.ofMinutes(10);

  private final JsonMapper json;
  private final Tenancy tenancy;
  private final Cache<TenantId, Hub> hubs;

  @Autowired
  LiveEvents(JsonMapper json, Tenancy tenancy) {
    this(json, tenancy, Ticker.systemTicker());
  }

  LiveEvents(JsonMapper json, Tenancy tenancy, Ticker ticker) {
    this.json = json;
    this.tenancy = tenancy;
    this.hubs = Caffeine.newBuilder().expireAfterAccess(UNWATCHED).ticker(ticker).build();
  }

  /** Tells the current tenant's watchers, after the running transaction has committed. */
  public <T> void publish(EventKind<T> kind, Supplier<T> data) {
    publish(kind, Optional.empty(), data);
  }

  /** The same for something in a conversation; data is only made when somebody watches. */
  public <T> void publish(EventKind<T> kind, Optional<UUID> conversation, Supplier<T> data) {
    var hub = hubs.getIfPresent(tenancy.current());
    if (hub == null) {
      return;
    }
    // Made now, while the transaction still names its tenant and sees its own writes.
    var whole = data.get();
    var text = json.writeValueAsString(whole);
    var less =
        kind.less()
            .map(
                part ->
                    new LiveEvent.Less(
                        part.permission(), json.writeValueAsString(part.data().apply(whole))));
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              hub.add(kind, conversation, text, less);
            }
          });
    } else {
      hub.add(kind, conversation, text, less);
    }
  }

  /** Somebody sees the current tenant's events as they happen. */
  public boolean watched() {
    var hub = hubs.getIfPresent(tenancy.current());
    return hub != null && hub.watched();
  }

  /**
   * Starts a subscription; events after {@code lastId} that are still known come first, and a
   * {@code resync} in their place when they are not.
   */
  public Subscription subscribe(
      TenantId tenant, Optional<String> lastId, Predicate<LiveEvent> wanted) {
    // Asked for again by whoever listens, so that it lasts through however long nothing happens.
    return hub(tenant).subscribe(lastId, wanted, () -> hubs.getIfPresent(tenant));
  }

  /** The last event so far: what is read from now on lacks only what comes after it. */
  public String lastId(TenantId tenant) {
    return hub(tenant).lastId();
  }

  private Hub hub(TenantId tenant) {
    return hubs.get(tenant, t -> new Hub());
  }

  /** The node stops: open streams would keep it waiting, and their browsers find the next one. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    hubs.asMap().values().forEach(Hub::end);
  }

  private static final class Hub {

    /** Its own, so that an id of an earlier one is never mistaken for a recent one. */
    private final String life = Ids.next().toString();

    private final ArrayDeque<LiveEvent> ring = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private long next = 1;

    synchronized void add(
        EventKind<?> kind,
        Optional<UUID> conversation,
        String data,
        Optional<LiveEvent.Less> less) {
      var event =
          new LiveEvent(
              life + "-" + next++, kind.name(), kind.permission(), conversation, data, less);
      ring.addLast(event);
      if (ring.size() > RING) {
        ring.removeFirst();
      }
      subscriptions.removeIf(subscription -> !subscription.offer(event));
    }

    synchronized boolean watched() {
      return !subscriptions.isEmpty();
    }

    synchronized String lastId() {
      return life + "-" + (next - 1);
    }

    synchronized Subscription subscribe(
        Optional<String> lastId, Predicate<LiveEvent> wanted, Runnable listening) {
      var subscription = new Subscription(wanted, listening);
      lastId.ifPresent(id -> replay(id, subscription));
      subscriptions.add(subscription);
      return subscription;
    }

    synchronized void end() {
      subscriptions.forEach(subscription -> subscription.end(resync()));
    }

    private LiveEvent resync() {
      return new LiveEvent(lastId(), "resync", "", Optional.empty(), "{}", Optional.empty());
    }

    private void replay(String lastId, Subscription subscription) {
      var last = position(lastId);
      var oldest = ring.isEmpty() ? next : position(ring.getFirst().id());
      if (last < oldest - 1 || last >= next) {
        subscription.offer(resync());
      } else {
        ring.stream().filter(event -> position(event.id()) > last).forEach(subscription::offer);
      }
    }

    private long position(String id) {
      return id.startsWith(life + "-") && id.substring(life.length() + 1).matches("\\d{1,18}")
          ? Long.parseLong(id.substring(life.length() + 1))
          : Long.MIN_VALUE;
    }
  }
}

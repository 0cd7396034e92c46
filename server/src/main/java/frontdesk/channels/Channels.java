package frontdesk.channels;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import frontdesk.conversations.ChannelActivity;
import frontdesk.conversations.ChannelDirectory;
import frontdesk.conversations.Notifications;
import frontdesk.http.NotFound;
import frontdesk.identity.AuditTrail;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tenant's connected channels, and whose channel an outside address is. */
@Service
public class Channels implements ChannelDirectory {

  /** Those that every tenant has from the start, and keeps. */
  public static final Set<String> BUILT_IN = Set.of("webchat", "sandbox");

  /** States in which nothing goes on by itself. */
  private static final Set<String> NEEDS_SOMEBODY = Set.of("needs-you", "blocked");

  private final ChannelStore store;
  private final AuditTrail audit;
  private final LiveEvents live;
  private final Notifications notifications;
  private final ChannelActivity activity;
  private final Tenancy tenancy;
  private final Clock clock;

  /** Seconds old at most when another node changed it. */
  private final Cache<Key, Optional<ConnectedChannel>> byId = cache();

  private final Cache<Address, Optional<Route>> routes = cache();

  Channels(
      ChannelStore store,
      AuditTrail audit,
      LiveEvents live,
      Notifications notifications,
      ChannelActivity activity,
      Tenancy tenancy,
      Clock clock) {
    this.store = store;
    this.audit = audit;
    this.live = live;
    this.notifications = notifications;
    this.activity = activity;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  private record Key(TenantId tenant, UUID channel) {}

  private record Address(String type, String address) {}

  /** Whose channel an outside address is. */
  public record Route(TenantId tenant, UUID channel) {}

  /** What came of connecting a channel. */
  public sealed interface ConnectOutcome {
    record Connected(ConnectedChannel channel) implements ConnectOutcome {}

    /** Another channel, perhaps another tenant's, has this number. */
    record AddressTaken() implements ConnectOutcome {}
  }

  /**
   * @param address empty where the outside does not name it
   */
  @Transactional
  public ConnectOutcome connect(
      String type,
      String name,
      Optional<String> address,
      Map<String, Object> settings,
      Map<String, String> secrets) {
    var channel =
        new ConnectedChannel(
            Ids.next(),
            type,
            name,
            "auto",
            "live",
            Optional.empty(),
            address,
            settings,
            secrets,
            clock.instant());
    if (address.isPresent()
        && !store.claimAddress(type, address.get(), tenancy.current(), channel.id())) {
      return new ConnectOutcome.AddressTaken();
    }
    store.insert(channel);
    store.keepAccount(channel);
    audit.record(
        "channel.connected", "channel", channel.id(), Map.of(), Map.of("type", type, "name", name));
    forgetAfterCommit(channel);
    return new ConnectOutcome.Connected(channel);
  }

  @Transactional(readOnly = true)
  public List<ConnectedChannel> all() {
    return store.all();
  }

  public ConnectedChannel get(UUID id) {
    return load(id).orElseThrow(() -> new NotFound("channel"));
  }

  /** The one channel of a built-in type. */
  @Transactional(readOnly = true)
  public Optional<ConnectedChannel> findBuiltIn(String type) {
    return store.all().stream().filter(channel -> channel.type().equals(type)).findFirst();
  }

  @Transactional
  public ConnectedChannel update(ConnectedChannel changed) {
    var before = store.find(changed.id()).orElseThrow(() -> new NotFound("channel"));
    store.update(changed);
    store.keepAccount(changed);
    audit.record("channel.changed", "channel", changed.id(), audited(before), audited(changed));
    forgetAfterCommit(changed);
    if (!before.state().equals(changed.state())) {
      changed(changed, before.state());
    }
    return changed;
  }

  /** Its conversations stay; built-in channels are switched off instead. */
  @Transactional
  public void disconnect(UUID id) {
    var channel = store.find(id).orElseThrow(() -> new NotFound("channel"));
    store.releaseAddresses(id);
    store.delete(id);
    audit.record("channel.disconnected", "channel", id, audited(channel), Map.of());
    forgetAfterCommit(channel);
  }

  private static Map<String, Object> audited(ConnectedChannel channel) {
    return Map.of("name", channel.name(), "mode", channel.mode(), "state", channel.state());
  }

  /** How a channel fares, as its vendor tells; shown everywhere at once. */
  @Transactional
  public void state(UUID id, String state, Optional<String> reason) {
    var before = store.find(id).filter(channel -> !channel.state().equals("off"));
    if (before.isPresent()
        && !(before.get().state().equals(state) && before.get().stateReason().equals(reason))) {
      store.state(id, state, reason);
      forgetAfterCommit(before.get());
      changed(before.get().withState(state, reason), before.get().state());
    }
  }

  /** Shown wherever the channel is shown; those who can do something about it are told. */
  private void changed(ConnectedChannel channel, String before) {
    var health =
        new ChannelEvents.Health(channel.id(), channel.state(), channel.stateReason().orElse(""));
    live.publish(ChannelEvents.HEALTH, () -> new ChannelEvents.Changed(health));
    var down = NEEDS_SOMEBODY.contains(channel.state());
    if (down && !NEEDS_SOMEBODY.contains(before)) {
      notifications.channelDown(channel.id(), channel.name(), health.stateReason());
    }
    if (NEEDS_SOMEBODY.contains(before) && !down) {
      activity.resume(channel.id());
    }
  }

  /** The channels of an account, which may serve several numbers; needs no tenant. */
  public List<Route> routesOfAccount(String type, String account) {
    return store.routesOfAccount(type, account);
  }

  /** Needs no tenant: this is how one is found. */
  public Optional<Route> route(String type, String address) {
    return routes.get(new Address(type, address), key -> store.route(type, address));
  }

  @Override
  public Optional<ChannelInfo> find(UUID channel) {
    return load(channel)
        .map(
            c ->
                new ChannelInfo(
                    c.id(),
                    c.type(),
                    c.name(),
                    c.mode(),
                    !c.state().equals("off") && !c.state().equals("blocked")));
  }

  private Optional<ConnectedChannel> load(UUID id) {
    return byId.get(new Key(tenancy.current(), id), key -> store.findAlone(id));
  }

  private void forgetAfterCommit(ConnectedChannel channel) {
    var key = new Key(tenancy.current(), channel.id());
    var address = channel.address().map(a -> new Address(channel.type(), a));
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            byId.invalidate(key);
            address.ifPresent(routes::invalidate);
          }
        });
  }

  private static <K, V> Cache<K, V> cache() {
    return Caffeine.newBuilder()
        .maximumSize(20_000)
        .expireAfterWrite(Duration.ofSeconds(3))
        .build();
  }
}

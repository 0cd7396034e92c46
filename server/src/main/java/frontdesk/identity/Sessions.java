package frontdesk.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sign-ins and what they may do just now. Asked on every request, so kept for two seconds: what
 * ends or changes acts at once here, and within those seconds on other nodes.
 */
@Service
class Sessions {

  static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

  /**
   * The answer to a refresh may get lost, and two tabs may refresh at once: within this time a
   * second use is no theft.
   */
  private static final Duration SECOND_CHANCE = Duration.ofSeconds(10);

  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

  private final SessionStore store;
  private final MemberStore members;
  private final Tenancy tenancy;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /**
   * Counts the changes of rights. What a look that began before one has seen is kept under the
   * number before.
   */
  private final AtomicLong changes = new AtomicLong();

  private final LoadingCache<Sign, Optional<SessionStore.Session>> sessions;
  private final LoadingCache<Place, Optional<MemberStore.Row>> places;

  private record Sign(UUID session, long change) {}

  private record Place(TenantId tenant, UUID account, long change) {}

  Sessions(
      SessionStore store,
      MemberStore members,
      Tenancy tenancy,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.members = members;
    this.tenancy = tenancy;
    this.events = events;
    this.clock = clock;
    this.sessions =
        Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(KEPT)
            .build(sign -> look(sign.session()));
    this.places =
        Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(KEPT)
            .build(place -> tenancy.as(place.tenant(), () -> lookUp(place)));
  }

  /** What came of a refresh token. */
  sealed interface Refreshed {
    record Renewed(UUID session, String token) implements Refreshed {}

    /** Unknown, too old, or its session has ended. */
    record Refused() implements Refreshed {}

    /** Used long ago: somebody has a copy, and nobody keeps the session. */
    record Stolen() implements Refreshed {}
  }

  Optional<SessionStore.Session> find(UUID session) {
    return sessions.get(new Sign(session, changes.get()));
  }

  Optional<Caller> caller(TenantId tenant, UUID account) {
    return places
        .get(new Place(tenant, account, changes.get()))
        .map(
            row -> {
              var role = Role.of(row.role());
              return new Caller(
                  tenant,
                  account,
                  row.id(),
                  row.name(),
                  role,
                  role.permissions(row.ownConversationsOnly(), row.ownCalendar() != null),
                  false,
                  Optional.ofNullable(row.ownCalendar()));
            });
  }

  /** Begins a sign-in; the answer is its first refresh token. */
  @Transactional
  public Refreshed.Renewed begin(UUID account, String userAgent, String address) {
    var now = clock.instant();
    var session =
        new SessionStore.Session(Ids.next(), account, now, now, userAgent, address, false);
    store.insert(session);
    return new Refreshed.Renewed(session.id(), nextToken(session.id()));
  }

  @Transactional
  public Refreshed refresh(String token) {
    var now = clock.instant();
    var hash = Secrets.hash(token);
    var session = store.useToken(hash, now);
    if (session.isPresent()) {
      return renew(session.get());
    }
    var used = store.findUsedToken(hash);
    if (used.isEmpty()) {
      return new Refreshed.Refused();
    }
    if (used.get().usedAt().plus(SECOND_CHANCE).isAfter(now)) {
      return renew(used.get().session());
    }
    var stolen = store.find(used.get().session());
    stolen.ifPresent(s -> end(s.account(), s.id(), "refresh token used twice"));
    return stolen.isPresent() ? new Refreshed.Stolen() : new Refreshed.Refused();
  }

  /** Ends the session of a refresh token, whatever its state. */
  @Transactional
  public void endByToken(String token) {
    store
        .sessionOfToken(Secrets.hash(token))
        .flatMap(store::find)
        .ifPresent(session -> end(session.account(), session.id(), "signed out"));
  }

  @Transactional
  public boolean end(UUID account, UUID session, String because) {
    var ended = store.end(account, session, because, clock.instant());
    events.publishEvent(new RightsChanged(account));
    return ended;
  }

  @Transactional
  public void endOthers(UUID account, UUID but, String because) {
    store.endOthers(account, but, because, clock.instant());
    events.publishEvent(new RightsChanged(account));
  }

  @Transactional
  public void endAll(UUID account, String because) {
    store.endAll(account, because, clock.instant());
    events.publishEvent(new RightsChanged(account));
  }

  List<SessionStore.Session> ofAccount(UUID account) {
    return store.ofAccount(account, clock.instant());
  }

  @TransactionalEventListener(classes = RightsChanged.class, fallbackExecution = true)
  void forget() {
    changes.incrementAndGet();
  }

  private Refreshed renew(UUID session) {
    if (store.find(session).isEmpty()) {
      return new Refreshed.Refused();
    }
    store.seen(session, clock.instant());
    return new Refreshed.Renewed(session, nextToken(session));
  }

  private String nextToken(UUID session) {
    var token = Secrets.next();
    var now = clock.instant();
    store.insertToken(Secrets.hash(token), session, now, now.plus(REFRESH_LIFETIME));
    return token;
  }

  private Optional<SessionStore.Session> look(UUID id) {
    var session = store.find(id);
    var now = clock.instant();
    session
        .filter(s -> s.lastSeenAt().plus(SEEN_AGAIN).isBefore(now))
        .ifPresent(s -> store.seen(s.id(), now));
    return session;
  }

  private Optional<MemberStore.Row> lookUp(Place place) {
    var row = members.findByAccount(place.tenant(), place.account());
    var now = clock.instant();
    row.filter(r -> r.lastSeenAt() == null || r.lastSeenAt().plus(SEEN_AGAIN).isBefore(now))
        .ifPresent(r -> members.seen(place.account(), now));
    return row;
  }
}

package frontdesk.identity;

import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a business and their roles. */
@Service
public class Members {

  /** Seen on a request within this time counts as online. */
  private static final Duration ONLINE = Duration.ofSeconds(150);

  private final MemberStore store;
  private final AccountStore accounts;
  private final Tenancy tenancy;
  private final AuditTrail audit;
  private final LiveEvents live;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Members(
      MemberStore store,
      AccountStore accounts,
      Tenancy tenancy,
      AuditTrail audit,
      LiveEvents live,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.tenancy = tenancy;
    this.audit = audit;
    this.live = live;
    this.events = events;
    this.clock = clock;
  }

  public record Member(
      UUID id,
      UUID account,
      String name,
      String email,
      Role role,
      boolean ownConversationsOnly,
      Optional<UUID> ownCalendar,
      boolean online,
      Optional<Instant> lastSeenAt) {

    public boolean may(Permission permission) {
      return role.permissions(ownConversationsOnly, ownCalendar.isPresent()).contains(permission);
    }
  }

  /** Gives an account its place in the current business; inside the caller's transaction. */
  @Transactional
  public UUID join(UUID account, String name, Role role) {
    var now = clock.instant();
    var id = store.insert(Ids.next(), account, name, role, now);
    accounts.insertMembership(account, tenancy.current(), id, now);
    audit.record(
        "member.joined", "member", id, Map.of(), Map.of("name", name, "role", role.word()));
    return id;
  }

  /** By name. */
  public List<Member> all() {
    return members(row -> row.deactivatedAt() == null);
  }

  /** Who was a member here and is none now. */
  List<Member> former() {
    return members(row -> row.deactivatedAt() != null);
  }

  private List<Member> members(Predicate<MemberStore.Row> wanted) {
    var rows = store.all().stream().filter(wanted).toList();
    var emails = accounts.emails(rows.stream().map(MemberStore.Row::account).toList());
    var now = clock.instant();
    return rows.stream()
        .map(
            row ->
                new Member(
                    row.id(),
                    row.account(),
                    row.name(),
                    emails.getOrDefault(row.account(), ""),
                    Role.of(row.role()),
                    row.ownConversationsOnly(),
                    Optional.ofNullable(row.ownCalendar()),
                    online(row, now),
                    Optional.ofNullable(row.lastSeenAt())))
        .toList();
  }

  public Optional<Member> find(UUID member) {
    return all().stream().filter(m -> m.id().equals(member)).findFirst();
  }

  /** Names by id, of everybody who is or was a member here. */
  public Map<UUID, String> names() {
    return store.names();
  }

  /** Acts at once, on this node and within two seconds on others. */
  @Transactional
  public void changeRole(Member member, Role role) {
    store.setRole(member.id(), role);
    audit.record(
        "member.role-changed",
        "member",
        member.id(),
        Map.of("role", member.role().word()),
        Map.of("role", role.word()));
    tellOfRights(member);
  }

  /** Whether an operator's inbox ends at what is theirs or nobody's. Acts as a role does. */
  @Transactional
  public void limitToOwnConversations(Member member, boolean only) {
    store.ownConversationsOnly(member.id(), only);
    audit.record(
        "member.own-conversations",
        "member",
        member.id(),
        Map.of("only", member.ownConversationsOnly()),
        Map.of("only", only));
    tellOfRights(member);
  }

  /**
   * Whether an operator's calendar ends at one provider's, of the others showing that they are
   * busy.
   */
  @Transactional
  public void limitToOwnCalendar(Member member, Optional<UUID> provider) {
    store.ownCalendar(member.id(), provider);
    audit.record(
        "member.own-calendar",
        "member",
        member.id(),
        Map.of("provider", member.ownCalendar()),
        Map.of("provider", provider));
    tellOfRights(member);
  }

  /** Acts at once here, and shows on every open screen. */
  void tellOfRights(Member member) {
    events.publishEvent(new RightsChanged(member.account()));
    live.publish(
        MemberEvents.PERMISSIONS_CHANGED, () -> new MemberEvents.PermissionsChanged(member.id()));
  }

  private static boolean online(MemberStore.Row row, Instant now) {
    var seen = row.lastSeenAt();
    return seen != null && seen.isAfter(now.minus(ONLINE));
  }
}

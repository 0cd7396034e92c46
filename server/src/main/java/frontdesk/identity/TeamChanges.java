package frontdesk.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of the team. Owners are touched by owners alone, and one owner stays. */
@Service
class TeamChanges {

  private final Members members;
  private final MemberStore store;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final List<Handover> handovers;
  private final AuditTrail audit;
  private final Clock clock;

  TeamChanges(
      Members members,
      MemberStore store,
      AccountStore accounts,
      Sessions sessions,
      List<Handover> handovers,
      AuditTrail audit,
      Clock clock) {
    this.members = members;
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.handovers = handovers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What came of a change. */
  enum Outcome {
    DONE,
    OWNERS_ONLY,
    LAST_OWNER,
    /** Nobody shuts themselves out. */
    YOURSELF
  }

  @Transactional
  public Outcome changeRole(Caller by, Members.Member member, Role role) {
    if ((role == Role.OWNER || member.role() == Role.OWNER) && by.role() != Role.OWNER) {
      return Outcome.OWNERS_ONLY;
    }
    if (role != Role.OWNER && isLastOwner(member)) {
      return Outcome.LAST_OWNER;
    }
    members.changeRole(member, role);
    return Outcome.DONE;
  }

  /** Ends the member's access at once; what they had in hand goes to another, or to the pool. */
  @Transactional
  public Outcome deactivate(Caller by, Members.Member member, Optional<UUID> to) {
    if (by.member().equals(member.id())) {
      return Outcome.YOURSELF;
    }
    if (member.role() == Role.OWNER && by.role() != Role.OWNER) {
      return Outcome.OWNERS_ONLY;
    }
    if (isLastOwner(member)) {
      return Outcome.LAST_OWNER;
    }
    // first of all: what is told next ends their stream
    members.tellOfRights(member);
    handovers.forEach(work -> work.handOver(member.id(), to));
    store.deactivate(member.id(), clock.instant());
    accounts.deleteMembership(member.account(), member.id());
    if (accounts.memberships(member.account()).isEmpty()) {
      sessions.endAll(member.account(), "deactivated");
    }
    audit.record(
        "member.deactivated",
        "member",
        member.id(),
        Map.of("name", member.name(), "role", member.role().word()),
        Map.of());
    return Outcome.DONE;
  }

  @Transactional
  public Outcome reactivate(Caller by, Members.Member member) {
    if (member.role() == Role.OWNER && by.role() != Role.OWNER) {
      return Outcome.OWNERS_ONLY;
    }
    members.join(member.account(), member.name(), member.role());
    members.tellOfRights(member);
    return Outcome.DONE;
  }

  /** Locks the owners, so that two cannot take each other's place away at once. */
  private boolean isLastOwner(Members.Member member) {
    return member.role() == Role.OWNER && store.lockOwners().equals(List.of(member.id()));
  }
}

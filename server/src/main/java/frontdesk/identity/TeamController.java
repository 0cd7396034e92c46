package frontdesk.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The members as those see them who look after the team. */
@RestController
class TeamController {

  private final Members members;
  private final SecondFactorStore factors;
  private final List<Workload> workloads;

  TeamController(Members members, SecondFactorStore factors, List<Workload> workloads) {
    this.members = members;
    this.factors = factors;
    this.workloads = workloads;
  }

  /**
   * @param lastSeenAt to the minute; none for who has never come
   * @param secondFactor whether signing in takes more than the password
   * @param openConversations that are theirs
   */
  record TeamMember(
      UUID id,
      String name,
      String email,
      Role role,
      boolean ownConversationsOnly,
      @Nullable UUID ownCalendar,
      boolean online,
      @Nullable Instant lastSeenAt,
      boolean secondFactor,
      int openConversations) {}

  record Team(List<TeamMember> items) {}

  /** By name; as many questions to the database for a hundred members as for one. */
  @GetMapping("/api/members/team")
  @Requires(Permission.TEAM_CHANGE)
  @Transactional(readOnly = true)
  public Team team() {
    var all = members.all();
    var secured = factors.on(all.stream().map(Members.Member::account).toList());
    var inHand = new HashMap<UUID, Integer>();
    workloads.stream()
        .map(Workload::inHand)
        .map(Map::entrySet)
        .forEach(
            each ->
                each.forEach(
                    entry -> inHand.merge(entry.getKey(), entry.getValue(), Integer::sum)));
    return new Team(
        all.stream()
            .map(
                member ->
                    new TeamMember(
                        member.id(),
                        member.name(),
                        member.email(),
                        member.role(),
                        member.ownConversationsOnly(),
                        member.ownCalendar().orElse(null),
                        member.online(),
                        member.lastSeenAt().orElse(null),
                        secured.contains(member.account()),
                        inHand.getOrDefault(member.id(), 0)))
            .toList());
  }
}

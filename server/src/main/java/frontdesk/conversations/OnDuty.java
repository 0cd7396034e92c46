package frontdesk.conversations;

import frontdesk.identity.Members;
import frontdesk.identity.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who looks after a conversation that the assistant passes on. */
@Component
class OnDuty {

  /** Answering everybody is an operator's work first; for others it is none. */
  private static final List<Role> FIRST = List.of(Role.OPERATOR, Role.MANAGER, Role.OWNER);

  private final Members members;

  OnDuty(Members members) {
    this.members = members;
  }

  /**
   * The one who has it already if online, else of those online the one with the least to do; empty
   * when nobody is there.
   *
   * @param assigned how many open conversations each looks after
   */
  Optional<UUID> pick(Optional<UUID> now, Map<UUID, Integer> assigned) {
    var there =
        members.all().stream()
            .filter(Members.Member::online)
            .filter(member -> FIRST.contains(member.role()))
            .toList();
    return there.stream()
        .min(
            Comparator.comparing((Members.Member member) -> !now.equals(Optional.of(member.id())))
                .thenComparing(member -> FIRST.indexOf(member.role()))
                .thenComparing(member -> assigned.getOrDefault(member.id(), 0)))
        .map(Members.Member::id);
  }
}

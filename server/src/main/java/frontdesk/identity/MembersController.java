package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of the business, and what changes about them. */
@RestController
class MembersController {

  private final Members members;
  private final TeamChanges team;

  MembersController(Members members, TeamChanges team) {
    this.members = members;
    this.team = team;
  }

  record Item(
      UUID id,
      String name,
      String email,
      Role role,
      boolean ownConversationsOnly,
      @Nullable UUID ownCalendar,
      boolean online) {}

  record OwnRequest(boolean only) {}

  /**
   * @param providerId whose calendar is theirs; without one they see everybody's
   */
  record OwnCalendarRequest(@Nullable UUID providerId) {}

  record RoleRequest(@NotNull Role role) {}

  /**
   * @param handTo who goes on with the open conversations; left out, they go back to the pool
   */
  record Leaving(@Nullable UUID handTo) {}

  record Items(List<Item> items) {}

  @GetMapping("/api/members")
  @Requires
  Items members() {
    return items(members.all());
  }

  /** Those who were deactivated. */
  @GetMapping("/api/members/former")
  @Requires(Permission.TEAM_CHANGE)
  Items former() {
    return items(members.former());
  }

  @PutMapping("/api/members/{id}/role")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void changeRole(Caller caller, @PathVariable UUID id, @Valid @RequestBody RoleRequest request) {
    require(team.changeRole(caller, get(id), request.role()));
  }

  /** Ends the member's access at once. */
  @PostMapping("/api/members/{id}/deactivate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void deactivate(Caller caller, @PathVariable UUID id, @RequestBody Leaving leaving) {
    var member = get(id);
    var to = Optional.ofNullable(leaving.handTo());
    if (to.filter(other -> other.equals(id) || members.find(other).isEmpty()).isPresent()) {
      throw new Invalid("handTo", Texts.say("identity.no-colleague"));
    }
    require(team.deactivate(caller, member, to));
  }

  @PostMapping("/api/members/{id}/reactivate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void reactivate(Caller caller, @PathVariable UUID id) {
    var member =
        members.former().stream()
            .filter(m -> m.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("member"));
    require(team.reactivate(caller, member));
  }

  /** What an operator sees of the inbox: everything, or what is theirs or nobody's. */
  @PutMapping("/api/members/{id}/own-conversations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void limit(@PathVariable UUID id, @RequestBody OwnRequest request) {
    members.limitToOwnConversations(get(id), request.only());
  }

  /** What an operator sees of the calendar: everything, or one provider's with the others busy. */
  @PutMapping("/api/members/{id}/own-calendar")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void limit(@PathVariable UUID id, @RequestBody OwnCalendarRequest request) {
    members.limitToOwnCalendar(get(id), Optional.ofNullable(request.providerId()));
  }

  private Members.Member get(UUID id) {
    return members.find(id).orElseThrow(() -> new NotFound("member"));
  }

  private static void require(TeamChanges.Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case OWNERS_ONLY -> throw new Refused(HttpStatus.FORBIDDEN, "owners-only");
      case LAST_OWNER -> throw new Refused(HttpStatus.CONFLICT, "last-owner");
      case YOURSELF -> throw new Refused(HttpStatus.CONFLICT, "yourself");
    }
  }

  private static Items items(List<Members.Member> members) {
    return new Items(
        members.stream()
            .map(
                m ->
                    new Item(
                        m.id(),
                        m.name(),
                        m.email(),
                        m.role(),
                        m.ownConversationsOnly(),
                        m.ownCalendar().orElse(null),
                        m.online()))
            .toList());
  }
}

package frontdesk.identity;

import frontdesk.http.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MembersController {

  private final Members members;

  MembersController(Members members) {
    this.members = members;
  }

  record Item(
      UUID id,
      String name,
      String email,
      Role role,
      boolean ownConversationsOnly,
      boolean online) {}

  record OwnRequest(boolean only) {}

  record Items(List<Item> items) {}

  @GetMapping("/api/members")
  @Requires
  Items members() {
    return new Items(
        members.all().stream()
            .map(
                m ->
                    new Item(
                        m.id(),
                        m.name(),
                        m.email(),
                        m.role(),
                        m.ownConversationsOnly(),
                        m.online()))
            .toList());
  }

  /** What an operator sees of the inbox: everything, or what is theirs or nobody's. */
  @PutMapping("/api/members/{id}/own-conversations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.TEAM_CHANGE)
  void limit(@PathVariable UUID id, @RequestBody OwnRequest request) {
    var member = members.find(id).orElseThrow(() -> new NotFound("member"));
    members.limitToOwnConversations(member, request.only());
  }
}

package frontdesk.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MembersController {

  private final Members members;

  MembersController(Members members) {
    this.members = members;
  }

  record Item(UUID id, String name, String email, Role role, boolean online) {}

  record Items(List<Item> items) {}

  @GetMapping("/api/members")
  @Requires
  Items members() {
    return new Items(
        members.all().stream()
            .map(m -> new Item(m.id(), m.name(), m.email(), m.role(), m.online()))
            .toList());
  }
}

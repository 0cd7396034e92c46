package frontdesk.identity;

import frontdesk.http.NotFound;
import frontdesk.http.RateLimits;
import frontdesk.http.RateLimits.Limit;
import frontdesk.http.Refused;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is asked to join the business. */
@RestController
@Requires(Permission.TEAM_CHANGE)
class InvitationController {

  private final Invitations invitations;
  private final Members members;
  private final RateLimits limits;

  InvitationController(Invitations invitations, Members members, RateLimits limits) {
    this.invitations = invitations;
    this.members = members;
    this.limits = limits;
  }

  record Invite(@NotBlank @Email @Size(max = 254) String email, @NotNull Role role) {}

  /**
   * @param invitedBy the member's name
   * @param expiresAt until when it can be accepted; sending it again gives it another week
   */
  record Item(
      UUID id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt) {}

  record Items(List<Item> items) {}

  record Link(String url) {}

  @GetMapping("/api/invitations")
  Items open() {
    var names = members.names();
    return new Items(invitations.open().stream().map(i -> item(i, names)).toList());
  }

  @PostMapping("/api/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  Item invite(Caller caller, @Valid @RequestBody Invite asked) {
    requireOwnerFor(asked.role(), caller);
    takeMail(caller, asked.email());
    return switch (invitations.invite(caller, asked.email(), asked.role())) {
      case Invitations.Outcome.Invited(var invitation) -> item(invitation, members.names());
      case Invitations.Outcome.Member() -> throw new Refused(HttpStatus.CONFLICT, "member-already");
      case Invitations.Outcome.InvitedBefore() ->
          throw new Refused(HttpStatus.CONFLICT, "invited-already");
    };
  }

  @PostMapping("/api/invitations/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void resend(Caller caller, @PathVariable UUID id) {
    var invitation = own(id, caller);
    takeMail(caller, invitation.email());
    invitations.resend(invitation);
  }

  /** A link to hand over by other means than mail. */
  @PostMapping("/api/invitations/{id}/link")
  Link link(Caller caller, @PathVariable UUID id) {
    return new Link(invitations.link(own(id, caller)));
  }

  @DeleteMapping("/api/invitations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Caller caller, @PathVariable UUID id) {
    invitations.revoke(own(id, caller));
  }

  private Invitation own(UUID id, Caller caller) {
    var invitation = invitations.find(id).orElseThrow(() -> new NotFound("invitation"));
    requireOwnerFor(invitation.role(), caller);
    return invitation;
  }

  private void takeMail(Caller caller, String email) {
    limits.take(Limit.MAIL_ASKED, caller.tenant().toString());
    limits.take(Limit.MAIL, Accounts.plain(email));
  }

  /** Owners are made by owners. */
  static void requireOwnerFor(Role role, Caller caller) {
    if (role == Role.OWNER && caller.role() != Role.OWNER) {
      throw new Refused(HttpStatus.FORBIDDEN, "owners-only");
    }
  }

  private static Item item(Invitation invitation, Map<UUID, String> names) {
    return new Item(
        invitation.id(),
        invitation.email(),
        invitation.role(),
        names.getOrDefault(invitation.invitedBy(), ""),
        invitation.createdAt(),
        invitation.expiresAt());
  }
}

package frontdesk.conversations;

import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A member says that a conversation is open on their screen, again and again while it is. */
@RestController
class PresenceController {

  private final Viewers viewers;
  private final InboxQueries inbox;

  PresenceController(Viewers viewers, InboxQueries inbox) {
    this.viewers = viewers;
    this.inbox = inbox;
  }

  /**
   * @param here false when it is open no more
   * @param typing something is being written to the customer
   */
  record Request(boolean here, boolean typing) {}

  /** The others who have it open. */
  record Others(List<MessageView.Person> others) {}

  @PostMapping("/api/conversations/{id}/presence")
  @Requires(Permission.INBOX_SEE)
  Others come(Caller caller, @PathVariable UUID id, @RequestBody Request request) {
    if (!inbox.shows(id, Seeing.of(caller))) {
      throw new NotFound("conversation");
    }
    var me = new MessageView.Person(caller.member(), caller.name());
    if (!request.here()) {
      viewers.leave(id, me);
      return new Others(List.of());
    }
    return new Others(viewers.come(id, me, request.typing()));
  }
}

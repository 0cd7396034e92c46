package frontdesk.contacts;

import frontdesk.live.EventKind;
import frontdesk.live.LiveEvents;
import frontdesk.live.Streamed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What members who see contacts are told of them, while it happens. */
@Component
class ContactEvents implements Streamed {

  static final EventKind<ContactChanged> CONTACT_CHANGED =
      new EventKind<>("contact.changed", "contacts.see", ContactChanged.class);

  /** Entered, changed or merged by a member: to be asked again, with the lists it is in. */
  record ContactChanged(UUID contactId) {}

  static void changed(LiveEvents events, UUID contact) {
    events.publish(CONTACT_CHANGED, () -> new ContactChanged(contact));
  }

  @Override
  public Map<String, Class<?>> events() {
    return Streamed.of(List.of(CONTACT_CHANGED));
  }
}

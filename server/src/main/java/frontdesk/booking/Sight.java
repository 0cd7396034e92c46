package frontdesk.booking;

import frontdesk.http.Refused;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * Whose calendar somebody may see and change: one rule for lists, single appointments and deeds. Of
 * the others they are told that they are busy.
 *
 * @param all everybody's
 * @param own else this provider's
 */
record Sight(boolean all, Optional<UUID> own) {

  static Sight of(Caller caller) {
    return new Sight(caller.may(Permission.CALENDAR_ALL), caller.ownCalendar());
  }

  boolean covers(UUID provider) {
    return all || own.filter(provider::equals).isPresent();
  }

  /** What is not seen is not changed either. */
  void require(UUID provider) {
    if (!covers(provider)) {
      throw new Refused(HttpStatus.FORBIDDEN, "not-your-calendar");
    }
  }
}

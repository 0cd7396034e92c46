package frontdesk.conversations;

import frontdesk.identity.Caller;
import frontdesk.identity.Permission;

/**
 * Which conversations somebody may see: one rule for the list, counts, search, single
 * conversations, actions and the stream.
 *
 * @param all else only those that led to an appointment
 */
record Seeing(boolean all) {

  /** On conversation v, with {@code :seesAll}. */
  static final String CONDITION = "(:seesAll OR v.led_to_booking)";

  static final Seeing ALL = new Seeing(true);

  static Seeing of(Caller caller) {
    return new Seeing(caller.may(Permission.INBOX_ALL));
  }
}

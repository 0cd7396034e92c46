package frontdesk.booking;

import java.util.Locale;

/** Why something cannot be booked as asked. */
public enum Reason {
  TAKEN,
  /** Not open at all that day. */
  CLOSED,
  /** Open that day, but not for the whole of it. */
  OUTSIDE_HOURS,
  /** Open and free, but appointments begin at other minutes. */
  BETWEEN_STARTS,
  PAST,
  TOO_SOON,
  TOO_FAR,
  NOT_OFFERED_BY_PROVIDER,
  /** The service is archived, or nobody gives it. */
  NOT_BOOKABLE,
  /** The hold is over, and its time may be another's. */
  EXPIRED,
  INVALID_PHONE,
  /** The appointment has been cancelled or is over. */
  ENDED,
  /** The appointment has not begun, so nobody can say how it went. */
  NOT_BEGUN,
  /** Somebody changed the appointment meanwhile. */
  CHANGED;

  /** Whether it is the business that wants it so, and not the time that is gone. */
  boolean rule() {
    return switch (this) {
      case CLOSED, OUTSIDE_HOURS, BETWEEN_STARTS, TOO_SOON, TOO_FAR -> true;
      default -> false;
    };
  }

  /** As URLs write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

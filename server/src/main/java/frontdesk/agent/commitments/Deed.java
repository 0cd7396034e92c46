package frontdesk.agent.commitments;

import frontdesk.agent.commitments.Evidence.Booking;
import frontdesk.agent.commitments.Evidence.Change;
import frontdesk.agent.commitments.Evidence.Effect;
import frontdesk.agent.commitments.Evidence.Standing;
import java.util.List;

/** What a reply may say was done; the names are those of phrases.txt. */
enum Deed {
  REQUESTED,
  BOOKED,
  DONE,
  MOVED,
  CANCELLED,
  HELD,
  HANDED,
  REFUNDED,
  DISCOUNTED,
  MESSAGE_SENT,
  PAID,
  WAITLISTED;

  boolean onRecord(Evidence evidence) {
    return switch (this) {
      case REQUESTED -> evidence.appointments().stream().anyMatch(Deed::runs);
      case BOOKED -> evidence.appointments().stream().anyMatch(Deed::stands);
      case DONE ->
          !evidence.effects().isEmpty()
              || evidence.appointments().stream().anyMatch(booking -> !booking.done().isEmpty());
      case MOVED -> did(evidence, Change.MOVE);
      case CANCELLED ->
          did(evidence, Change.CANCEL)
              || evidence.appointments().stream().anyMatch(b -> b.standing() == Standing.ENDED);
      case HELD -> !evidence.deals().isEmpty() || BOOKED.onRecord(evidence);
      case HANDED -> evidence.effects().contains(Effect.HANDED_OVER);
      case REFUNDED -> evidence.effects().contains(Effect.REFUNDED);
      case DISCOUNTED -> evidence.effects().contains(Effect.DISCOUNTED);
      case MESSAGE_SENT -> evidence.effects().contains(Effect.MESSAGE_SENT);
      case PAID -> evidence.effects().contains(Effect.PAID);
      case WAITLISTED -> evidence.effects().contains(Effect.WAITLISTED);
    };
  }

  /** The appointments that a sentence with this deed may be about. */
  List<Booking> subjects(Evidence evidence) {
    return evidence.appointments().stream()
        .filter(
            booking ->
                switch (this) {
                  case REQUESTED -> runs(booking);
                  case BOOKED, HELD, MESSAGE_SENT, PAID -> stands(booking);
                  case MOVED -> booking.done().contains(Change.MOVE);
                  case CANCELLED -> booking.standing() == Standing.ENDED;
                  default -> true;
                })
        .toList();
  }

  private static boolean did(Evidence evidence, Change change) {
    return evidence.appointments().stream().anyMatch(b -> b.done().contains(change));
  }

  private static boolean runs(Booking booking) {
    return booking.standing() != Standing.ENDED;
  }

  private static boolean stands(Booking booking) {
    return booking.standing() == Standing.CONFIRMED;
  }
}

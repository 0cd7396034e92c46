package frontdesk.agent.commitments;

import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the records of one conversation bear out: tool results, and the business's own facts.
 *
 * @param offers times found free
 * @param refused starts that cannot be had
 * @param appointments the contact's own
 * @param deals proposed, and waiting for a yes
 * @param weekly opening hours; a missing day is closed
 * @param exceptions days that differ: no stretches means closed
 * @param effects what else was done
 * @param customerSaid the customer's messages, which may be repeated back
 * @param facts texts of the business: address, phone, passages found; they may be quoted
 */
public record Evidence(
    List<Slot> offers,
    List<ZonedDateTime> refused,
    List<Booking> appointments,
    List<Deal> deals,
    List<Service> services,
    Map<DayOfWeek, List<Stretch>> weekly,
    Map<LocalDate, List<Stretch>> exceptions,
    Set<Effect> effects,
    List<String> customerSaid,
    List<String> facts) {

  /** A stretch of a provider's time, in the zone of the business. */
  public record Slot(String service, String provider, ZonedDateTime start, ZonedDateTime end) {}

  /** What a change does, or did, to an appointment. */
  public enum Change {
    BOOK,
    MOVE,
    CANCEL
  }

  /** How an appointment stands. */
  public enum Standing {
    CONFIRMED,
    REQUESTED,
    ENDED
  }

  /**
   * @param done what this conversation did to it
   * @param before where it was, when this conversation moved it
   */
  public record Booking(
      Slot slot, Standing standing, Set<Change> done, Optional<ZonedDateTime> before) {}

  public record Deal(Change change, Slot slot) {}

  public record Service(String name, Duration duration, Optional<Money> price) {}

  /** Deeds that are no change of an appointment. */
  public enum Effect {
    HANDED_OVER,
    MESSAGE_SENT,
    REFUNDED,
    DISCOUNTED,
    PAID,
    WAITLISTED
  }
}

package frontdesk.booking;

import java.time.Instant;
import java.util.List;

/**
 * A no, and what is free instead, nearest first.
 *
 * @param waivable whether only rules of the business stand against it, which its people may waive
 */
public record Refusal(Reason reason, List<Slot> alternatives, boolean waivable) {

  public Refusal(Reason reason, List<Slot> alternatives) {
    this(reason, alternatives, false);
  }

  static Refusal because(Reason reason) {
    return new Refusal(reason, List.of());
  }

  /** With what staff could do about it; where rules were waived already, the time is taken. */
  Refusal waivable(Planner asked, Instant start, boolean waived) {
    if (waived) {
      return new Refusal(reason.rule() ? Reason.TAKEN : reason, alternatives);
    }
    return new Refusal(reason, alternatives, !asked.starts(start, true).slots().isEmpty());
  }
}

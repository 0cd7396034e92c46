package frontdesk.booking;

import java.util.List;

/** A no, and what is free instead, nearest first. */
public record Refusal(Reason reason, List<Slot> alternatives) {

  static Refusal because(Reason reason) {
    return new Refusal(reason, List.of());
  }
}

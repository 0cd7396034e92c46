package frontdesk.booking;

/** What came of making, moving or changing an appointment. */
public sealed interface BookOutcome {
  /** It stands like this now; asking again with the same key answers the same. */
  record Booked(Appointment appointment) implements BookOutcome {}

  record Refused(Refusal refusal) implements BookOutcome {}
}

package frontdesk.booking;

/** What came of asking to keep a time. */
public sealed interface HoldOutcome {
  record Held(Hold hold) implements HoldOutcome {}

  record Refused(Refusal refusal) implements HoldOutcome {}
}

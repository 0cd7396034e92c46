package frontdesk.booking;

import java.util.List;

/** What came of asking for time off. */
public sealed interface TimeOffOutcome {

  record Taken(TimeOff timeOff) implements TimeOffOutcome {}

  /** Nothing was changed: somebody must first say what becomes of these. */
  record Affects(List<Affected> appointments) implements TimeOffOutcome {}
}

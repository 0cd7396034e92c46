package frontdesk.booking;

import java.util.List;

/** What came of changing hours. */
public sealed interface HoursOutcome {

  record Changed() implements HoursOutcome {}

  /** Nothing was changed: these fall outside, and somebody must first say what becomes of them. */
  record Affects(List<Affected> appointments) implements HoursOutcome {}
}

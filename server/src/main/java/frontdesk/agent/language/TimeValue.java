package frontdesk.agent.language;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What an expression of time comes to, in local wall time.
 *
 * @param start its first moment; of a date, midnight
 * @param end of an interval, excluded; empty when it is open ("after 5") and for anything else
 */
public record TimeValue(Kind kind, LocalDateTime start, Optional<LocalDateTime> end, Grain grain) {

  /** A day, a time of day (its next occurrence), both, or a stretch. */
  public enum Kind {
    DATE,
    TIME,
    DATETIME,
    INTERVAL
  }
}

package frontdesk.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of using a draft. */
public sealed interface DraftUse {

  /**
   * @param appointment what it has changed in the books
   */
  record Done(Optional<TurnResult.AppointmentCard> appointment) implements DraftUse {}

  /** It cannot be done, so the words are not sent either. */
  record Refused(Why why, List<FreeTime> alternatives) implements DraftUse {
    public Refused(Why why) {
      this(why, List.of());
    }

    /** Another draft, by what the books hold now, would be of use. */
    boolean byTheBooks() {
      return why == Why.TAKEN || why == Why.GONE;
    }
  }

  enum Why {
    /** It has been sent already. */
    USED,
    /** More has been said since it was written. */
    OUTDATED,
    /** The member may not do what it does. */
    NOT_ALLOWED,
    /** The time is somebody else's by now. */
    TAKEN,
    /** The books no longer allow it. */
    GONE
  }

  record FreeTime(Instant start, Instant end, UUID providerId) {}
}

package frontdesk.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A time kept for a while.
 *
 * @param holder for whom; a holder has one hold at a time
 * @param moves the appointment that would move there and keeps its own time meanwhile
 */
public record Hold(
    UUID id,
    UUID holder,
    UUID service,
    Slot slot,
    Optional<UUID> moves,
    Instant until,
    Source source) {}

package frontdesk.contacts;

import java.time.Instant;
import java.util.UUID;

/**
 * Two contacts who were made one.
 *
 * @param gone whose place the one kept has taken
 * @param until when they can no longer be parted
 */
public record Merge(UUID id, UUID kept, UUID gone, String goneName, Instant at, Instant until) {}

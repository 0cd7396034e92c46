package frontdesk.booking;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A service at a time.
 *
 * @param providers who may give it; empty for anyone
 */
public record Wish(UUID service, Set<UUID> providers, Instant start) {}

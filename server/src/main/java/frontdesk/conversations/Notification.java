package frontdesk.conversations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a member was told.
 *
 * @param about the conversation or channel
 * @param name of the contact or channel
 * @param times how often it has happened since the member last looked
 */
record Notification(
    UUID id,
    String type,
    UUID about,
    Optional<UUID> conversation,
    String name,
    String reason,
    int times,
    Instant at,
    boolean read) {}

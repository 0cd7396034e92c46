package frontdesk.conversations;

import java.util.UUID;

/**
 * A draft that a member sends.
 *
 * @param text as it is sent: members change what they like
 * @param lastSeq of the newest message that either side has sent
 * @param mayChange the member may make and cancel appointments
 */
public record UsedDraft(
    UUID run, UUID conversation, UUID contact, String text, long lastSeq, boolean mayChange) {}

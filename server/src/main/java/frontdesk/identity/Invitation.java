package frontdesk.identity;

import java.time.Instant;
import java.util.UUID;

/** Somebody who is asked to join the business and has not answered yet. */
record Invitation(
    UUID id, String email, Role role, UUID invitedBy, Instant createdAt, Instant expiresAt) {}

package frontdesk.contacts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who writes to the tenant.
 *
 * @param name may be empty
 * @param phone E.164
 * @param phoneSaid nobody but the visitor vouches for the phone: it joins them to no other contact
 * @param language BCP 47; the one they talk in
 * @param lastSeenAt when they last wrote, to some minutes, or else came to be known
 */
public record Contact(
    UUID id,
    String name,
    Optional<String> phone,
    boolean phoneSaid,
    Optional<String> email,
    Optional<String> language,
    String notes,
    boolean blocked,
    Instant createdAt,
    Instant lastSeenAt) {}

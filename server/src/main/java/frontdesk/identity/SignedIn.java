package frontdesk.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * The account behind a request, and its place in a business when it has one there; a handler's
 * argument.
 *
 * @param session the sign-in it came by; none for an API key
 */
public record SignedIn(
    UUID account, Optional<UUID> session, boolean platformAdministrator, Optional<Caller> caller) {}

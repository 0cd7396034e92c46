package frontdesk.identity;

import java.util.UUID;

/** What an account may do has changed: a session ended, a role, a name. Said after the commit. */
public record RightsChanged(UUID account) {}

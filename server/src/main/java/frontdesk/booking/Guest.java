package frontdesk.booking;

import java.util.Optional;

/** Who comes, as said: not always the contact who writes. */
public record Guest(String name, Optional<String> phone, Optional<String> email) {}

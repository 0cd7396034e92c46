package frontdesk.booking;

import java.util.Optional;
import java.util.UUID;

/** A stretch in which a provider takes no bookings: a vacation, an hour at the dentist's. */
public record TimeOff(UUID id, UUID provider, Span span, Optional<String> reason) {}

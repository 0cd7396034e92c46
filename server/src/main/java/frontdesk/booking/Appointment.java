package frontdesk.booking;

import frontdesk.tenancy.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A promise of a provider's time.
 *
 * @param price what it cost when it was booked
 * @param guest who comes; the phone is E.164
 * @param contact who wrote or was entered
 * @param maker the member who entered it, if one did
 * @param version rises with every change
 * @param firstVisit whether the contact has none before it; those called off do not count
 */
public record Appointment(
    UUID id,
    Status status,
    UUID service,
    String serviceName,
    UUID provider,
    String providerName,
    Instant start,
    Instant end,
    int bufferBefore,
    int bufferAfter,
    Optional<Money> price,
    Guest guest,
    Optional<UUID> contact,
    Optional<UUID> conversation,
    Optional<String> note,
    Source source,
    Optional<Maker> maker,
    int version,
    Instant createdAt,
    boolean firstVisit) {

  /** A member by name. */
  public record Maker(UUID id, String name) {}

  public Slot slot() {
    return new Slot(provider, start, end);
  }

  /** The same with another end. */
  Appointment lasting(Duration length) {
    return new Appointment(
        id,
        status,
        service,
        serviceName,
        provider,
        providerName,
        start,
        start.plus(length),
        bufferBefore,
        bufferAfter,
        price,
        guest,
        contact,
        conversation,
        note,
        source,
        maker,
        version,
        createdAt,
        firstVisit);
  }

  Span during() {
    return new Span(start.minusSeconds(bufferBefore * 60L), end.plusSeconds(bufferAfter * 60L));
  }
}

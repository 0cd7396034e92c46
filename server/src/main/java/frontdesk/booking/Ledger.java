package frontdesk.booking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes and gives back providers' time. A first attempt is a plain insert, which holds up under any
 * contention; only what must clear something away first waits for the provider's lock, so that two
 * who do never wait for each other in a circle.
 */
@Component
class Ledger {

  private final BookedTimeStore times;
  private final HoldStore holds;
  private final ProviderStore providers;
  private final Clock clock;

  Ledger(BookedTimeStore times, HoldStore holds, ProviderStore providers, Clock clock) {
    this.times = times;
    this.holds = holds;
    this.providers = providers;
    this.clock = clock;
  }

  boolean take(UUID provider, Span during, UUID appointment) {
    return times.take(provider, during, appointment)
        || clearExpired(provider) && times.take(provider, during, appointment);
  }

  /** The parts of a hold, all or none; a hold has no row in the books yet when this is called. */
  boolean hold(Hold hold, List<Span> parts) {
    holds.insert(hold);
    var provider = hold.slot().provider();
    for (var part : parts) {
      if (!times.hold(provider, part, hold)
          && !(clearExpired(provider) && times.hold(provider, part, hold))) {
        holds.delete(List.of(hold.id()));
        return false;
      }
    }
    return true;
  }

  /**
   * Moves an appointment's time, its provider locked. False when the new time is taken; then it
   * keeps the old.
   */
  boolean move(Appointment appointment, UUID to, Span during) {
    times.free(appointment.id());
    if (take(to, during, appointment.id())) {
      return true;
    }
    if (!times.take(appointment.provider(), appointment.during(), appointment.id())) {
      throw new IllegalStateException("The time that " + appointment.id() + " had is gone");
    }
    return false;
  }

  /** Until the transaction ends. */
  void lock(Collection<UUID> whose) {
    providers.lock(new TreeSet<>(whose));
  }

  private boolean clearExpired(UUID provider) {
    lock(List.of(provider));
    return holds.deleteExpired(provider, clock.instant());
  }
}

package frontdesk.booking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes and gives back providers' time. A first attempt is a plain insert, which holds up under any
 * contention. Only what must clear something away first locks providers, and then all it might come
 * to at once, in one order: so nobody waits for another in a circle.
 */
@Component
class Ledger {

  private final BookedTimeStore times;
  private final HoldStore holds;
  private final ProviderStore providers;
  private final BookingEvents events;
  private final Clock clock;

  Ledger(
      BookedTimeStore times,
      HoldStore holds,
      ProviderStore providers,
      BookingEvents events,
      Clock clock) {
    this.times = times;
    this.holds = holds;
    this.providers = providers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param candidates all providers whose time this transaction might take
   */
  boolean take(Slot slot, Span during, UUID appointment, Collection<UUID> candidates) {
    return times.take(slot.provider(), during, appointment)
        || clearExpired(slot.provider(), candidates)
            && times.take(slot.provider(), during, appointment);
  }

  /** The parts of a hold, all or none. */
  boolean hold(Hold hold, List<Span> parts, Collection<UUID> candidates) {
    holds.insert(hold);
    var provider = hold.slot().provider();
    for (var part : parts) {
      if (!times.hold(provider, part, hold)
          && !(clearExpired(provider, candidates) && times.hold(provider, part, hold))) {
        holds.delete(List.of(hold.id()));
        return false;
      }
    }
    return true;
  }

  /**
   * Moves an appointment's time, all candidates locked. False when the new time is taken; then it
   * keeps the old.
   */
  boolean move(Appointment appointment, Slot to, Span during, Collection<UUID> candidates) {
    times.free(appointment.id());
    if (take(to, during, appointment.id(), candidates)) {
      return true;
    }
    if (!times.take(appointment.provider(), appointment.during(), appointment.id())) {
      throw new IllegalStateException("The time that " + appointment.id() + " had is gone");
    }
    return false;
  }

  /** What appointments and other time off have of the time. */
  List<Span> taken(TimeOff timeOff) {
    return times.taken(timeOff.provider(), timeOff.span());
  }

  /** Takes all but this of the time. False when somebody was quicker with some of it. */
  boolean block(TimeOff timeOff, List<Span> taken) {
    var free = List.of(timeOff.span());
    for (var span : taken) {
      free = Span.minus(free, span);
    }
    return free.stream().allMatch(span -> times.block(timeOff, span));
  }

  /** Until the transaction ends. */
  void lock(Collection<UUID> whose) {
    if (!whose.isEmpty()) {
      providers.lock(whose);
    }
  }

  /** A constraint cannot see the clock: what is over stands there until somebody needs the time. */
  private boolean clearExpired(UUID provider, Collection<UUID> candidates) {
    lock(candidates);
    var over = holds.deleteExpired(provider, clock.instant());
    over.forEach(events::released);
    return !over.isEmpty();
  }
}

package frontdesk.booking;

import frontdesk.booking.TimeOffOutcome.Affects;
import frontdesk.booking.TimeOffOutcome.Taken;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When providers take no bookings. What is booked then already is decided on first. */
@Service
public class TimesOff {

  /**
   * @param decisions by appointment
   */
  public record Request(
      UUID provider, Span span, Optional<String> reason, Map<UUID, Decision> decisions) {}

  private final TimeOffStore store;
  private final AppointmentStore booked;
  private final Displaced displaced;
  private final HoldStore holds;
  private final Ledger ledger;
  private final BookingEvents events;
  private final Clock clock;

  TimesOff(
      TimeOffStore store,
      AppointmentStore booked,
      Displaced displaced,
      HoldStore holds,
      Ledger ledger,
      BookingEvents events,
      Clock clock) {
    this.store = store;
    this.booked = booked;
    this.displaced = displaced;
    this.holds = holds;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<TimeOff> find(UUID id) {
    return store.find(id);
  }

  /** What overlaps the span, soonest first. */
  @Transactional(readOnly = true)
  public List<TimeOff> during(Span span, Optional<UUID> provider) {
    return store.during(span, provider);
  }

  /** Takes the time and carries out what was decided, or changes nothing. */
  @Transactional
  public TimeOffOutcome take(Request request, Source by) {
    var timeOff = new TimeOff(Ids.next(), request.provider(), request.span(), request.reason());
    var affected = booked.lockOpen(timeOff.provider(), timeOff.span());
    displaced.lock(affected, Set.of(timeOff.provider()));
    store.insert(timeOff, clock.instant());
    if (!displaced.carriedOut(affected, request.decisions(), by)) {
      return refused(affected);
    }
    var decided = request.decisions().keySet();
    List<Span> taken;
    do {
      // a person who takes time off goes before a visitor who has not chosen yet
      holds.deleteWithin(timeOff.provider(), timeOff.span()).forEach(events::released);
      // read before the appointments are, so that none of them is passed over undecided
      taken = ledger.taken(timeOff);
      var undecided =
          booked.lockOpen(timeOff.provider(), timeOff.span()).stream()
              .filter(appointment -> !decided.contains(appointment.id()))
              .toList();
      if (!undecided.isEmpty()) {
        return refused(Stream.concat(affected.stream(), undecided.stream()).distinct().toList());
      }
    } while (!ledger.block(timeOff, taken));
    events.taken(timeOff);
    return new Taken(timeOff);
  }

  @Transactional
  public void giveBack(UUID id) {
    store
        .find(id)
        .ifPresent(
            timeOff -> {
              store.delete(id);
              events.givenBack(timeOff);
            });
  }

  private TimeOffOutcome refused(List<Appointment> affected) {
    return new Affects(displaced.refused(affected));
  }
}

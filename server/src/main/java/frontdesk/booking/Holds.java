package frontdesk.booking;

import frontdesk.booking.HoldOutcome.Held;
import frontdesk.booking.HoldOutcome.Refused;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times kept for somebody who has not said yes yet. */
@Service
public class Holds {

  private static final Duration HELD_FOR = Duration.ofMinutes(10);

  /** Whoever comes late may still find the time free; not a day later. */
  static final Duration REMEMBERED = Duration.ofDays(1);

  /**
   * @param moving the appointment that would move
   * @param earlier what the holder has already, which this replaces
   * @param candidates all providers whose time might be taken or given back
   */
  private record Asked(
      UUID holder,
      Wish wish,
      Source source,
      Optional<Appointment> moving,
      List<Hold> earlier,
      Set<UUID> candidates) {

    Plans.Ignored ignored() {
      return new Plans.Ignored(ids(earlier), moving.map(Appointment::id));
    }

    Hold hold(Slot slot, Instant until) {
      return new Hold(
          Ids.next(), holder, wish.service(), slot, moving.map(Appointment::id), until, source);
    }

    /** What of the time is still to be held: an appointment that moves has its own already. */
    List<Span> missing(Slot slot, Span during) {
      return moving
          .filter(own -> own.provider().equals(slot.provider()))
          .map(own -> during.minus(own.during()))
          .orElse(List.of(during));
    }
  }

  private final HoldStore store;
  private final ServiceStore services;
  private final AppointmentStore appointments;
  private final Plans plans;
  private final Ledger ledger;
  private final BookingEvents events;
  private final Clock clock;

  Holds(
      HoldStore store,
      ServiceStore services,
      AppointmentStore appointments,
      Plans plans,
      Ledger ledger,
      BookingEvents events,
      Clock clock) {
    this.store = store;
    this.services = services;
    this.appointments = appointments;
    this.plans = plans;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a time for ten minutes, in place of what the holder had before; a refusal leaves that as
   * it is.
   */
  @Transactional
  public HoldOutcome hold(UUID holder, Wish wish, Source source) {
    var service = services.find(wish.service()).filter(BookableService::bookable);
    if (service.isEmpty()) {
      return new Refused(Refusal.because(Reason.NOT_BOOKABLE));
    }
    var earlier = store.of(holder);
    var asked =
        new Asked(
            holder,
            wish,
            source,
            Optional.empty(),
            earlier,
            candidates(service.get().providers(), earlier));
    if (!earlier.isEmpty()) {
      ledger.lock(asked.candidates());
    }
    return place(asked, plans.of(service.get(), asked.ignored()));
  }

  /**
   * The same for an appointment that would move there. It keeps its own time meanwhile, which
   * counts as free for it; without providers its own is tried before the others.
   */
  @Transactional
  public HoldOutcome holdForMove(
      UUID holder, UUID appointment, Set<UUID> providers, Instant start, Source source) {
    var moving = appointments.lock(appointment).filter(found -> found.status().open());
    if (moving.isEmpty()) {
      return new Refused(Refusal.because(Reason.ENDED));
    }
    var wish = new Wish(moving.get().service(), providers, start);
    var earlier = store.of(holder);
    var givers = new HashSet<>(services.find(wish.service()).orElseThrow().providers());
    givers.add(moving.get().provider());
    var asked = new Asked(holder, wish, source, moving, earlier, candidates(givers, earlier));
    ledger.lock(asked.candidates());
    return place(asked, plans.forMoveOf(moving.get(), asked.ignored()));
  }

  /** Gives a holder's time back; without one nothing happens. */
  @Transactional
  public void release(UUID holder) {
    var held = store.of(holder);
    ledger.lock(candidates(List.of(), held));
    store.delete(ids(held));
    held.forEach(events::released);
  }

  /** Tells calendars of what has run out. The rows stay a while for who comes late. */
  @Transactional
  public void end() {
    var now = clock.instant();
    store.markOver(now).forEach(events::released);
    store.deleteOlderThan(now.minus(REMEMBERED));
  }

  @Transactional(readOnly = true)
  public Optional<Hold> find(UUID id) {
    return store.find(id).filter(hold -> hold.until().isAfter(clock.instant()));
  }

  /** What a holder has, though its time may be over. */
  @Transactional(readOnly = true)
  public Optional<Hold> latestOf(UUID holder) {
    return store.of(holder).stream().reduce((earlier, later) -> later);
  }

  /** Those running now, for a calendar. */
  @Transactional(readOnly = true)
  public List<Hold> during(Span span) {
    return store.during(span, clock.instant());
  }

  private HoldOutcome place(Asked asked, Planner planner) {
    var wish = asked.wish();
    var free = planner.only(wish.providers()).at(wish.start());
    if (!free.isEmpty()) {
      store.delete(ids(asked.earlier()));
      asked.earlier().forEach(events::released);
    }
    for (var slot : asked.moving().map(own -> preferring(own.provider(), free)).orElse(free)) {
      var hold = asked.hold(slot, clock.instant().plus(HELD_FOR));
      var during = planner.rules().during(slot.start());
      if (ledger.hold(hold, asked.missing(slot, during), asked.candidates())) {
        events.held(hold);
        return new Held(hold);
      }
    }
    // asked again when somebody was quicker, so that what they took is not offered
    return new Refused(
        FreeTimes.refusal(
            free.isEmpty() ? planner : plans.wholly(planner, asked.ignored()),
            wish.providers(),
            wish.start()));
  }

  static List<Slot> preferring(UUID provider, List<Slot> slots) {
    return slots.stream()
        .sorted(Comparator.comparing((Slot slot) -> !slot.provider().equals(provider)))
        .toList();
  }

  /** All providers whose time might be taken or given back. */
  private static Set<UUID> candidates(Collection<UUID> givers, List<Hold> earlier) {
    var candidates = new HashSet<>(givers);
    earlier.forEach(hold -> candidates.add(hold.slot().provider()));
    return candidates;
  }

  private static Set<UUID> ids(List<Hold> holds) {
    return holds.stream().map(Hold::id).collect(Collectors.toSet());
  }
}

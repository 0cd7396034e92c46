package frontdesk.booking;

import static java.util.stream.Collectors.toSet;

import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.TimeOffOutcome.Affected;
import frontdesk.booking.TimeOffOutcome.Affects;
import frontdesk.booking.TimeOffOutcome.Taken;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** When providers take no bookings. What is booked then already is decided on first. */
@Service
public class TimesOff {

  private static final int ALTERNATIVES = 3;

  /** What becomes of an appointment that falls into the time off. */
  public sealed interface Decision {
    /** They come all the same. */
    record Keep() implements Decision {}

    record Cancel() implements Decision {}

    record Move(UUID provider, Instant start) implements Decision {}
  }

  /**
   * @param decisions by appointment
   */
  public record Request(
      UUID provider, Span span, Optional<String> reason, Map<UUID, Decision> decisions) {}

  /** Appointments with these in common can go to the same times. */
  private record Alike(UUID service, int minutes, int bufferBefore, int bufferAfter) {
    static Alike of(Appointment appointment) {
      return new Alike(
          appointment.service(),
          Math.toIntExact(ChronoUnit.MINUTES.between(appointment.start(), appointment.end())),
          appointment.bufferBefore(),
          appointment.bufferAfter());
    }
  }

  private final TimeOffStore store;
  private final AppointmentStore booked;
  private final Appointments appointments;
  private final Rescheduling rescheduling;
  private final HoldStore holds;
  private final Plans plans;
  private final Ledger ledger;
  private final BookingEvents events;
  private final Clock clock;

  TimesOff(
      TimeOffStore store,
      AppointmentStore booked,
      Appointments appointments,
      Rescheduling rescheduling,
      HoldStore holds,
      Plans plans,
      Ledger ledger,
      BookingEvents events,
      Clock clock) {
    this.store = store;
    this.booked = booked;
    this.appointments = appointments;
    this.rescheduling = rescheduling;
    this.holds = holds;
    this.plans = plans;
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
    ledger.lock(candidates(timeOff, affected));
    store.insert(timeOff, clock.instant());
    for (var appointment : affected) {
      var decision = Optional.ofNullable(request.decisions().get(appointment.id()));
      if (decision.isPresent() && !carriedOut(appointment, decision.get(), by)) {
        return refused(affected);
      }
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

  private boolean carriedOut(Appointment appointment, Decision decision, Source by) {
    return switch (decision) {
      case Decision.Keep() -> true;
      case Decision.Cancel() ->
          appointments.cancel(appointment.id(), Optional.empty(), by) instanceof Booked;
      case Decision.Move(var provider, var start) ->
          rescheduling.reschedule(
                  new Appointments.Move(
                      appointment.id(),
                      Set.of(provider),
                      start,
                      Optional.of(appointment.version()),
                      Optional.empty(),
                      by))
              instanceof Booked;
    };
  }

  /** The time off stands in the books while the alternatives are looked for, and then no more. */
  private Affects refused(List<Appointment> affected) {
    var planners = new HashMap<Alike, Planner>();
    var promised = new ArrayList<Slot>();
    var answer = new ArrayList<Affected>();
    for (var appointment : affected) {
      var planner =
          planners.computeIfAbsent(
              Alike.of(appointment), alike -> plans.forMoveOf(appointment, Plans.Ignored.NOTHING));
      var alternatives =
          planner.without(promised).nearest(FreeTimes.at(appointment.start()), ALTERNATIVES);
      alternatives.stream().findFirst().ifPresent(promised::add);
      answer.add(new Affected(appointment, alternatives));
    }
    TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
    return new Affects(answer);
  }

  private Set<UUID> candidates(TimeOff timeOff, List<Appointment> affected) {
    var candidates =
        affected.stream()
            .flatMap(appointment -> rescheduling.givers(appointment).stream())
            .collect(toSet());
    candidates.add(timeOff.provider());
    return candidates;
  }
}

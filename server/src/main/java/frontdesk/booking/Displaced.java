package frontdesk.booking;

import static java.util.stream.Collectors.toCollection;

import frontdesk.booking.BookOutcome.Booked;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Appointments whose time is taken away: what was decided on them is carried out, and for the rest
 * there is another time to choose. Must run within a transaction.
 */
@Component
class Displaced {

  private static final int ALTERNATIVES = 3;

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

  private final Appointments appointments;
  private final Rescheduling rescheduling;
  private final Plans plans;
  private final Ledger ledger;

  Displaced(Appointments appointments, Rescheduling rescheduling, Plans plans, Ledger ledger) {
    this.appointments = appointments;
    this.rescheduling = rescheduling;
    this.plans = plans;
    this.ledger = ledger;
  }

  /**
   * Locks all whose time might come into it, before anything is moved.
   *
   * @param more besides those who could have one of the appointments
   */
  void lock(Collection<Appointment> displaced, Set<UUID> more) {
    Set<UUID> candidates =
        displaced.stream()
            .flatMap(appointment -> rescheduling.givers(appointment).stream())
            .collect(toCollection(() -> new HashSet<>(more)));
    ledger.lock(candidates);
  }

  /** False when something decided on cannot be done any more. */
  boolean carriedOut(List<Appointment> displaced, Map<UUID, Decision> decisions, Source by) {
    for (var appointment : displaced) {
      var decision = Optional.ofNullable(decisions.get(appointment.id()));
      if (decision.isPresent() && !carriedOut(appointment, decision.get(), by)) {
        return false;
      }
    }
    return true;
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

  /**
   * Takes everything back that this transaction did. What displaces them stands in the books while
   * the alternatives are looked for, and then no more.
   */
  List<Affected> refused(List<Appointment> displaced) {
    var planners = new HashMap<Alike, Planner>();
    var promised = new ArrayList<Slot>();
    var answer = new ArrayList<Affected>();
    for (var appointment : displaced) {
      var planner =
          planners.computeIfAbsent(
              Alike.of(appointment), alike -> plans.forMoveOf(appointment, Plans.Ignored.NOTHING));
      var alternatives =
          planner.without(promised).nearest(FreeTimes.at(appointment.start()), ALTERNATIVES);
      alternatives.stream().findFirst().ifPresent(promised::add);
      answer.add(new Affected(appointment, alternatives));
    }
    TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
    return answer;
  }
}

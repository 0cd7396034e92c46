package frontdesk.booking;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hours that change over those who are booked already: nobody is left outside them undecided. Who
 * was outside before, as staff may book, stays there unasked. What is booked at the very moment of
 * the change still goes by the hours that were. Must run within a transaction.
 */
@Component
class HoursOverBookings {

  private final AppointmentStore booked;
  private final Displaced displaced;
  private final Plans plans;
  private final Clock clock;

  HoursOverBookings(AppointmentStore booked, Displaced displaced, Plans plans, Clock clock) {
    this.booked = booked;
    this.displaced = displaced;
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * Changes the hours and carries out what was decided, or changes nothing.
   *
   * @param whose one provider's; empty for those of the business
   */
  HoursOutcome change(
      Optional<UUID> whose, Map<UUID, Decision> decisions, Source by, Runnable write) {
    var ahead = booked.openAfter(clock.instant(), whose);
    var before = plans.working(ahead);
    write.run();
    var after = plans.working(ahead);
    var outside = ahead.stream().filter(before::covers).filter(not(after::covers)).toList();
    if (outside.isEmpty()) {
      return new HoursOutcome.Changed();
    }
    outside.forEach(appointment -> booked.lock(appointment.id()));
    displaced.lock(outside, Set.of());
    boolean decided = outside.stream().map(Appointment::id).allMatch(decisions::containsKey);
    return decided && displaced.carriedOut(outside, decisions, by)
        ? new HoursOutcome.Changed()
        : new HoursOutcome.Affects(displaced.refused(outside));
  }
}

package frontdesk.booking;

import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.BookOutcome.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Moves an appointment to another time or provider. Must run within a transaction. */
@Component
class Rescheduling {

  private final AppointmentStore store;
  private final ServiceStore services;
  private final HoldStore holds;
  private final Plans plans;
  private final Ledger ledger;
  private final BookingEvents events;

  Rescheduling(
      AppointmentStore store,
      ServiceStore services,
      HoldStore holds,
      Plans plans,
      Ledger ledger,
      BookingEvents events) {
    this.store = store;
    this.services = services;
    this.holds = holds;
    this.plans = plans;
    this.ledger = ledger;
    this.events = events;
  }

  BookOutcome reschedule(Appointments.Move move) {
    var found = store.lock(move.appointment());
    if (found.isEmpty() || !found.get().status().open()) {
      return new Refused(Refusal.because(Reason.ENDED));
    }
    var appointment = found.get();
    if (move.version().isPresent() && move.version().get() != appointment.version()) {
      return new Refused(Refusal.because(Reason.CHANGED));
    }
    var own = move.holder().map(holds::of).orElse(List.of());
    var candidates = givers(appointment);
    candidates.addAll(own.stream().map(hold -> hold.slot().provider()).toList());
    ledger.lock(candidates);
    var ownIds = own.stream().map(Hold::id).toList();
    var ignored = new Plans.Ignored(Set.copyOf(ownIds), Optional.of(appointment.id()));
    var planner =
        plans.forMoveOf(
            move.length().map(appointment::lasting).orElse(appointment),
            FreeTimes.at(move.start()),
            ignored);
    var asked = planner.only(move.providers());
    var starts = asked.starts(move.start(), move.anyway());
    var free = Holds.preferring(promised(own, move, appointment), starts.slots());
    if (!free.isEmpty()) {
      holds.delete(ownIds);
      own.forEach(events::released);
    }
    for (var slot : free) {
      if (slot.equals(appointment.slot())) {
        return new Booked(appointment);
      }
      if (ledger.move(appointment, slot, planner.rules().during(slot.start()), candidates)) {
        store.move(appointment.id(), slot);
        var moved = store.find(appointment.id()).orElseThrow();
        events.changed("rescheduled", appointment, moved, move.by(), starts.waived());
        return new Booked(moved);
      }
    }
    return new Refused(
        FreeTimes.refusal(plans.wholly(planner, ignored), move.providers(), move.start())
            .waivable(asked, move.start(), move.anyway()));
  }

  /** All who could have the appointment: who gives its service, and who has it now. */
  Set<UUID> givers(Appointment appointment) {
    var givers = new HashSet<>(services.find(appointment.service()).orElseThrow().providers());
    givers.add(appointment.provider());
    return givers;
  }

  /** Whom the hold for this move was on, else whose appointment it is. */
  private static UUID promised(List<Hold> own, Appointments.Move move, Appointment appointment) {
    return own.stream()
        .filter(hold -> hold.moves().equals(Optional.of(appointment.id())))
        .filter(hold -> hold.slot().start().equals(move.start()))
        .map(hold -> hold.slot().provider())
        .findFirst()
        .orElse(appointment.provider());
  }
}

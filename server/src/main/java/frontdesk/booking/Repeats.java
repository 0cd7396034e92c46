package frontdesk.booking;

import frontdesk.booking.Appointments.Order;
import frontdesk.booking.Appointments.What;
import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.BookOutcome.Refused;
import frontdesk.tenancy.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** The same appointment again, week after week, at the same time of day. */
@Service
public class Repeats {

  /**
   * @param everyWeeks how many weeks lie between two
   * @param times how many more there shall be
   * @param whereFree whether those that cannot be are left out; else there are all or none
   */
  public record Request(UUID appointment, int everyWeeks, int times, boolean whereFree) {}

  /** One that cannot be, and what is free instead. */
  public record NotFree(Instant start, Refusal refusal) {}

  public sealed interface Outcome {
    record Repeated(List<Appointment> made, List<NotFree> leftOut) implements Outcome {}

    /** Nothing was booked. */
    record NotAll(List<NotFree> notFree) implements Outcome {}
  }

  private final Appointments appointments;
  private final Ledger ledger;
  private final Tenants tenants;
  private final BookingEvents events;

  Repeats(Appointments appointments, Ledger ledger, Tenants tenants, BookingEvents events) {
    this.appointments = appointments;
    this.ledger = ledger;
    this.tenants = tenants;
    this.events = events;
  }

  /** Each is as its service is now, at the price it has now. */
  @Transactional
  public Outcome repeat(Request request, Source by, Optional<UUID> member) {
    var first = appointments.find(request.appointment()).orElseThrow();
    ledger.lock(Set.of(first.provider()));
    var made = new ArrayList<Appointment>();
    var notFree = new ArrayList<NotFree>();
    for (int i = 1; i <= request.times(); i++) {
      var start = weeksAfter(first.start(), (long) i * request.everyWeeks());
      switch (appointments.book(order(first, start, by, member))) {
        case Booked(var appointment) -> made.add(appointment);
        case Refused(var refusal) -> notFree.add(new NotFree(start, refusal));
      }
    }
    if (notFree.isEmpty() || request.whereFree() && !made.isEmpty()) {
      events.booked(made, request.everyWeeks());
      return new Outcome.Repeated(made, notFree);
    }
    TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
    return new Outcome.NotAll(notFree);
  }

  /** At the same time on the clocks of the business, whatever they are set to by then. */
  private Instant weeksAfter(Instant start, long weeks) {
    return start.atZone(tenants.get().zone()).plusWeeks(weeks).toInstant();
  }

  private static Order order(Appointment first, Instant start, Source by, Optional<UUID> member) {
    return new Order(
        new What.OfWish(new Wish(first.service(), Set.of(first.provider()), start)),
        first.guest(),
        first.contact(),
        Optional.empty(),
        first.note(),
        by,
        member,
        Optional.empty(),
        true);
  }
}

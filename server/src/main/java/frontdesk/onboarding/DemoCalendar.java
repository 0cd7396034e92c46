package frontdesk.onboarding;

import frontdesk.booking.BookableService;
import frontdesk.booking.PastAppointments;
import frontdesk.booking.Services;
import frontdesk.booking.Slot;
import frontdesk.booking.Span;
import frontdesk.booking.Status;
import frontdesk.contacts.Contact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Fills a sample business's calendar. It is worth looking at on any day: the last working days, the
 * rest of this week and the next one have appointments, weekend or not.
 */
@Component
class DemoCalendar {

  private static final int DAYS_PAST = 5;
  private static final int DAYS_AHEAD = 9;

  /** Steps of the golden section fall all over a day, however many they are. */
  private static final double GOLDEN = 0.618;

  private final Services services;
  private final PastAppointments appointments;
  private final Clock clock;

  DemoCalendar(Services services, PastAppointments appointments, Clock clock) {
    this.services = services;
    this.appointments = appointments;
    this.clock = clock;
  }

  void fill(DemoData.Business business, List<Contact> people) {
    var offered = services.bookable();
    var days = workingDays(ZoneId.of(business.zone()), offered.getFirst());
    for (int n = 0; n < business.appointments(); n++) {
      var service = offered.get(n % offered.size());
      var free =
          appointments.free(service.id(), days.get(n * days.size() / business.appointments()));
      var slot = free.get((int) (n * GOLDEN % 1 * free.size()));
      appointments.bringIn(
          service.id(), slot, people.get(n % people.size()), status(slot, n), made(slot, n));
    }
  }

  /** Those on which the service is to be had, soonest first. */
  private List<Span> workingDays(ZoneId zone, BookableService service) {
    var today = clock.instant().atZone(zone).toLocalDate();
    var past = days(today.minusDays(1), day -> day.minusDays(1), zone, service).limit(DAYS_PAST);
    var ahead = days(today, day -> day.plusDays(1), zone, service).limit(DAYS_AHEAD);
    return Stream.concat(past.toList().reversed().stream(), ahead).toList();
  }

  private Stream<Span> days(
      LocalDate first, UnaryOperator<LocalDate> next, ZoneId zone, BookableService service) {
    return Stream.iterate(first, next)
        .limit(60)
        .map(
            day ->
                new Span(
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant()))
        .filter(day -> !appointments.free(service.id(), day).isEmpty());
  }

  /** Some days before, and not yet to come. */
  private Instant made(Slot slot, int n) {
    var before = slot.start().minus(Duration.ofHours(20 + n * 7 % 150));
    var now = clock.instant();
    return before.isBefore(now) ? before : now;
  }

  private Status status(Slot slot, int n) {
    var now = clock.instant();
    if (slot.start().isAfter(now)) {
      return Status.CONFIRMED;
    }
    if (slot.end().isAfter(now)) {
      return Status.ARRIVED;
    }
    return n % 5 == 4 ? Status.NO_SHOW : Status.DONE;
  }
}

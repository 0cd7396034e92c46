package frontdesk.booking;

import frontdesk.booking.Availability.Business;
import frontdesk.booking.Availability.Diary;
import frontdesk.booking.Availability.Rules;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what decides the times of a service. Must run within a transaction. */
@Component
class Plans {

  /** Time that is not to count as busy: a hold of one's own, an appointment being moved. */
  record Ignored(Set<UUID> holds, Optional<UUID> appointment) {
    static final Ignored NOTHING = new Ignored(Set.of(), Optional.empty());
  }

  private final ServiceStore services;
  private final ProviderStore providers;
  private final HoursStore hours;
  private final BookedTimeStore times;
  private final Tenants tenants;
  private final Tenancy tenancy;
  private final Clock clock;

  Plans(
      ServiceStore services,
      ProviderStore providers,
      HoursStore hours,
      BookedTimeStore times,
      Tenants tenants,
      Tenancy tenancy,
      Clock clock) {
    this.services = services;
    this.providers = providers;
    this.hours = hours;
    this.times = times;
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /** Who works when, whatever is booked. */
  record Working(Business business, Map<UUID, Diary> diaries) {
    boolean covers(Appointment appointment) {
      return Availability.open(
          business,
          diaries.get(appointment.provider()),
          new Span(appointment.start(), appointment.end()));
    }
  }

  /** The hours, as they stand, of those who give these. */
  Working working(List<Appointment> appointments) {
    var zone = tenants.get().zone();
    var businessId = tenancy.current().value();
    var rows = providers.find(appointments.stream().map(Appointment::provider).distinct().toList());
    var everyone = new ArrayList<>(rows.stream().map(ProviderStore.Row::id).toList());
    everyone.add(businessId);
    var schedules = hours.schedules(everyone);
    return new Working(
        new Business(zone, schedules.get(businessId)),
        rows.stream()
            .collect(
                Collectors.toMap(
                    ProviderStore.Row::id, row -> diary(row, schedules.get(row.id()), zone))));
  }

  /** Everybody who gives the service, over all the time that it can be booked. */
  Planner of(BookableService service, Ignored ignored) {
    return of(
        Rules.of(service.details()),
        service.providers(),
        Optional.empty(),
        ignored,
        clock.instant());
  }

  /** The same with the busy times of this window alone, for a list of it. */
  Planner of(BookableService service, Span window, Ignored ignored) {
    return of(service, window, ignored, clock.instant());
  }

  /** The same as it was seen at another time. */
  Planner of(BookableService service, Span window, Ignored ignored, Instant then) {
    return of(Rules.of(service.details()), service.providers(), Optional.of(window), ignored, then);
  }

  /** Where an appointment could go: with the length and buffers that were promised. */
  Planner forMoveOf(Appointment appointment, Ignored ignored) {
    return forMoveOf(appointment, Optional.empty(), ignored);
  }

  /** The same with the busy times of this window alone. */
  Planner forMoveOf(Appointment appointment, Span window, Ignored ignored) {
    return forMoveOf(appointment, Optional.of(window), ignored);
  }

  private Planner forMoveOf(Appointment appointment, Optional<Span> window, Ignored ignored) {
    var service = services.find(appointment.service()).orElseThrow();
    var givers = new ArrayList<>(service.providers());
    if (!givers.contains(appointment.provider())) {
      givers.add(appointment.provider());
    }
    var details = service.details();
    return of(
        new Rules(
            Math.toIntExact(ChronoUnit.MINUTES.between(appointment.start(), appointment.end())),
            appointment.bufferBefore(),
            appointment.bufferAfter(),
            details.notice(),
            details.horizonDays(),
            details.granularity(),
            details.hours()),
        givers,
        window,
        ignored,
        clock.instant());
  }

  /** The same with the busy times of all that can be booked, as they are now. */
  Planner wholly(Planner planner, Ignored ignored) {
    return planner.bookable().map(span -> withBusy(planner, span, ignored)).orElse(planner);
  }

  private Planner of(
      Rules rules, List<UUID> givers, Optional<Span> window, Ignored ignored, Instant now) {
    var tenant = tenants.get();
    var businessId = tenancy.current().value();
    var rows = new HashMap<UUID, ProviderStore.Row>();
    providers.find(givers).stream()
        .filter(row -> !row.archived())
        .forEach(row -> rows.put(row.id(), row));
    var everyone = new ArrayList<>(rows.keySet());
    everyone.add(businessId);
    var schedules = hours.schedules(everyone);
    var diaries =
        times.leastRecentlyBookedFirst(rows.keySet()).stream()
            .map(id -> diary(rows.get(id), schedules.get(id), tenant.zone()))
            .toList();
    var business = new Business(tenant.zone(), schedules.get(businessId));
    var planner = new Planner(rules, business, diaries, now);
    return window
        .or(planner::bookable)
        .map(span -> withBusy(planner, span, ignored))
        .orElse(planner);
  }

  private static Diary diary(ProviderStore.Row row, Schedule schedule, ZoneId zone) {
    return new Diary(
        row.id(),
        row.zone().orElse(zone),
        row.ownHours() ? Optional.of(schedule.weekly()) : Optional.empty(),
        schedule.exceptions(),
        List.of());
  }

  private Planner withBusy(Planner planner, Span span, Ignored ignored) {
    var rules = planner.rules();
    var around =
        new Span(
            span.start().minus(rules.bufferBefore(), ChronoUnit.MINUTES),
            span.end().plus(rules.minutes() + (long) rules.bufferAfter(), ChronoUnit.MINUTES));
    var busy = times.busy(planner.providers(), around, planner.now(), ignored);
    return planner.withBusy(busy);
  }
}

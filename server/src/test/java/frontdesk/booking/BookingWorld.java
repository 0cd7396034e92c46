package frontdesk.booking;

import frontdesk.TestTenants;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;

/** A business for tests: open every day 09:00 to 18:00 in Rome, and what a test adds to it. */
@TestComponent
class BookingWorld {

  private final TestTenants tenants;
  private final Tenancy tenancy;
  private final Hours hours;
  private final Services services;
  private final Providers providers;

  BookingWorld(
      TestTenants tenants, Tenancy tenancy, Hours hours, Services services, Providers providers) {
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.hours = hours;
    this.services = services;
    this.providers = providers;
  }

  Tenant business() {
    var tenant = tenants.fresh();
    as(
        tenant,
        () -> {
          hours.replace(new Schedule(everyDay("09:00", "18:00"), Map.of()));
          return true;
        });
    return tenant;
  }

  <T> T as(Tenant tenant, Supplier<T> work) {
    return tenancy.as(tenant.id(), work);
  }

  UUID service(Tenant tenant, BookableService.Details details, UUID... givers) {
    return as(tenant, () -> services.create(details, Arrays.asList(givers)).id());
  }

  /** Half an hour, starting on the quarter. */
  UUID cut(Tenant tenant, UUID... givers) {
    return service(
        tenant, BookableService.Details.of("Cut", 30, Optional.of(Money.of(2500, "EUR"))), givers);
  }

  UUID provider(Tenant tenant, String name) {
    return as(
        tenant,
        () ->
            providers
                .create(
                    new Provider.Details(
                        name, 1, Optional.empty(), List.of(), Optional.empty(), Map.of()))
                .id());
  }

  static Map<DayOfWeek, List<Stretch>> everyDay(String open, String close) {
    var week = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      week.put(day, List.of(new Stretch(LocalTime.parse(open), LocalTime.parse(close))));
    }
    return week;
  }

  /** A local time of the business, some days from today. */
  static Instant at(Tenant tenant, int days, String time) {
    return LocalDate.now(tenant.zone())
        .plusDays(days)
        .atTime(LocalTime.parse(time))
        .atZone(tenant.zone())
        .toInstant();
  }

  static Appointments.Order order(UUID service, Instant start, UUID... givers) {
    return new Appointments.Order(
        new Appointments.What.OfWish(new Wish(service, Set.of(givers), start)),
        new Guest("Ana", Optional.of("333 5550101"), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.ASSISTANT,
        Optional.empty());
  }
}

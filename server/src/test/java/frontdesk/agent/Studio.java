package frontdesk.agent;

import frontdesk.TestTenants;
import frontdesk.booking.BookableService;
import frontdesk.booking.Hours;
import frontdesk.booking.Provider;
import frontdesk.booking.Providers;
import frontdesk.booking.Schedule;
import frontdesk.booking.Services;
import frontdesk.booking.Stretch;
import frontdesk.contacts.Contacts;
import frontdesk.conversations.TurnProgress;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** A salon to test with: open every day from nine to six, Elena and Marco cut hair. */
@TestComponent
class Studio {

  static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final TestTenants tenants;
  private final Tenancy tenancy;
  private final Services services;
  private final Providers providers;
  private final Hours hours;
  private final Contacts contacts;

  Studio(
      TestTenants tenants,
      Tenancy tenancy,
      Services services,
      Providers providers,
      Hours hours,
      Contacts contacts) {
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.services = services;
    this.providers = providers;
    this.hours = hours;
    this.contacts = contacts;
  }

  record Salon(Tenant tenant, UUID cut, UUID elena, UUID marco, UUID ana, UUID ben) {}

  Salon open() {
    return in(tenants.fresh());
  }

  Salon in(Tenant tenant) {
    return tenancy.as(tenant.id(), () -> furnish(tenant));
  }

  private Salon furnish(Tenant tenant) {
    hours.replace(
        new Schedule(
            Stream.of(DayOfWeek.values())
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        day -> List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(18, 0))))),
            Map.of()));
    var cut =
        services.create(
            BookableService.Details.of("Haircut", 30, Optional.of(Money.of(2500, "EUR"))),
            List.of());
    return new Salon(
        tenant,
        cut.id(),
        provider("Elena", cut.id()),
        provider("Marco", cut.id()),
        contacts.findOrCreate("Ana", Optional.of("+393331112223"), Optional.empty()).id(),
        contacts.findOrCreate("Ben", Optional.of("+393331112224"), Optional.empty()).id());
  }

  /** One more service of the salon, done by somebody of this name alone. */
  UUID service(Salon salon, String name, String provider) {
    return tenancy.as(
        salon.tenant().id(),
        () -> {
          var service =
              services.create(
                  BookableService.Details.of(name, 30, Optional.of(Money.of(4000, "EUR"))),
                  List.of());
          provider(provider, service.id());
          return service.id();
        });
  }

  private UUID provider(String name, UUID service) {
    return providers
        .create(
            new Provider.Details(
                name, 1, Optional.empty(), List.of(service), Optional.empty(), Map.of()))
        .id();
  }

  static Instant tomorrowAt(int hour, int minute) {
    return ZonedDateTime.now(ROME)
        .toLocalDate()
        .plusDays(1)
        .atTime(hour, minute)
        .atZone(ROME)
        .toInstant();
  }

  /** Tells nobody anything, whether or not somebody watches. */
  static TurnProgress quiet(boolean watched) {
    return new TurnProgress() {
      @Override
      public boolean watched() {
        return watched;
      }

      @Override
      public void stage(String stage, Map<String, Object> details) {}

      @Override
      public void delta(String text) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public void effect() {}
    };
  }
}

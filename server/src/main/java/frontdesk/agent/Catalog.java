package frontdesk.agent;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.booking.BookableService;
import frontdesk.booking.Hours;
import frontdesk.booking.Providers;
import frontdesk.booking.Services;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import frontdesk.tenancy.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a business offers and when it is open, as the tools tell it. Every turn asks for it and it
 * hardly changes, so it may be a moment old; what is free never comes from here.
 */
@Component
class Catalog {

  private static final Duration OLD_AT_MOST = Duration.ofSeconds(3);

  private final Tenants tenants;
  private final Tenancy tenancy;
  private final Services services;
  private final Providers providers;
  private final Hours hours;
  private final LoadingCache<TenantId, Entry> cache;

  Catalog(Tenants tenants, Tenancy tenancy, Services services, Providers providers, Hours hours) {
    this.tenants = tenants;
    this.tenancy = tenancy;
    this.services = services;
    this.providers = providers;
    this.hours = hours;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(OLD_AT_MOST)
            .build(tenant -> load());
  }

  record Entry(BusinessFacts business, Tenant.Disclosure disclosure, List<ServiceFacts> services) {}

  Entry get() {
    return cache.get(tenancy.current());
  }

  private Entry load() {
    var bookable = services.bookable();
    var names =
        providers
            .find(bookable.stream().flatMap(s -> s.providers().stream()).distinct().toList())
            .stream()
            .collect(
                Collectors.toMap(
                    provider -> provider.id(),
                    provider -> new ProviderFacts(provider.id(), provider.details().name())));
    return new Entry(
        business(),
        tenants.get().profile().disclosure(),
        bookable.stream().map(service -> service(service, names)).toList());
  }

  private static ServiceFacts service(BookableService service, Map<UUID, ProviderFacts> names) {
    return new ServiceFacts(
        service.id(),
        service.details().name(),
        service.details().minutes(),
        service.details().price(),
        service.providers().stream().filter(names::containsKey).map(names::get).toList());
  }

  private BusinessFacts business() {
    var tenant = tenants.get();
    var schedule = hours.get();
    var profile = tenant.profile();
    var today = LocalDate.now(tenant.zone()).minusDays(1);
    return new BusinessFacts(
        tenant.name(),
        tenant.zone(),
        tenant.locale(),
        tenant.country(),
        schedule.weekly().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, day -> stretches(day.getValue()))),
        schedule.exceptions().entrySet().stream()
            .filter(day -> day.getKey().isAfter(today))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    day -> stretches(day.getValue().stretches()),
                    (one, other) -> one,
                    java.util.TreeMap::new)),
        profile.address(),
        profile.phone(),
        profile.email(),
        profile.website());
  }

  private static List<Stretch> stretches(List<frontdesk.booking.Stretch> open) {
    return open.stream().map(Catalog::stretch).toList();
  }

  private static Stretch stretch(frontdesk.booking.Stretch open) {
    return new Stretch(open.open(), open.close());
  }

  /** The name of whoever gives a service, empty for one who no longer does. */
  Function<UUID, String> providerNames() {
    return id ->
        get().services().stream()
            .flatMap(service -> service.providers().stream())
            .filter(provider -> provider.id().equals(id))
            .map(ProviderFacts::name)
            .findFirst()
            .orElse("");
  }
}

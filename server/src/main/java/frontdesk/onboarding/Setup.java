package frontdesk.onboarding;

import frontdesk.booking.Hours;
import frontdesk.booking.Provider;
import frontdesk.booking.Providers;
import frontdesk.booking.Services;
import frontdesk.channels.Channels;
import frontdesk.onboarding.SetupStore.Progress;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a new business from its first sign-in to going live. */
@Service
class Setup {

  private final SetupStore store;
  private final Hours hours;
  private final Services services;
  private final Providers providers;
  private final Channels channels;
  private final Tenants tenants;
  private final Clock clock;

  Setup(
      SetupStore store,
      Hours hours,
      Services services,
      Providers providers,
      Channels channels,
      Tenants tenants,
      Clock clock) {
    this.store = store;
    this.hours = hours;
    this.services = services;
    this.providers = providers;
    this.channels = channels;
    this.tenants = tenants;
    this.clock = clock;
  }

  record Check(String id, boolean done) {}

  @Transactional(readOnly = true)
  public Progress progress() {
    return store.get();
  }

  @Transactional(readOnly = true)
  public List<Check> checklist() {
    var progress = store.get();
    return List.of(
        new Check("business", tenants.get().profile().industry().isPresent()),
        new Check("hours", !hours.get().weekly().isEmpty()),
        new Check("services", !services.bookable().isEmpty()),
        new Check(
            "channels",
            channels.all().stream().anyMatch(c -> !Channels.BUILT_IN.contains(c.type()))),
        new Check("test", progress.completed().contains("test")),
        new Check("live", progress.liveAt().isPresent()));
  }

  @Transactional
  public void keep(String step, List<String> completed) {
    store.put(store.get().at(step, completed));
  }

  /** The checklist on Home is put away, or shown again. */
  @Transactional
  public void putChecklistAway(boolean away) {
    store.put(store.get().withChecklistAway(away));
  }

  /**
   * Opens the business as its kind usually is. What an earlier template brought is taken back; what
   * the business added itself stays.
   *
   * @param owner gives the services, until the business names others
   */
  @Transactional
  public void apply(String id, Template template, String owner) {
    var before = store.get();
    before.madeServices().forEach(services::archive);
    before.madeProviders().forEach(providers::archive);
    hours.replace(template.schedule());
    var provider = provider(owner);
    var made = new ArrayList<UUID>();
    var tenant = tenants.get();
    for (var offer : template.services()) {
      made.add(
          services
              .create(offer.details(tenant.locale(), tenant.currency()), List.of(provider.id()))
              .id());
    }
    store.put(before.opened(id, made, List.of(provider.id())));
  }

  /**
   * The assistant answers by itself, or only suggests.
   *
   * @param modes of channels that differ
   */
  @Transactional
  public void goLive(String mode, Map<UUID, String> modes) {
    for (var channel : channels.all()) {
      channels.update(channel.withMode(modes.getOrDefault(channel.id(), mode)));
    }
    store.put(store.get().live(clock.instant()));
  }

  private Provider provider(String name) {
    return providers.create(
        new Provider.Details(
            name, providers.nextColor(), Optional.empty(), List.of(), Optional.empty(), Map.of()));
  }
}

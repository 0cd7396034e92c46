package frontdesk.booking;

import frontdesk.identity.AuditTrail;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who give services. */
@Service
public class Providers {

  private static final int COLORS = 8;

  private final ProviderStore store;
  private final ServiceStore services;
  private final HoursStore hours;
  private final HoursOverBookings overBookings;
  private final AuditTrail audit;
  private final Clock clock;

  Providers(
      ProviderStore store,
      ServiceStore services,
      HoursStore hours,
      HoursOverBookings overBookings,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.services = services;
    this.hours = hours;
    this.overBookings = overBookings;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Provider> find(UUID id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of these ids that are known. */
  @Transactional(readOnly = true)
  public List<Provider> find(Collection<UUID> ids) {
    return withHours(store.find(ids));
  }

  /**
   * Newest first, archived ones among them.
   *
   * @param before the id of the last one already shown
   */
  @Transactional(readOnly = true)
  public List<Provider> list(Optional<UUID> before, int limit) {
    return withHours(store.all(before, limit));
  }

  /** The colour that the next provider gets when none is chosen. */
  @Transactional(readOnly = true)
  public int nextColor() {
    return store.count() % COLORS + 1;
  }

  @Transactional
  public Provider create(Provider.Details details) {
    var id = Ids.next();
    store.insert(id, details, clock.instant());
    keepRest(id, details);
    return recorded("created", Map.of(), id);
  }

  /**
   * Puts this in the place of what was, or changes nothing.
   *
   * @param decisions by appointment, on those that fall outside the new hours
   */
  @Transactional
  public HoursOutcome replace(
      UUID id,
      Provider.Details details,
      boolean archived,
      Map<UUID, Decision> decisions,
      Source by) {
    var before = facts(find(id).orElseThrow());
    return overBookings.change(
        Optional.of(id),
        decisions,
        by,
        () -> {
          store.update(id, details, archived);
          keepRest(id, details);
          recorded("changed", before, id);
        });
  }

  /** Keeps their history and takes no more bookings. */
  @Transactional
  public void archive(UUID id) {
    var provider = find(id).orElseThrow();
    store.update(id, provider.details(), true);
    recorded("archived", facts(provider), id);
  }

  /** Can be booked again, as they were before. */
  @Transactional
  public void restore(UUID id) {
    var provider = find(id).orElseThrow();
    store.update(id, provider.details(), false);
    recorded("restored", facts(provider), id);
  }

  private Provider recorded(String what, Map<String, Object> before, UUID id) {
    var provider = find(id).orElseThrow();
    audit.record("provider." + what, "provider", id, before, facts(provider));
    return provider;
  }

  private static Map<String, Object> facts(Provider provider) {
    return Map.of("details", provider.details(), "archived", provider.archived());
  }

  private void keepRest(UUID id, Provider.Details details) {
    services.setServices(id, details.services());
    hours.replace(id, new Schedule(details.hours().orElse(Map.of()), details.exceptions()));
  }

  private List<Provider> withHours(List<ProviderStore.Row> rows) {
    var schedules = hours.schedules(rows.stream().map(ProviderStore.Row::id).toList());
    return rows.stream().map(row -> provider(row, schedules.get(row.id()))).toList();
  }

  private static Provider provider(ProviderStore.Row row, Schedule schedule) {
    return new Provider(
        row.id(),
        new Provider.Details(
            row.name(),
            row.color(),
            row.zone(),
            row.services(),
            row.ownHours() ? Optional.of(schedule.weekly()) : Optional.empty(),
            schedule.exceptions()),
        row.archived());
  }
}

package frontdesk.booking;

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
  private final Clock clock;

  Providers(ProviderStore store, ServiceStore services, HoursStore hours, Clock clock) {
    this.store = store;
    this.services = services;
    this.hours = hours;
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
    return find(id).orElseThrow();
  }

  /** Puts this in the place of what was. */
  @Transactional
  public Provider replace(UUID id, Provider.Details details, boolean archived) {
    store.update(id, details, archived);
    keepRest(id, details);
    return find(id).orElseThrow();
  }

  /** Keeps their history and takes no more bookings. */
  @Transactional
  public void archive(UUID id) {
    find(id).ifPresent(provider -> store.update(id, provider.details(), true));
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

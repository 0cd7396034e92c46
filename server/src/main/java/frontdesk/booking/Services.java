package frontdesk.booking;

import frontdesk.identity.AuditTrail;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the business offers to book. */
@Service
public class Services {

  private final ServiceStore store;
  private final AuditTrail audit;
  private final Clock clock;

  Services(ServiceStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<BookableService> find(UUID id) {
    return store.find(id);
  }

  /** What can be booked by customers now, in the order the business made them. */
  @Transactional(readOnly = true)
  public List<BookableService> bookable() {
    return store.active().stream()
        .filter(service -> service.bookable() && service.details().online())
        .toList();
  }

  /**
   * Newest first, archived ones among them.
   *
   * @param before the id of the last one already shown
   */
  @Transactional(readOnly = true)
  public List<BookableService> list(Optional<UUID> before, int limit) {
    return store.all(before, limit);
  }

  @Transactional
  public BookableService create(BookableService.Details details, List<UUID> providers) {
    var id = Ids.next();
    store.insert(id, details, clock.instant());
    store.setProviders(id, providers);
    return recorded("created", Map.of(), id);
  }

  /**
   * Puts this in the place of what was.
   *
   * @param providers left as they are when empty
   */
  @Transactional
  public BookableService replace(
      UUID id, BookableService.Details details, Optional<List<UUID>> providers, boolean archived) {
    var before = facts(store.find(id).orElseThrow());
    store.update(id, details, archived);
    providers.ifPresent(given -> store.setProviders(id, given));
    return recorded("changed", before, id);
  }

  /** Keeps its history and takes no more bookings. */
  @Transactional
  public void archive(UUID id) {
    var service = store.find(id).orElseThrow();
    store.update(id, service.details(), true);
    recorded("archived", facts(service), id);
  }

  /** Can be booked again, as it was before. */
  @Transactional
  public void restore(UUID id) {
    var service = store.find(id).orElseThrow();
    store.update(id, service.details(), false);
    recorded("restored", facts(service), id);
  }

  private BookableService recorded(String what, Map<String, Object> before, UUID id) {
    var service = store.find(id).orElseThrow();
    audit.record("service." + what, "service", id, before, facts(service));
    return service;
  }

  private static Map<String, Object> facts(BookableService service) {
    return Map.of(
        "details", service.details(),
        "providers", service.providers(),
        "archived", service.archived());
  }
}

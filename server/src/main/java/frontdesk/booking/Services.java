package frontdesk.booking;

import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the business offers to book. */
@Service
public class Services {

  private final ServiceStore store;
  private final Clock clock;

  Services(ServiceStore store, Clock clock) {
    this.store = store;
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
    return store.find(id).orElseThrow();
  }

  /**
   * Puts this in the place of what was.
   *
   * @param providers left as they are when empty
   */
  @Transactional
  public BookableService replace(
      UUID id, BookableService.Details details, Optional<List<UUID>> providers, boolean archived) {
    store.update(id, details, archived);
    providers.ifPresent(given -> store.setProviders(id, given));
    return store.find(id).orElseThrow();
  }

  /** Keeps its history and takes no more bookings. */
  @Transactional
  public void archive(UUID id) {
    store.find(id).ifPresent(service -> store.update(id, service.details(), true));
  }
}

package frontdesk.booking;

import frontdesk.identity.AuditTrail;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the business is open, in its own zone. */
@Service
public class Hours {

  private final HoursStore store;
  private final HoursOverBookings overBookings;
  private final Tenancy tenancy;
  private final AuditTrail audit;

  Hours(HoursStore store, HoursOverBookings overBookings, Tenancy tenancy, AuditTrail audit) {
    this.store = store;
    this.overBookings = overBookings;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /** Closed throughout until the business says otherwise. */
  @Transactional(readOnly = true)
  public Schedule get() {
    var business = tenancy.current().value();
    return store.schedules(List.of(business)).getOrDefault(business, Schedule.CLOSED);
  }

  /** Whoever is booked: for a business that only begins. */
  @Transactional
  public void replace(Schedule schedule) {
    write(schedule);
  }

  /**
   * Puts this in the place of what was, or changes nothing.
   *
   * @param decisions by appointment, on those that fall outside the new hours
   */
  @Transactional
  public HoursOutcome change(Schedule schedule, Map<UUID, Decision> decisions, Source by) {
    return overBookings.change(Optional.empty(), decisions, by, () -> write(schedule));
  }

  private void write(Schedule schedule) {
    var business = tenancy.current().value();
    var before = get();
    store.replace(business, schedule);
    audit.record(
        "hours.changed", "hours", business, Map.of("hours", before), Map.of("hours", schedule));
  }
}

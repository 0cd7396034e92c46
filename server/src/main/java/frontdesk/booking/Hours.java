package frontdesk.booking;

import frontdesk.identity.AuditTrail;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the business is open, in its own zone. */
@Service
public class Hours {

  private final HoursStore store;
  private final Tenancy tenancy;
  private final AuditTrail audit;

  Hours(HoursStore store, Tenancy tenancy, AuditTrail audit) {
    this.store = store;
    this.tenancy = tenancy;
    this.audit = audit;
  }

  /** Closed throughout until the business says otherwise. */
  @Transactional(readOnly = true)
  public Schedule get() {
    var business = tenancy.current().value();
    return store.schedules(List.of(business)).getOrDefault(business, Schedule.CLOSED);
  }

  @Transactional
  public void replace(Schedule schedule) {
    var business = tenancy.current().value();
    var before = get();
    store.replace(business, schedule);
    audit.record(
        "hours.changed", "hours", business, Map.of("hours", before), Map.of("hours", schedule));
  }
}

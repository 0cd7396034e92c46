package frontdesk.booking;

import frontdesk.tenancy.Tenancy;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the business is open, in its own zone. */
@Service
public class Hours {

  private final HoursStore store;
  private final Tenancy tenancy;

  Hours(HoursStore store, Tenancy tenancy) {
    this.store = store;
    this.tenancy = tenancy;
  }

  /** Closed throughout until the business says otherwise. */
  @Transactional(readOnly = true)
  public Schedule get() {
    var business = tenancy.current().value();
    return store.schedules(List.of(business)).getOrDefault(business, Schedule.CLOSED);
  }

  @Transactional
  public void replace(Schedule schedule) {
    store.replace(tenancy.current().value(), schedule);
  }
}

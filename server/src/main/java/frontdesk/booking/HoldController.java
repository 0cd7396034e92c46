package frontdesk.booking;

import frontdesk.booking.BookingEvents.HeldSlot;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is being booked just now, for the calendar to show as ghosts. */
@RestController
class HoldController {

  record HoldsView(List<HeldSlot> items) {}

  private final Holds holds;
  private final Tenants tenants;
  private final Clock clock;

  HoldController(Holds holds, Tenants tenants, Clock clock) {
    this.holds = holds;
    this.tenants = tenants;
    this.clock = clock;
  }

  @GetMapping("/api/holds")
  @Requires(Permission.CALENDAR_SEE)
  HoldsView list(@RequestParam @Nullable String from, @RequestParam @Nullable String to) {
    var zone = tenants.get().zone();
    var input = new Input();
    var begin =
        from == null ? Optional.of(clock.instant()) : input.instantOrDate("from", from, zone);
    var end =
        to == null
            ? begin.map(at -> at.plus(Duration.ofDays(7)))
            : input.instantOrDate("to", to, zone);
    input.check();
    if (!begin.orElseThrow().isBefore(end.orElseThrow())) {
      input.wrong("to", "booking.to-after-from");
    }
    input.check();
    return new HoldsView(
        holds.during(new Span(begin.get(), end.get())).stream().map(HeldSlot::of).toList());
  }
}

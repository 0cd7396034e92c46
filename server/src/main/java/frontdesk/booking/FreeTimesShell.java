package frontdesk.booking;

import frontdesk.booking.AppointmentJson.FreeView;
import frontdesk.booking.AppointmentJson.SlotView;
import frontdesk.http.NotFound;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of free times as members and visitors ask for it. */
@Component
class FreeTimesShell {

  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(93);

  private final FreeTimes times;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  FreeTimesShell(FreeTimes times, Providers providers, Tenants tenants, Clock clock) {
    this.times = times;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** From now and for a week, unless said otherwise. */
  FreeView list(UUID service, @Nullable UUID provider, @Nullable String from, @Nullable String to) {
    if (provider != null && providers.find(provider).isEmpty()) {
      throw new NotFound("provider " + provider);
    }
    var zone = tenants.get().zone();
    var input = new Input();
    var start =
        from == null ? Optional.of(clock.instant()) : input.instantOrDate("from", from, zone);
    var end =
        to == null ? start.map(begin -> begin.plus(A_WEEK)) : input.instantOrDate("to", to, zone);
    input.check();
    if (!start.orElseThrow().isBefore(end.orElseThrow())) {
      input.wrong("to", "booking.to-after-from");
    } else if (Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0) {
      input.wrong("to", "booking.too-long-a-time", LONGEST.toDays());
    }
    input.check();
    var slots =
        times.list(service, AppointmentJson.only(provider), new Span(start.get(), end.get()));
    return new FreeView(slots.stream().map(SlotView::of).toList(), zone.getId());
  }
}

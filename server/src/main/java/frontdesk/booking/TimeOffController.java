package frontdesk.booking;

import static frontdesk.booking.AppointmentJson.said;

import frontdesk.booking.AffectedJson.Decided;
import frontdesk.booking.TimeOffOutcome.Affects;
import frontdesk.booking.TimeOffOutcome.Taken;
import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When providers take no bookings. */
@RestController
@RequestMapping("/api/time-off")
class TimeOffController {

  private static final Duration LONGEST = Duration.ofDays(366);

  /** Start and end are instants, or local dates of the business; the end is not part of it. */
  record TimeOffRequest(
      @NotNull @Nullable UUID providerId,
      @NotNull @Size(max = 40) @Nullable String start,
      @NotNull @Size(max = 40) @Nullable String end,
      @Size(max = 120) @Nullable String reason,
      @Size(max = 1000) @Nullable List<@NotNull @Valid Decided> decisions) {}

  record TimesOffView(List<TimeOffView> items) {}

  private final TimesOff timesOff;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  TimeOffController(TimesOff timesOff, Providers providers, Tenants tenants, Clock clock) {
    this.timesOff = timesOff;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** Soonest first; from now and for a year, unless said otherwise. */
  @GetMapping
  @Requires(Permission.CALENDAR_SEE)
  TimesOffView list(
      Caller caller,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @RequestParam @Nullable UUID provider) {
    var zone = tenants.get().zone();
    var input = new Input();
    var begin =
        from == null ? Optional.of(clock.instant()) : input.instantOrDate("from", from, zone);
    var end = to == null ? begin.map(at -> at.plus(LONGEST)) : input.instantOrDate("to", to, zone);
    var span = span(input, "to", begin, end);
    return new TimesOffView(
        timesOff.during(span, Optional.ofNullable(provider)).stream()
            .map(timeOff -> TimeOffView.of(timeOff, Sight.of(caller)))
            .toList());
  }

  /** Refused with `appointments-affected` while something in it is not decided on. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CALENDAR_CHANGE)
  TimeOffView take(Caller caller, @Valid @RequestBody TimeOffRequest request) {
    var zone = tenants.get().zone();
    var input = new Input();
    var start = input.instantOrDate("start", String.valueOf(request.start()), zone);
    var end = input.instantOrDate("end", String.valueOf(request.end()), zone);
    var decisions = AffectedJson.read(input, request.decisions());
    var span = span(input, "end", start, end);
    var provider = Optional.ofNullable(request.providerId()).flatMap(providers::find);
    if (provider.isEmpty()) {
      throw new NotFound("provider " + request.providerId());
    }
    Sight.of(caller).require(provider.get().id());
    var asked = new TimesOff.Request(provider.get().id(), span, said(request.reason()), decisions);
    return switch (timesOff.take(asked, Source.of(caller))) {
      case Taken(var timeOff) -> TimeOffView.of(timeOff);
      case Affects(var affected) -> throw AffectedJson.refused(affected, caller);
    };
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.CALENDAR_CHANGE)
  void giveBack(Caller caller, @PathVariable UUID id) {
    var timeOff = timesOff.find(id).orElseThrow(() -> new NotFound("time off " + id));
    Sight.of(caller).require(timeOff.provider());
    timesOff.giveBack(id);
  }

  private static Span span(
      Input input, String field, Optional<Instant> start, Optional<Instant> end) {
    input.check();
    if (!start.orElseThrow().isBefore(end.orElseThrow())) {
      input.wrong(field, "booking.to-after-from");
    } else if (Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0) {
      input.wrong(field, "booking.too-long-a-time", LONGEST.toDays());
    }
    input.check();
    return new Span(start.get(), end.get());
  }
}

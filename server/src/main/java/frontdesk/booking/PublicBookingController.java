package frontdesk.booking;

import static frontdesk.booking.AppointmentJson.only;
import static frontdesk.booking.AppointmentJson.refused;
import static frontdesk.booking.AppointmentJson.said;

import frontdesk.booking.AppointmentJson.FreeView;
import frontdesk.booking.Appointments.What;
import frontdesk.http.NotFound;
import frontdesk.tenancy.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Booking without a sign-in: what a visitor says of themselves is a claim and reveals nobody. The
 * slug has bound its business before a handler runs, and is named for the API document.
 */
@RestController
@RequestMapping("/api/public/{slug}")
class PublicBookingController {

  record OfferedBy(UUID id, String name) {}

  record OfferedService(
      UUID id,
      String name,
      int durationMinutes,
      @Nullable Money price,
      @Nullable String description,
      List<OfferedBy> providers) {}

  record OfferedServices(List<OfferedService> items) {}

  /**
   * @param holdId the visitor's earlier hold, which this one replaces
   */
  record HoldRequest(
      @NotNull @Nullable UUID serviceId,
      @Nullable UUID providerId,
      @NotNull @Nullable String start,
      @Nullable UUID holdId) {}

  record HoldView(
      UUID id, UUID serviceId, UUID providerId, Instant start, Instant end, Instant until) {}

  record VisitorRequest(
      @NotBlank @Size(max = 120) @Nullable String name,
      @Size(max = 40) @Nullable String phone,
      @Email @Size(max = 254) @Nullable String email) {}

  /**
   * @param holdId a time that is held; without it a service and a start
   */
  record AppointmentRequest(
      @Nullable UUID holdId,
      @Nullable UUID serviceId,
      @Nullable UUID providerId,
      @Nullable String start,
      @NotNull @Valid @Nullable VisitorRequest contact,
      @Size(max = 2000) @Nullable String note) {}

  private final Services services;
  private final Providers providers;
  private final Holds holds;
  private final Appointments appointments;
  private final FreeTimesShell freeTimes;

  PublicBookingController(
      Services services,
      Providers providers,
      Holds holds,
      Appointments appointments,
      FreeTimesShell freeTimes) {
    this.services = services;
    this.providers = providers;
    this.holds = holds;
    this.appointments = appointments;
    this.freeTimes = freeTimes;
  }

  @GetMapping("/services")
  OfferedServices services(@PathVariable String slug) {
    return new OfferedServices(services.bookable().stream().map(this::offered).toList());
  }

  @GetMapping("/available")
  FreeView available(
      @PathVariable String slug,
      @RequestParam UUID service,
      @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    requireOnline(service);
    return freeTimes.list(service, provider, from, to);
  }

  /** The id is the visitor's secret: whoever knows it books the time or replaces the hold. */
  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  HoldView hold(@PathVariable String slug, @Valid @RequestBody HoldRequest request) {
    var wish = wish(request.serviceId(), request.providerId(), request.start());
    var visitor = request.holdId() == null ? UUID.randomUUID() : request.holdId();
    return switch (holds.hold(visitor, wish, Source.PUBLIC)) {
      case HoldOutcome.Held(var hold) ->
          new HoldView(
              hold.holder(),
              hold.service(),
              hold.slot().provider(),
              hold.slot().start(),
              hold.slot().end(),
              hold.until());
      case HoldOutcome.Refused(var refusal) -> throw refused(refusal);
    };
  }

  @PostMapping("/appointments")
  @ResponseStatus(HttpStatus.CREATED)
  AppointmentView book(@PathVariable String slug, @Valid @RequestBody AppointmentRequest request) {
    var visitor = request.contact();
    var order =
        new Appointments.Order(
            what(request),
            new Guest(visitor.name().strip(), said(visitor.phone()), said(visitor.email())),
            Optional.empty(),
            Optional.empty(),
            said(request.note()),
            Source.PUBLIC,
            Optional.empty());
    return switch (appointments.book(order)) {
      case BookOutcome.Booked(var appointment) -> AppointmentView.of(appointment);
      case BookOutcome.Refused(var refusal) -> throw refused(refusal);
    };
  }

  private What what(AppointmentRequest request) {
    if (request.holdId() == null) {
      return new What.OfWish(wish(request.serviceId(), request.providerId(), request.start()));
    }
    var held = holds.latestOf(request.holdId());
    if (held.isPresent()) {
      return new What.OfHold(held.get().id(), request.holdId());
    }
    // the hold is over and cleared away; what else was said may still name the time
    return request.serviceId() != null && request.start() != null
        ? new What.OfWish(wish(request.serviceId(), request.providerId(), request.start()))
        : new What.OfHold(request.holdId(), request.holdId());
  }

  private Wish wish(@Nullable UUID service, @Nullable UUID provider, @Nullable String start) {
    var input = new Input();
    if (service == null) {
      input.wrong("serviceId", "http.missing");
    }
    var at = input.instant("start", start);
    input.check();
    requireOnline(service);
    if (provider != null) {
      providers.find(provider).orElseThrow(() -> new NotFound("provider " + provider));
    }
    return new Wish(service, only(provider), at.orElseThrow());
  }

  private void requireOnline(UUID service) {
    services
        .find(service)
        .filter(found -> found.details().online() && !found.archived())
        .orElseThrow(() -> new NotFound("service " + service));
  }

  private OfferedService offered(BookableService service) {
    var details = service.details();
    return new OfferedService(
        service.id(),
        details.name(),
        details.minutes(),
        details.price().orElse(null),
        details.description().orElse(null),
        providers.find(service.providers()).stream()
            .map(provider -> new OfferedBy(provider.id(), provider.details().name()))
            .toList());
  }
}

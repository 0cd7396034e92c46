package frontdesk.booking;

import static frontdesk.booking.AppointmentJson.only;
import static frontdesk.booking.AppointmentJson.refused;
import static frontdesk.booking.AppointmentJson.said;

import frontdesk.booking.AppointmentJson.BookRequest;
import frontdesk.booking.AppointmentJson.CancelRequest;
import frontdesk.booking.AppointmentJson.FreeView;
import frontdesk.booking.AppointmentJson.RescheduleRequest;
import frontdesk.booking.AppointmentJson.StatusRequest;
import frontdesk.booking.Appointments.What;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.http.Cursors;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.http.Refused;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar's appointments. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {

  private static final Duration LONGEST = Duration.ofHours(24);

  private final Appointments appointments;
  private final Services services;
  private final Providers providers;
  private final Contacts contacts;
  private final Tenants tenants;
  private final FreeTimesShell freeTimes;

  AppointmentController(
      Appointments appointments,
      Services services,
      Providers providers,
      Contacts contacts,
      Tenants tenants,
      FreeTimesShell freeTimes) {
    this.appointments = appointments;
    this.services = services;
    this.providers = providers;
    this.contacts = contacts;
    this.tenants = tenants;
    this.freeTimes = freeTimes;
  }

  @GetMapping("/available")
  @Requires(Permission.CALENDAR_SEE)
  FreeView available(
      @RequestParam UUID service,
      @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    requireService(service);
    return freeTimes.list(service, provider, from, to);
  }

  /** Newest first; from and to as in the list of free times. */
  @GetMapping
  @Requires(Permission.CALENDAR_SEE)
  Page<AppointmentView> list(
      Caller caller,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to,
      @Schema(implementation = Status.class) @RequestParam @Nullable String status,
      @RequestParam @Nullable UUID provider,
      @RequestParam @Nullable UUID contact,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable String cursor) {
    var zone = tenants.get().zone();
    var input = new Input();
    var begin = Optional.ofNullable(from).flatMap(text -> input.instantOrDate("from", text, zone));
    var end = Optional.ofNullable(to).flatMap(text -> input.instantOrDate("to", text, zone));
    var only = Optional.ofNullable(status).flatMap(Status::find);
    if (status != null && only.isEmpty()) {
      input.wrong("status", "http.wrong-value");
    }
    if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
      input.wrong("to", "booking.to-after-from");
    }
    input.check();
    int most = Cursors.limit(limit);
    var sight = Sight.of(caller);
    // finding one by who comes would tell it
    var narrowed = !sight.all() && (contact != null || q != null);
    if (narrowed && (sight.own().isEmpty() || provider != null && !sight.covers(provider))) {
      return Cursors.page(List.of(), most, view -> "");
    }
    var filter =
        new Appointments.Filter(
            begin,
            end,
            only,
            narrowed ? sight.own() : Optional.ofNullable(provider),
            Optional.ofNullable(contact),
            // finding somebody by what is not shown would tell it
            said(q).map(text -> new Appointments.Words(text, caller.may(Permission.CONTACTS_ALL))));
    var found =
        appointments.list(filter, Input.after(cursor), most + 1).stream()
            .map(appointment -> AppointmentView.of(appointment, caller))
            .toList();
    return Cursors.page(found, most, view -> Cursors.write(view.id()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CALENDAR_CHANGE)
  AppointmentView book(Caller caller, @Valid @RequestBody BookRequest request, Errors wrong) {
    var sight = Sight.of(caller);
    var start = start(request, wrong);
    var contact = request.contact();
    var asked = request.providerId() == null ? sight.own().orElse(null) : request.providerId();
    if (!sight.all()) {
      sight.require(asked == null ? caller.member() : asked);
    }
    if (contact.id() != null && contacts.find(contact.id()).isEmpty()) {
      throw new NotFound("contact " + contact.id());
    }
    var wish =
        new Wish(request.serviceId(), only(sight.all() ? request.providerId() : asked), start);
    var outcome =
        appointments.book(
            new Appointments.Order(
                request.anyway() ? new What.Anyway(wish) : new What.OfWish(wish),
                contact.guest(),
                Optional.ofNullable(contact.id()),
                Optional.empty(),
                said(request.note()),
                Source.of(caller),
                Source.member(caller),
                Optional.empty()));
    if (outcome instanceof BookOutcome.Refused) {
      // looked up only now: nearly always both are there
      requireService(request.serviceId());
      requireProvider(request.providerId());
    }
    return answer(outcome, caller);
  }

  @GetMapping("/{id}")
  @Requires(Permission.CALENDAR_SEE)
  AppointmentView get(Caller caller, @PathVariable UUID id) {
    return AppointmentView.of(known(id), caller);
  }

  /** Without a provider it stays with its own. */
  @PostMapping("/{id}/reschedule")
  @Requires({Permission.CALENDAR_CHANGE, Permission.CALENDAR_MOVE})
  AppointmentView reschedule(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody RescheduleRequest request) {
    var known = known(id, caller);
    var start = start(request.start(), request.anyway());
    if (request.anyway() && !caller.may(Permission.CALENDAR_CHANGE)) {
      throw new Refused(HttpStatus.FORBIDDEN, "forbidden");
    }
    var length = Optional.ofNullable(request.end()).map(end -> length(start, end));
    requireProvider(request.providerId());
    var provider = request.providerId() == null ? known.provider() : request.providerId();
    Sight.of(caller).require(provider);
    return answer(
        appointments.reschedule(
            new Appointments.Move(
                id,
                only(provider),
                start,
                length,
                Optional.ofNullable(request.version()),
                Optional.empty(),
                Source.of(caller),
                request.anyway())),
        caller);
  }

  @PostMapping("/{id}/cancel")
  @Requires(Permission.CALENDAR_CHANGE)
  AppointmentView cancel(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable CancelRequest request) {
    known(id, caller);
    var reason = Optional.ofNullable(request).flatMap(given -> said(given.reason()));
    return answer(appointments.cancel(id, reason, Source.of(caller)), caller);
  }

  @PostMapping("/{id}/status")
  @Requires({Permission.CALENDAR_CHANGE, Permission.CALENDAR_MOVE})
  AppointmentView mark(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody StatusRequest request) {
    known(id, caller);
    return answer(appointments.mark(id, Status.of(request.status()), Source.of(caller)), caller);
  }

  private static AppointmentView answer(BookOutcome outcome, Caller caller) {
    return switch (outcome) {
      case BookOutcome.Booked(var appointment) -> AppointmentView.of(appointment, caller);
      case BookOutcome.Refused(var refusal) ->
          throw refused(refusal, refusal.waivable() && caller.may(Permission.CALENDAR_CHANGE));
    };
  }

  /**
   * All that is wrong with the fields is said at once; a phone alone is refused by its own name.
   */
  private Instant start(BookRequest request, Errors wrong) {
    var input = Input.from(wrong);
    var start =
        Optional.ofNullable(request.start()).flatMap(text -> start(input, text, request.anyway()));
    if (input.hasErrors()
        && Optional.ofNullable(request.contact())
            .flatMap(contact -> said(contact.phone()))
            .filter(phone -> PhoneNumbers.read(phone, tenants.get().country()).isEmpty())
            .isPresent()) {
      input.wrong("contact.phone", "problem.invalid-phone.detail");
    }
    input.check();
    return start.orElseThrow();
  }

  private static Instant start(@Nullable String text, boolean anyway) {
    var input = new Input();
    var start = start(input, text, anyway);
    input.check();
    return start.orElseThrow();
  }

  /** What is booked against the usual starts still begins at a full minute. */
  private static Optional<Instant> start(Input input, @Nullable String text, boolean anyway) {
    var start = input.instant("start", text);
    if (anyway && start.filter(at -> !at.equals(at.truncatedTo(ChronoUnit.MINUTES))).isPresent()) {
      input.wrong("start", "booking.whole-minute");
    }
    return start;
  }

  /** Whole minutes, and no longer than services are. */
  private static Duration length(Instant start, String text) {
    var input = new Input();
    var end = input.instant("end", text);
    if (end.isPresent()) {
      var length = Duration.between(start, end.get());
      if (length.compareTo(LONGEST) > 0 || length.toMinutes() < 1 || length.toSecondsPart() != 0) {
        input.wrong("end", "booking.wrong-end", LONGEST.toHours());
      }
    }
    input.check();
    return Duration.between(start, end.orElseThrow());
  }

  private Appointment known(UUID id) {
    return appointments.find(id).orElseThrow(() -> new NotFound("appointment " + id));
  }

  /** To be changed by this caller. */
  private Appointment known(UUID id, Caller caller) {
    var known = known(id);
    Sight.of(caller).require(known.provider());
    return known;
  }

  private void requireService(UUID id) {
    services.find(id).orElseThrow(() -> new NotFound("service " + id));
  }

  private void requireProvider(@Nullable UUID id) {
    if (id != null) {
      providers.find(id).orElseThrow(() -> new NotFound("provider " + id));
    }
  }
}

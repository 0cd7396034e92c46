package frontdesk.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.booking.AffectedJson.Decided;
import frontdesk.booking.HoursJson.ExceptionItem;
import frontdesk.booking.HoursJson.WeeklyItem;
import frontdesk.http.Cursors;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who give services. */
@RestController
@RequestMapping("/api/providers")
class ProviderController {

  /** Without hours the business's, without a zone the business's; services left out stay. */
  record ProviderRequest(
      @NotBlank @Size(max = 120) @Nullable String name,
      @Min(1) @Max(8) @Nullable Integer color,
      @Size(max = 60) @Nullable String timezone,
      @Size(max = 500) @Nullable List<@NotNull UUID> serviceIds,
      @Nullable List<@Nullable WeeklyItem> hours,
      @Nullable List<@Nullable ExceptionItem> exceptions,
      @Nullable Boolean archived,
      @Size(max = 1000) @Nullable List<@NotNull @Valid Decided> decisions) {}

  record ProviderView(
      UUID id,
      String name,
      int color,
      String timezone,
      List<UUID> serviceIds,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<WeeklyItem> hours,
      List<ExceptionItem> exceptions,
      boolean archived) {}

  private final Providers providers;
  private final Services services;
  private final Tenants tenants;

  ProviderController(Providers providers, Services services, Tenants tenants) {
    this.providers = providers;
    this.services = services;
    this.tenants = tenants;
  }

  @Requires
  @GetMapping
  Page<ProviderView> list(
      @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    int most = Cursors.limit(limit);
    var found = providers.list(Input.after(cursor), most + 1).stream().map(this::view).toList();
    return Cursors.page(found, most, view -> Cursors.write(view.id()));
  }

  @Requires(Permission.SERVICES_CHANGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProviderView create(@Valid @RequestBody ProviderRequest request) {
    return view(providers.create(details(request, List::of, providers::nextColor)));
  }

  @Requires
  @GetMapping("/{id}")
  ProviderView get(@PathVariable UUID id) {
    return view(known(id));
  }

  /** Refused with `appointments-affected` while one outside the new hours is not decided on. */
  @Requires(Permission.SERVICES_CHANGE)
  @PutMapping("/{id}")
  ProviderView replace(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody ProviderRequest request) {
    var known = known(id);
    var details = details(request, known.details()::services, known.details()::color);
    var archived = request.archived() == null ? known.archived() : request.archived();
    var input = new Input();
    var decisions = AffectedJson.read(input, request.decisions());
    input.check();
    return switch (providers.replace(id, details, archived, decisions, Source.of(caller))) {
      case HoursOutcome.Changed() -> view(known(id));
      case HoursOutcome.Affects(var affected) -> throw AffectedJson.refused(affected, caller);
    };
  }

  /** Keeps their history and takes no more bookings. */
  @Requires(Permission.SERVICES_CHANGE)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void archive(@PathVariable UUID id) {
    known(id);
    providers.archive(id);
  }

  /** Takes the archiving back. */
  @Requires(Permission.SERVICES_CHANGE)
  @PostMapping("/{id}/restore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(@PathVariable UUID id) {
    known(id);
    providers.restore(id);
  }

  private Provider known(UUID id) {
    return providers.find(id).orElseThrow(() -> new NotFound("provider " + id));
  }

  private Provider.Details details(
      ProviderRequest request, Supplier<List<UUID>> otherServices, Supplier<Integer> otherColor) {
    var input = new Input();
    var zone = Optional.ofNullable(request.timezone()).flatMap(id -> input.zone("timezone", id));
    var hours =
        Optional.ofNullable(request.hours())
            .map(items -> HoursJson.readWeekly(input, "hours", items));
    var exceptions =
        Optional.ofNullable(request.exceptions())
            .map(items -> HoursJson.readExceptions(input, "exceptions", items));
    var serviceIds =
        Optional.ofNullable(request.serviceIds())
            .<List<UUID>>map(List::copyOf)
            .orElseGet(otherServices);
    if (serviceIds.stream().anyMatch(id -> services.find(id).isEmpty())) {
      input.wrong("serviceIds", "booking.unknown-service");
    }
    input.check();
    return new Provider.Details(
        String.valueOf(request.name()).strip(),
        request.color() == null ? otherColor.get() : request.color(),
        zone,
        serviceIds,
        hours,
        exceptions.orElse(Map.of()));
  }

  private ProviderView view(Provider provider) {
    var details = provider.details();
    return new ProviderView(
        provider.id(),
        details.name(),
        details.color(),
        details.zone().orElseGet(() -> tenants.get().zone()).getId(),
        details.services(),
        details.hours().map(HoursJson::writeWeekly).orElse(null),
        HoursJson.writeExceptions(details.exceptions()),
        provider.archived());
  }
}

package frontdesk.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.booking.HoursJson.WeeklyItem;
import frontdesk.http.Cursors;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What can be booked. */
@RestController
@RequestMapping("/api/services")
class ServiceController {

  private static final int YEAR_OF_MINUTES = 525_600;
  private static final long MOST_MONEY = 1_000_000_000_000L;

  /**
   * What is left out of a new service takes its default; of a changed one too, but the providers.
   * Without hours it is given whenever somebody works.
   */
  record ServiceRequest(
      @NotBlank @Size(max = 120) @Nullable String name,
      @Size(max = 2000) @Nullable String description,
      @NotNull @Min(1) @Max(1440) @Nullable Integer durationMinutes,
      @Nullable Money price,
      @Min(0) @Max(1440) @Nullable Integer bufferBeforeMinutes,
      @Min(0) @Max(1440) @Nullable Integer bufferAfterMinutes,
      @Min(0) @Max(YEAR_OF_MINUTES) @Nullable Integer noticeMinutes,
      @Min(1) @Max(730) @Nullable Integer horizonDays,
      @Min(1) @Max(1440) @Nullable Integer granularityMinutes,
      @Pattern(regexp = "automatic|manual") @Nullable String confirmation,
      @Nullable Boolean online,
      @Size(max = 70) @Nullable List<@Nullable WeeklyItem> hours,
      @Size(max = 200) @Nullable List<@NotNull UUID> providerIds,
      @Nullable Boolean archived) {

    BookableService.Details details(Optional<Map<DayOfWeek, List<Stretch>>> given) {
      return new BookableService.Details(
          String.valueOf(name).strip(),
          Optional.ofNullable(description).map(String::strip).filter(text -> !text.isEmpty()),
          or(durationMinutes, 0),
          Optional.ofNullable(price),
          or(bufferBeforeMinutes, 0),
          or(bufferAfterMinutes, 0),
          or(noticeMinutes, 0),
          or(horizonDays, 60),
          or(granularityMinutes, 15),
          !"manual".equals(confirmation),
          online == null || online,
          given);
    }

    private static int or(@Nullable Integer given, int otherwise) {
      return given == null ? otherwise : given;
    }
  }

  record ServiceView(
      UUID id,
      String name,
      int durationMinutes,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Money price,
      int bufferBeforeMinutes,
      int bufferAfterMinutes,
      int noticeMinutes,
      int horizonDays,
      int granularityMinutes,
      @Schema(allowableValues = {"automatic", "manual"}) String confirmation,
      boolean online,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<WeeklyItem> hours,
      @Nullable String description,
      List<UUID> providerIds,
      boolean archived,
      boolean bookable) {

    static ServiceView of(BookableService service) {
      var details = service.details();
      return new ServiceView(
          service.id(),
          details.name(),
          details.minutes(),
          details.price().orElse(null),
          details.bufferBefore(),
          details.bufferAfter(),
          details.notice(),
          details.horizonDays(),
          details.granularity(),
          details.automatic() ? "automatic" : "manual",
          details.online(),
          details.hours().map(HoursJson::writeWeekly).orElse(null),
          details.description().orElse(null),
          service.providers(),
          service.archived(),
          service.bookable());
    }
  }

  private final Services services;
  private final Providers providers;

  ServiceController(Services services, Providers providers) {
    this.services = services;
    this.providers = providers;
  }

  @Requires
  @GetMapping
  Page<ServiceView> list(
      @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
    int most = Cursors.limit(limit);
    var found = services.list(Input.after(cursor), most + 1).stream().map(ServiceView::of).toList();
    return Cursors.page(found, most, view -> Cursors.write(view.id()));
  }

  @Requires(Permission.SERVICES_CHANGE)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ServiceView create(@Valid @RequestBody ServiceRequest request) {
    return ServiceView.of(services.create(checked(request), givers(request).orElse(List.of())));
  }

  @Requires
  @GetMapping("/{id}")
  ServiceView get(@PathVariable UUID id) {
    return ServiceView.of(known(id));
  }

  @Requires(Permission.SERVICES_CHANGE)
  @PutMapping("/{id}")
  ServiceView replace(@PathVariable UUID id, @Valid @RequestBody ServiceRequest request) {
    var known = known(id);
    var archived = request.archived() == null ? known.archived() : request.archived();
    return ServiceView.of(services.replace(id, checked(request), givers(request), archived));
  }

  /** Keeps its history and takes no more bookings. */
  @Requires(Permission.SERVICES_CHANGE)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void archive(@PathVariable UUID id) {
    known(id);
    services.archive(id);
  }

  /** Takes the archiving back. */
  @Requires(Permission.SERVICES_CHANGE)
  @PostMapping("/{id}/restore")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(@PathVariable UUID id) {
    known(id);
    services.restore(id);
  }

  private BookableService known(UUID id) {
    return services.find(id).orElseThrow(() -> new NotFound("service " + id));
  }

  private Optional<List<UUID>> givers(ServiceRequest request) {
    return Optional.ofNullable(request.providerIds()).map(List::copyOf);
  }

  private BookableService.Details checked(ServiceRequest request) {
    var input = new Input();
    if (request.price() != null
        && (request.price().amount() < 0 || request.price().amount() > MOST_MONEY)) {
      input.wrong("price.amount", "booking.price");
    }
    if (request.price() != null && request.price().currency() == null) {
      input.wrong("price.currency", "http.missing");
    }
    givers(request)
        .filter(ids -> providers.find(ids).size() < ids.stream().distinct().count())
        .ifPresent(ids -> input.wrong("providerIds", "booking.unknown-provider"));
    var hours =
        Optional.ofNullable(request.hours())
            .map(items -> HoursJson.readWeekly(input, "hours", items));
    input.check();
    return request.details(hours);
  }
}

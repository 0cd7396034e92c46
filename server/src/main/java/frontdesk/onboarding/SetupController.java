package frontdesk.onboarding;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The set-up wizard and the checklist after it. */
@RestController
@Requires(Permission.SETTINGS_CHANGE)
class SetupController {

  private static final String MODE = "auto|suggest";

  private final Setup setup;
  private final Templates templates;
  private final Tenants tenants;

  SetupController(Setup setup, Templates templates, Tenants tenants) {
    this.setup = setup;
    this.templates = templates;
    this.tenants = tenants;
  }

  record Progress(
      String step,
      List<String> completed,
      Optional<String> template,
      boolean live,
      List<Setup.Check> checklist,
      boolean checklistAway) {}

  record Change(
      @NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String step,
      @NotNull @Size(max = 20)
          List<@NotNull @Pattern(regexp = "[a-z0-9-]{1,32}") String> completed) {}

  record Chosen(@NotNull @Size(max = 40) String template) {}

  /**
   * @param channels ids of those that differ
   */
  record GoLive(
      @NotNull @Pattern(regexp = MODE) String mode,
      @Nullable @Size(max = 100) Map<UUID, @NotNull @Pattern(regexp = MODE) String> channels) {}

  record ChecklistState(boolean away) {}

  record Offer(String name, int durationMinutes, Optional<Money> price) {}

  record Opening(
      @Schema(
              allowableValues = {
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday"
              })
          String day,
      LocalTime open,
      LocalTime close) {}

  record Item(String id, String name, List<Opening> hours, List<Offer> services) {}

  record Items(List<Item> items) {}

  @GetMapping("/api/setup")
  Progress progress() {
    var progress = setup.progress();
    return new Progress(
        progress.step(),
        progress.completed(),
        progress.template(),
        progress.liveAt().isPresent(),
        setup.checklist(),
        progress.checklistAway());
  }

  @PutMapping("/api/setup")
  Progress keep(@Valid @RequestBody Change change) {
    setup.keep(change.step(), change.completed());
    return progress();
  }

  @PostMapping("/api/setup/template")
  Progress apply(Caller caller, @Valid @RequestBody Chosen chosen) {
    var template =
        templates
            .find(chosen.template())
            .orElseThrow(() -> new Invalid("template", Texts.say("onboarding.template")));
    setup.apply(chosen.template(), template, caller.name());
    return progress();
  }

  @PostMapping("/api/setup/go-live")
  Progress goLive(@Valid @RequestBody GoLive asked) {
    setup.goLive(asked.mode(), asked.channels() == null ? Map.of() : asked.channels());
    return progress();
  }

  @PutMapping("/api/setup/checklist")
  Progress putChecklistAway(@Valid @RequestBody ChecklistState wanted) {
    setup.putChecklistAway(wanted.away());
    return progress();
  }

  /** In the asked language, or the business's. */
  @GetMapping("/api/setup/templates")
  Items templates(@RequestParam @Nullable @Size(max = 35) String locale) {
    var tenant = tenants.get();
    var language = BusinessFields.locale(locale).orElse(tenant.locale());
    return new Items(
        templates.all().entrySet().stream()
            .map(t -> item(t.getKey(), t.getValue(), language))
            .toList());
  }

  private Item item(String id, Template template, Locale language) {
    var currency = tenants.get().currency();
    return new Item(
        id,
        template.name(language),
        template.hours().stream()
            .flatMap(
                hours ->
                    hours.days().stream().map(day -> new Opening(day, hours.open(), hours.close())))
            .toList(),
        template.services().stream()
            .map(offer -> offer.details(language, currency))
            .map(details -> new Offer(details.name(), details.minutes(), details.price()))
            .toList());
  }
}

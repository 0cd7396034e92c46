package frontdesk.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.booking.BookableService;
import frontdesk.booking.Hours;
import frontdesk.booking.Services;
import frontdesk.http.Texts;
import frontdesk.tenancy.Money;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of a business: its public page and its chat begin with this. */
@RestController
class PublicBusinessController {

  private final Tenants tenants;
  private final Hours hours;
  private final Services services;
  private final Clock clock;

  PublicBusinessController(Tenants tenants, Hours hours, Services services, Clock clock) {
    this.tenants = tenants;
    this.hours = hours;
    this.services = services;
    this.clock = clock;
  }

  /** The lines that stand in a chat before anything is said; in the visitor's language. */
  record Assistant(String disclosure, String greeting) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Offered(UUID id, String name, int durationMinutes, Optional<Money> price) {
    static Offered of(BookableService service) {
      var details = service.details();
      return new Offered(service.id(), details.name(), details.minutes(), details.price());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PublicBusiness(
      String slug,
      String name,
      String locale,
      String timezone,
      Optional<String> address,
      Optional<String> phone,
      Optional<String> website,
      OpenNow open,
      Assistant assistant,
      List<Offered> services) {}

  @GetMapping("/api/public/{slug}")
  PublicBusiness business(@PathVariable String slug) {
    var tenant = tenants.get();
    var profile = tenant.profile();
    return new PublicBusiness(
        tenant.slug(),
        tenant.name(),
        tenant.locale().toLanguageTag(),
        tenant.zone().getId(),
        profile.address(),
        profile.phone(),
        profile.website(),
        OpenNow.at(clock.instant(), hours.get(), tenant.zone()),
        new Assistant(
            profile
                .disclosure()
                .in(LocaleContextHolder.getLocale())
                .orElseGet(() -> Texts.say("onboarding.chat.disclosure", tenant.name())),
            Texts.say("onboarding.chat.greeting")),
        services.bookable().stream().map(Offered::of).toList());
  }
}

package frontdesk.onboarding;

import frontdesk.contacts.PhoneNumbers;
import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.identity.AuditTrail;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the business says of itself. */
@RestController
class BusinessController {

  private final Tenants tenants;
  private final Templates templates;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  BusinessController(
      Tenants tenants, Templates templates, AuditTrail audit, TransactionTemplate transaction) {
    this.tenants = tenants;
    this.templates = templates;
    this.audit = audit;
    this.transaction = transaction;
  }

  record Business(
      String name,
      String slug,
      String timezone,
      String country,
      String currency,
      String locale,
      Optional<String> address,
      Optional<String> phone,
      Optional<String> website,
      Optional<String> email,
      Optional<String> industry,
      Disclosure disclosure,
      int assistantPauseHours) {}

  /** As the first AI message of a conversation says it, in each language. */
  record Disclosure(String en, String it) {}

  /**
   * What is left out of the first five and the last stays; the others are put in place of what was.
   *
   * @param disclosure a language that is left out or empty has the usual sentence
   * @param assistantPauseHours how long the assistant stays away after a person's last message
   */
  record Change(
      @Nullable @Size(min = 1, max = 120) String name,
      @Nullable @Size(max = 60) String timezone,
      @Nullable @Size(max = 2) String country,
      @Nullable @Size(max = 3) String currency,
      @Nullable @Size(max = 35) String locale,
      @Nullable @Size(max = 300) String address,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 300) String website,
      @Nullable @Email @Size(max = 254) String email,
      @Nullable @Size(max = 40) String industry,
      @Nullable @Valid NewDisclosure disclosure,
      @Nullable @Min(1) @Max(168) Integer assistantPauseHours) {}

  record NewDisclosure(
      @Nullable @Size(max = 300) String en, @Nullable @Size(max = 300) String it) {}

  @GetMapping("/api/business")
  @Requires
  Business business() {
    return of(tenants.get());
  }

  @PutMapping("/api/business")
  @Requires(Permission.SETTINGS_CHANGE)
  Business change(@Valid @RequestBody Change change) {
    var before = tenants.get();
    var after = changed(before, change);
    transaction.executeWithoutResult(
        tx -> {
          tenants.update(after);
          audit.record(
              "business.changed",
              "business",
              after.id().value(),
              Map.of("business", of(before)),
              Map.of("business", of(after)));
        });
    return of(after);
  }

  private Tenant changed(Tenant before, Change change) {
    var country = BusinessFields.country(change.country()).orElse(before.country());
    return new Tenant(
        before.id(),
        before.slug(),
        name(change).orElse(before.name()),
        BusinessFields.zone(change.timezone()).orElse(before.zone()),
        country,
        BusinessFields.currency(change.currency()).orElse(before.currency()),
        BusinessFields.locale(change.locale()).orElse(before.locale()),
        before.plan(),
        before.status(),
        new Tenant.Profile(
            industry(change),
            BusinessFields.given(change.address()),
            phone(change, country),
            BusinessFields.given(change.email()),
            website(change),
            disclosure(before, change)),
        Optional.ofNullable(change.assistantPauseHours())
            .map(Duration::ofHours)
            .orElse(before.pause()));
  }

  private static Optional<String> name(Change change) {
    if (change.name() != null && change.name().isBlank()) {
      throw new Invalid("name", Texts.say("http.missing"));
    }
    return BusinessFields.given(change.name());
  }

  private Optional<String> industry(Change change) {
    var industry = BusinessFields.given(change.industry());
    if (industry.isPresent() && templates.find(industry.get()).isEmpty()) {
      throw new Invalid("industry", Texts.say("onboarding.template"));
    }
    return industry;
  }

  private static Optional<String> phone(Change change, String country) {
    return BusinessFields.given(change.phone())
        .map(
            said ->
                PhoneNumbers.read(said, country)
                    .orElseThrow(() -> new Invalid("phone", Texts.say("onboarding.phone"))));
  }

  private static Optional<String> website(Change change) {
    return BusinessFields.given(change.website())
        .map(said -> said.contains("://") ? said : "https://" + said)
        .map(
            said -> {
              try {
                var uri = URI.create(said);
                if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                  return said;
                }
              } catch (IllegalArgumentException e) {
                // refused below
              }
              throw new Invalid("website", Texts.say("onboarding.website"));
            });
  }

  /** The usual sentence sent back is no one's own: it follows the business's name. */
  private static Tenant.Disclosure disclosure(Tenant before, Change change) {
    var said = Optional.ofNullable(change.disclosure());
    return new Tenant.Disclosure(
        said.flatMap(own -> BusinessFields.disclosure("disclosure.en", own.en()))
            .filter(own -> !own.equals(usual(before, Locale.ENGLISH))),
        said.flatMap(own -> BusinessFields.disclosure("disclosure.it", own.it()))
            .filter(own -> !own.equals(usual(before, Locale.ITALIAN))));
  }

  private static Business of(Tenant tenant) {
    var profile = tenant.profile();
    return new Business(
        tenant.name(),
        tenant.slug(),
        tenant.zone().getId(),
        tenant.country(),
        tenant.currency().getCurrencyCode(),
        tenant.locale().toLanguageTag(),
        profile.address(),
        profile.phone(),
        profile.website(),
        profile.email(),
        profile.industry(),
        new Disclosure(disclosure(tenant, Locale.ENGLISH), disclosure(tenant, Locale.ITALIAN)),
        Math.toIntExact(tenant.pause().toHours()));
  }

  private static String disclosure(Tenant tenant, Locale language) {
    return tenant.profile().disclosure().in(language).orElseGet(() -> usual(tenant, language));
  }

  private static String usual(Tenant tenant, Locale language) {
    return Texts.say(language, "agent.disclosure", tenant.name());
  }
}

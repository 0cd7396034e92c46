package frontdesk.onboarding;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import frontdesk.tenancy.Tenants.NewTenant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a business says of itself, or refuses the field by name. */
final class BusinessFields {

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Pattern SAYS_AI =
      Pattern.compile(
          "\\b(?:AI|A\\.I\\.|IA|I\\.A\\.)(?!\\w)"
              + "|(?iu:artificial|chatbot|\\bbot\\b|automat|virtual)");

  private BusinessFields() {}

  static Optional<ZoneId> zone(@Nullable String id) {
    return given(id)
        .map(
            text -> {
              try {
                var zone = ZoneId.of(text);
                if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                  return zone;
                }
              } catch (DateTimeException e) {
                // refused below
              }
              throw new Invalid("timezone", Texts.say("onboarding.timezone"));
            });
  }

  static Optional<String> country(@Nullable String code) {
    return given(code)
        .map(text -> text.toUpperCase(Locale.ROOT))
        .map(
            text -> {
              if (!Places.isCountry(text)) {
                throw new Invalid("country", Texts.say("onboarding.country"));
              }
              return text;
            });
  }

  static Optional<Currency> currency(@Nullable String code) {
    return given(code)
        .map(
            text -> {
              try {
                var currency = Currency.getInstance(text.toUpperCase(Locale.ROOT));
                if (currency.getDefaultFractionDigits() >= 0) {
                  return currency;
                }
              } catch (IllegalArgumentException e) {
                // refused below
              }
              throw new Invalid("currency", Texts.say("onboarding.currency"));
            });
  }

  static Optional<Locale> locale(@Nullable String tag) {
    return given(tag)
        .map(
            text -> {
              var locale = Locale.forLanguageTag(text.replace('_', '-'));
              if (!LANGUAGES.contains(locale.getLanguage())) {
                throw new Invalid("locale", Texts.say("onboarding.locale"));
              }
              return locale;
            });
  }

  /** A business that is to be; what was left out is probably as in its country. */
  static NewTenant business(
      String name,
      @Nullable String timezone,
      @Nullable String country,
      @Nullable String currency,
      @Nullable String locale,
      Locale caller) {
    var zone = zone(timezone);
    var where = Places.country(country(country), zone, caller);
    return new NewTenant(
        name.strip(),
        Places.zone(zone, where),
        where,
        Places.currency(currency(currency), where),
        locale(locale).orElseGet(() -> where.equals("IT") ? Locale.ITALIAN : languageOf(caller)));
  }

  private static Locale languageOf(Locale caller) {
    return caller.getLanguage().equals("it") ? Locale.ITALIAN : Locale.ENGLISH;
  }

  /** Whatever else it says, it says that no person writes. */
  static Optional<String> disclosure(String field, @Nullable String text) {
    var given = given(text);
    if (given.filter(said -> !SAYS_AI.matcher(said).find()).isPresent()) {
      throw new Invalid(field, Texts.say("onboarding.disclosure"));
    }
    return given;
  }

  static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
  }
}

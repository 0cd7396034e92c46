package frontdesk.onboarding;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Where a business probably is, from what little it said. */
final class Places {

  /** The zone in which most of a country's businesses are. */
  private enum Home {
    IT("Europe/Rome"),
    GB("Europe/London"),
    IE("Europe/Dublin"),
    FR("Europe/Paris"),
    DE("Europe/Berlin"),
    AT("Europe/Vienna"),
    CH("Europe/Zurich"),
    ES("Europe/Madrid"),
    PT("Europe/Lisbon"),
    NL("Europe/Amsterdam"),
    BE("Europe/Brussels"),
    LU("Europe/Luxembourg"),
    GR("Europe/Athens"),
    PL("Europe/Warsaw"),
    SE("Europe/Stockholm"),
    DK("Europe/Copenhagen"),
    NO("Europe/Oslo"),
    FI("Europe/Helsinki"),
    CZ("Europe/Prague"),
    HU("Europe/Budapest"),
    RO("Europe/Bucharest"),
    HR("Europe/Zagreb"),
    SI("Europe/Ljubljana"),
    MT("Europe/Malta"),
    SM("Europe/San_Marino"),
    US("America/New_York"),
    CA("America/Toronto"),
    AU("Australia/Sydney"),
    NZ("Pacific/Auckland"),
    IN("Asia/Kolkata"),
    JP("Asia/Tokyo"),
    SG("Asia/Singapore"),
    BR("America/Sao_Paulo"),
    MX("America/Mexico_City"),
    AR("America/Argentina/Buenos_Aires"),
    ZA("Africa/Johannesburg");

    private final String zone;

    Home(String zone) {
      this.zone = zone;
    }
  }

  private Places() {}

  /** Said, or that of the zone, or of the language the request came in. */
  static String country(Optional<String> said, Optional<ZoneId> zone, Locale caller) {
    return said.or(() -> zone.flatMap(Places::countryOf))
        .or(() -> Optional.of(caller.getCountry()).filter(Places::isCountry))
        .orElseGet(() -> caller.getLanguage().equals("it") ? "IT" : "GB");
  }

  static ZoneId zone(Optional<ZoneId> said, String country) {
    return said.or(
            () ->
                Arrays.stream(Home.values())
                    .filter(home -> home.name().equals(country))
                    .map(home -> ZoneId.of(home.zone))
                    .findFirst())
        .orElse(ZoneId.of("UTC"));
  }

  static Currency currency(Optional<Currency> said, String country) {
    return said.or(() -> Optional.ofNullable(Currency.getInstance(Locale.of("", country))))
        .orElseGet(() -> Currency.getInstance("EUR"));
  }

  static boolean isCountry(String code) {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code);
  }

  private static Optional<String> countryOf(ZoneId zone) {
    return Arrays.stream(Home.values())
        .filter(home -> home.zone.equals(zone.getId()))
        .map(Home::name)
        .findFirst();
  }
}

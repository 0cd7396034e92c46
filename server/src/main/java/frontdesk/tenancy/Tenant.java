package frontdesk.tenancy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * A business we serve.
 *
 * @param slug names it in URLs
 * @param country ISO 3166 alpha-2; national phone numbers are read by it
 * @param currency of its prices
 * @param locale its own language; customers are answered in theirs
 * @param plan what it has subscribed to
 * @param status active or suspended
 * @param pause how long the assistant stays away after a person's last message; whole hours
 */
public record Tenant(
    TenantId id,
    String slug,
    String name,
    ZoneId zone,
    String country,
    Currency currency,
    Locale locale,
    String plan,
    String status,
    Profile profile,
    Duration pause) {

  public static final Duration USUAL_PAUSE = Duration.ofHours(4);

  /** What customers may be told about it, as the business gave it. */
  public record Profile(
      Optional<String> industry,
      Optional<String> address,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> website,
      Disclosure disclosure) {

    public static final Profile EMPTY =
        new Profile(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Disclosure.USUAL);
  }

  /** How the assistant says that it is one, where the business has words of its own for it. */
  public record Disclosure(Optional<String> en, Optional<String> it) {

    public static final Disclosure USUAL = new Disclosure(Optional.empty(), Optional.empty());

    /** Empty: the usual sentence. */
    public Optional<String> in(Locale language) {
      return language.getLanguage().equals("it") ? it : en;
    }
  }
}

package frontdesk.onboarding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose address it is: "ada.rossi84@…" is probably Ada Rossi, until she says otherwise. Customers
 * read this name as the one who gives the services.
 */
final class OwnerName {

  /** Mailboxes of a business rather than of a person. */
  private static final Set<String> SHARED =
      Set.of(
          "admin",
          "amministrazione",
          "booking",
          "bookings",
          "ciao",
          "clinic",
          "contact",
          "contatti",
          "desk",
          "frontdesk",
          "hello",
          "hi",
          "info",
          "mail",
          "office",
          "owner",
          "posta",
          "prenota",
          "prenotazioni",
          "reception",
          "salon",
          "sales",
          "segreteria",
          "shop",
          "studio",
          "support",
          "team",
          "test",
          "ufficio",
          "welcome");

  private OwnerName() {}

  /** Empty when the address names nobody. */
  static Optional<String> in(String email) {
    var local = email.strip().split("@", 2)[0].split("\\+", 2)[0];
    var parts =
        Arrays.stream(local.split("[^\\p{L}\\p{M}'’]+"))
            .filter(Predicate.not(String::isEmpty))
            .toList();
    if (parts.stream().allMatch(part -> part.length() == 1)
        || parts.stream().anyMatch(part -> SHARED.contains(part.toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    return Optional.of(
        parts.stream()
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining(" ")));
  }
}

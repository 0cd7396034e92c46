package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.conversations.TurnResult.Source;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reply rests on, for members to look at: the services that it names, the opening hours and
 * the address when it tells them. Until a business has documents, its own facts are its sources.
 */
final class Sources {

  private static final int MOST = 4;

  private Sources() {}

  /** In the order services, hours, ways to reach the business; links lead below its own pages. */
  static List<Source> of(
      String text, Locale language, BusinessFacts business, List<ServiceFacts> services) {
    var lower = text.toLowerCase(Locale.ROOT);
    var found = new ArrayList<Source>();
    services.stream()
        .filter(service -> lower.contains(service.name().toLowerCase(Locale.ROOT)))
        .forEach(
            service ->
                add(
                    found,
                    service.name(),
                    facts(service, language),
                    "settings/services?edit=" + service.id()));
    if (tellsHours(lower, business)) {
      add(found, business.name(), hours(business, language), "settings/hours");
    }
    var reach =
        reach(business).filter(fact -> lower.contains(fact.toLowerCase(Locale.ROOT))).toList();
    if (!reach.isEmpty()) {
      add(found, business.name(), String.join("\n", reach), "settings/business");
    }
    return List.copyOf(found);
  }

  private static void add(List<Source> found, String title, String text, String link) {
    if (found.size() < MOST) {
      found.add(new Source(found.size() + 1, title, text, Optional.of(link)));
    }
  }

  private static String facts(ServiceFacts service, Locale language) {
    var price =
        service
            .price()
            .map(
                money -> {
                  var format = NumberFormat.getCurrencyInstance(language);
                  format.setCurrency(money.currency());
                  int digits = money.currency().getDefaultFractionDigits();
                  return " · " + format.format(BigDecimal.valueOf(money.amount(), digits));
                });
    var people =
        service.providers().stream()
            .map(provider -> provider.name())
            .collect(Collectors.joining(", "));
    return service.minutes() + " min" + price.orElse("") + (people.isEmpty() ? "" : "\n" + people);
  }

  /** A reply tells hours when it names both ends of an opening: "9:00–13:00", "from 9 to 13". */
  private static boolean tellsHours(String text, BusinessFacts business) {
    return text.chars().anyMatch(Character::isDigit)
        && business.hours().values().stream()
            .flatMap(List::stream)
            .anyMatch(stretch -> names(text, stretch.open()) && names(text, stretch.close()));
  }

  private static boolean names(String text, LocalTime time) {
    var exact = "(?<!\\d)0?%d[:.]%02d(?!\\d)".formatted(time.getHour(), time.getMinute());
    var whole =
        time.getMinute() == 0 ? "|(?<![\\d:.])0?%d(?![\\d:]|\\.\\d)".formatted(time.getHour()) : "";
    return Pattern.compile(exact + whole).matcher(text).find();
  }

  private static String hours(BusinessFacts business, Locale language) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> !business.hours().getOrDefault(day, List.of()).isEmpty())
        .map(
            day ->
                day.getDisplayName(TextStyle.FULL, language)
                    + " "
                    + business.hours().get(day).stream()
                        .map(Sources::stretch)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n"));
  }

  private static String stretch(Stretch stretch) {
    return stretch.written().replace('-', '–');
  }

  private static Stream<String> reach(BusinessFacts business) {
    return Stream.of(business.address(), business.phone(), business.email(), business.website())
        .flatMap(Optional::stream)
        .filter(fact -> !fact.isBlank());
  }
}

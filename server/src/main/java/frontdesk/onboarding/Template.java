package frontdesk.onboarding;

import frontdesk.booking.BookableService;
import frontdesk.booking.Schedule;
import frontdesk.booking.Stretch;
import frontdesk.tenancy.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a kind of business usually offers and when it is open; a start to be changed. */
record Template(Map<String, String> name, List<Opening> hours, List<Offer> services) {

  record Opening(List<String> days, LocalTime open, LocalTime close) {}

  /**
   * @param price in whole units of the currency; empty for none said
   * @param after minutes kept free after it
   */
  record Offer(
      Map<String, String> name, int minutes, Optional<BigDecimal> price, Optional<Integer> after) {

    BookableService.Details details(Locale locale, Currency currency) {
      var money =
          price.map(
              units ->
                  new Money(
                      units.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
                      currency));
      return new BookableService.Details(
          in(name, locale),
          Optional.empty(),
          minutes,
          money,
          0,
          after.orElse(0),
          0,
          60,
          15,
          true,
          true,
          Optional.empty());
    }
  }

  String name(Locale locale) {
    return in(name, locale);
  }

  Schedule schedule() {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var opening : hours) {
      for (var day : opening.days()) {
        weekly
            .computeIfAbsent(
                DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), d -> new ArrayList<>())
            .add(new Stretch(opening.open(), opening.close()));
      }
    }
    return new Schedule(weekly, Map.of());
  }

  private static String in(Map<String, String> words, Locale locale) {
    var own = words.get(locale.getLanguage());
    return own == null ? String.valueOf(words.get("en")) : own;
  }
}

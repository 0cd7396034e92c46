package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Italian for days, hours and money, and for what is told of the business. */
abstract class ItalianWords extends Voice {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ITALY);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM H:mm", Locale.ITALY);

  private final boolean formal;

  ItalianWords(boolean formal, BusinessFacts business, LocalDate today) {
    super(business, today);
    this.formal = formal;
  }

  String you(String tu, String lei) {
    return formal ? lei : tu;
  }

  @Override
  String whoAmI() {
    return "Sono l'assistente AI di "
        + business.name()
        + you(
            "; quando vuoi può subentrare un collega.",
            "; quando vuole può subentrare un collega.");
  }

  @Override
  String offTopic() {
    return "Su questo non posso aiutare: mi occupo degli appuntamenti e delle domande su "
        + business.name()
        + ".";
  }

  @Override
  String onlyYours() {
    return "Posso vedere e cambiare solo gli appuntamenti presi in questa chat.";
  }

  @Override
  String weOffer(List<ServiceFacts> services) {
    return "Facciamo " + list(services.stream().map(this::withPrice).toList(), "e") + ".";
  }

  String withPrice(ServiceFacts service) {
    return service.name() + service.price().map(price -> " (" + money(price) + ")").orElse("");
  }

  @Override
  String notOffered() {
    return "Questo purtroppo non è tra i nostri servizi.";
  }

  String bare(ZonedDateTime at) {
    return date(at.toLocalDate()) + " " + at(at.toLocalTime());
  }

  @Override
  String price(String service, Optional<Money> price) {
    return price
        .map(amount -> service + ": " + money(amount) + ".")
        .orElse("Il prezzo per " + service + " qui non ce l'ho; i miei colleghi sì.");
  }

  @Override
  String duration(String service, int minutes) {
    return service + " dura " + minutes + " minuti.";
  }

  @Override
  String hoursOn(ZonedDateTime day, List<Stretch> hours) {
    return capital(on(day.toLocalDate()))
        + (hours.isEmpty() ? " siamo chiusi." : " siamo aperti " + stretches(hours) + ".");
  }

  @Override
  String hoursOfWeek() {
    if (alwaysOpen()) {
      return "Siamo aperti tutti i giorni, 24 ore su 24.";
    }
    var parts = new ArrayList<String>();
    var days = DayOfWeek.values();
    for (int i = 0; i < days.length; ) {
      var hours = business.hours().getOrDefault(days[i], List.of());
      int j = i;
      while (j + 1 < days.length
          && business.hours().getOrDefault(days[j + 1], List.of()).equals(hours)) {
        j++;
      }
      if (!hours.isEmpty()) {
        parts.add(
            (i == j ? name(days[i]) : "da " + name(days[i]) + " a " + name(days[j]))
                + " "
                + stretches(hours));
      }
      i = j + 1;
    }
    return parts.isEmpty() ? "Al momento siamo chiusi." : "Siamo aperti " + list(parts, "e") + ".";
  }

  static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ITALY);
  }

  String stretches(List<Stretch> hours) {
    if (wholeDay(hours)) {
      return "24 ore su 24";
    }
    return list(hours.stream().map(s -> from(s.open()) + " " + at(s.close())).toList(), "e");
  }

  String from(LocalTime time) {
    return (time.getHour() == 1 ? "dall'" : "dalle ") + time(time);
  }

  @Override
  String address() {
    return business
        .address()
        .map(address -> you("Ci trovi in ", "Ci trova in ") + address + ".")
        .orElse("L'indirizzo qui purtroppo non ce l'ho; posso chiedere a un collega.");
  }

  @Override
  String contact() {
    var ways = new ArrayList<String>();
    business.phone().ifPresent(phone -> ways.add("per telefono al " + phone));
    business.email().ifPresent(email -> ways.add("per e-mail a " + email));
    business.website().ifPresent(site -> ways.add("su " + site));
    return ways.isEmpty()
        ? you(
            "Ci trovi qui; posso passarti un collega.", "Ci trova qui; posso passarLe un collega.")
        : you("Ci trovi ", "Ci trova ") + list(ways, "o") + ", oppure qui.";
  }

  @Override
  String dontKnow() {
    return "Questo purtroppo non lo so; i miei colleghi sì.";
  }

  @Override
  String askAPerson() {
    return you(
        "Questo purtroppo non lo so. Se vuoi, chiedi pure di un collega.",
        "Questo purtroppo non lo so. Se vuole, chieda pure di un collega.");
  }

  @Override
  String weekday(LocalDate day) {
    return name(day.getDayOfWeek());
  }

  @Override
  String date(LocalDate day) {
    var date = DATE.format(day);
    return (day.getDayOfMonth() == 1 ? date.replace(" 1 ", " 1º ") : date) + yearOf(day);
  }

  @Override
  String at(LocalTime time) {
    return (time.getHour() == 1 ? "all'" : "alle ") + time(time);
  }

  @Override
  String on(LocalDate day) {
    return date(day);
  }

  @Override
  String or() {
    return "o";
  }

  @Override
  String and() {
    return "e";
  }

  @Override
  String with(String provider) {
    if (provider.matches("(?i)(dr|dott|dottor|avv|ing|prof|sig)\\.? .*")) {
      return "con il " + provider;
    }
    return provider.matches("(?i)(dr|dott|avv|prof|sig)\\.?(ssa|ra)\\.? .*|(?i)dottoressa .*")
        ? "con la " + provider
        : "con " + provider;
  }

  @Override
  String money(Money money) {
    var code = money.currency().getCurrencyCode();
    return amount(money).replace('.', ',') + " " + (code.equals("EUR") ? "€" : code);
  }

  @Override
  String shortTime(ZonedDateTime time, boolean withDay) {
    return withDay ? SHORT.format(time) : time(time.toLocalTime());
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

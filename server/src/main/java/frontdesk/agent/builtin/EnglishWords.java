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

/** English for days, hours and money, and for what is told of the business. */
abstract class EnglishWords extends Voice {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM H:mm", Locale.UK);

  EnglishWords(BusinessFacts business, LocalDate today) {
    super(business, today);
  }

  @Override
  String whoAmI() {
    return "I'm the AI assistant of "
        + business.name()
        + "; a colleague can take over whenever you like.";
  }

  @Override
  String offTopic() {
    return "That's outside what I do: I can help with appointments and questions about "
        + business.name()
        + ".";
  }

  @Override
  String onlyYours() {
    return "I can only see and change appointments that were made from this chat.";
  }

  @Override
  String weOffer(List<ServiceFacts> services) {
    return "We offer " + list(services.stream().map(this::withPrice).toList(), "and") + ".";
  }

  String withPrice(ServiceFacts service) {
    return service.name() + service.price().map(price -> " (" + money(price) + ")").orElse("");
  }

  @Override
  String notOffered() {
    return "I'm afraid that's not among our services.";
  }

  String bare(ZonedDateTime at) {
    return date(at.toLocalDate()) + " " + at(at.toLocalTime());
  }

  @Override
  String price(String service, Optional<Money> price) {
    return price
        .map(amount -> service + " is " + money(amount) + ".")
        .orElse("I don't have a price for " + service + " here; I can ask a colleague.");
  }

  @Override
  String duration(String service, int minutes) {
    return service + " takes " + minutes + " minutes.";
  }

  @Override
  String hoursOn(ZonedDateTime day, List<Stretch> hours) {
    return capital(on(day.toLocalDate()))
        + (hours.isEmpty() ? " we're closed." : " we're open " + stretches(hours) + ".");
  }

  @Override
  String hoursOfWeek() {
    if (alwaysOpen()) {
      return "We're open every day, around the clock.";
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
            (i == j ? name(days[i]) : name(days[i]) + " to " + name(days[j]))
                + " "
                + stretches(hours));
      }
      i = j + 1;
    }
    return parts.isEmpty()
        ? "We're closed at the moment."
        : "We're open " + list(parts, "and") + ".";
  }

  static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.UK);
  }

  String stretches(List<Stretch> hours) {
    if (wholeDay(hours)) {
      return "around the clock";
    }
    return list(
        hours.stream().map(s -> "from " + time(s.open()) + " to " + time(s.close())).toList(),
        "and");
  }

  @Override
  String address() {
    return business
        .address()
        .map(address -> "You'll find us at " + address + ".")
        .orElse("I'm afraid I don't have the address here; my colleagues do.");
  }

  @Override
  String contact() {
    var ways = new ArrayList<String>();
    business.phone().ifPresent(phone -> ways.add("by phone on " + phone));
    business.email().ifPresent(email -> ways.add("by e-mail at " + email));
    business.website().ifPresent(site -> ways.add("at " + site));
    return ways.isEmpty()
        ? "You can reach us right here; I can pass you on to a colleague."
        : "You can reach us " + list(ways, "or") + ", or right here.";
  }

  @Override
  String dontKnow() {
    return "That's something I don't know, I'm afraid; my colleagues will.";
  }

  @Override
  String askAPerson() {
    return "That's something I don't know, I'm afraid. A colleague can tell you: just ask for one.";
  }

  @Override
  String weekday(LocalDate day) {
    return name(day.getDayOfWeek());
  }

  @Override
  String date(LocalDate day) {
    return DATE.format(day) + yearOf(day);
  }

  @Override
  String at(LocalTime time) {
    return "at " + time(time);
  }

  @Override
  String on(LocalDate day) {
    return "on " + date(day);
  }

  @Override
  String or() {
    return "or";
  }

  @Override
  String and() {
    return "and";
  }

  @Override
  String with(String provider) {
    return "with " + provider;
  }

  @Override
  String money(Money money) {
    var code = money.currency().getCurrencyCode();
    return switch (code) {
      case "EUR" -> "€" + amount(money);
      case "GBP" -> "£" + amount(money);
      case "USD" -> "$" + amount(money);
      default -> amount(money) + " " + code;
    };
  }

  @Override
  String shortTime(ZonedDateTime time, boolean withDay) {
    return withDay ? SHORT.format(time) : time(time.toLocalTime());
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

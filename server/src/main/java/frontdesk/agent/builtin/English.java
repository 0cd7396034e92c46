package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Reason;
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

final class English extends Voice {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("EEE d MMM H:mm", Locale.UK);

  English(BusinessFacts business, LocalDate today) {
    super(business, today);
  }

  @Override
  Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  String hello(ZonedDateTime now) {
    return "Hello!";
  }

  @Override
  String offerHelp() {
    return "What can I do for you?";
  }

  @Override
  String wellThanks() {
    return "I'm very well, thank you!";
  }

  @Override
  String welcome() {
    return "You're welcome!";
  }

  @Override
  String goodbye() {
    return "Goodbye, and have a good day!";
  }

  @Override
  String hereIfNeeded() {
    return "All right. Just write if you need anything else.";
  }

  @Override
  String noted() {
    return "Thank you, noted.";
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
  String sorryToAnnoy() {
    return "I'm sorry I haven't been of more help.";
  }

  @Override
  String unclear() {
    return "Sorry, I'm not sure what you mean.";
  }

  @Override
  String whatICanDo() {
    return "I can book, move or cancel an appointment and tell you about services, prices and"
        + " opening hours.";
  }

  @Override
  String askPerson() {
    return "Shall I ask a colleague to take over?";
  }

  @Override
  String handoff(boolean phoneKnown) {
    return "I'm passing you on to a colleague, who will answer you here as soon as possible."
        + (phoneKnown ? "" : " If you'd like a call, leave your number here.");
  }

  @Override
  String sorryToHear() {
    return "I'm sorry to hear that.";
  }

  @Override
  String weOffer(List<ServiceFacts> services) {
    return "We offer " + list(services.stream().map(this::withPrice).toList(), "and") + ".";
  }

  private String withPrice(ServiceFacts service) {
    return service.name() + service.price().map(price -> " (" + money(price) + ")").orElse("");
  }

  @Override
  String notOffered() {
    return "I'm afraid that's not among our services.";
  }

  @Override
  String askService() {
    return "What would you like to book?";
  }

  @Override
  String askWhichService(List<String> names) {
    return "Which service do you mean: " + list(names, "or") + "?";
  }

  @Override
  String oneAtATime(String first) {
    return "I'll take one at a time, starting with " + first + ".";
  }

  @Override
  String youFirst() {
    return "I'll book one after the other, starting with you.";
  }

  @Override
  String oneByOne() {
    return "I'll book one after the other.";
  }

  @Override
  String nowThe(String service) {
    return "Next is " + service + ".";
  }

  @Override
  String nowTheOther(Optional<String> called) {
    return called.map(name -> "Next is " + name + ".").orElse("Next is the second person.");
  }

  @Override
  String askWhen() {
    return "When would you like to come in?";
  }

  @Override
  String askOtherTime() {
    return "Which day or time would suit you instead?";
  }

  @Override
  String firstFree(String times) {
    return "The next free times are " + times + ".";
  }

  @Override
  String iHave(String service, String times) {
    return "For " + service + " I have " + times + ".";
  }

  @Override
  String askWhichTime() {
    return "Which one would suit you?";
  }

  @Override
  String onlyThis(String time) {
    return "The one time I have is " + time + ".";
  }

  @Override
  String askIfItSuits() {
    return "Would that work for you?";
  }

  @Override
  String isFree(String service, ZonedDateTime start, String provider) {
    return service + " " + moment(start) + " " + with(provider) + " is free.";
  }

  @Override
  String cannotBe(
      Reason reason,
      Optional<ZonedDateTime> wanted,
      boolean whole,
      String service,
      int minutes,
      List<Stretch> hours) {
    var day = wanted.map(at -> on(at.toLocalDate()));
    var time = wanted.filter(at -> !whole).map(this::bare);
    return switch (reason) {
      case CLOSED -> "We're closed " + day.orElse("then") + ".";
      case OUTSIDE_HOURS ->
          hours.isEmpty()
              ? "We're not open then."
              : "That doesn't fit our opening hours: "
                  + day.map(on -> on + " we're").orElse("we're")
                  + " open "
                  + stretches(hours)
                  + ", and "
                  + service
                  + " takes "
                  + minutes
                  + " minutes.";
      case PAST -> "That time has already passed.";
      case TOO_SOON -> "That's a bit too soon for us.";
      case TOO_FAR -> "We don't take bookings that far ahead yet.";
      default ->
          time.map(at -> "I'm sorry, " + at + " is already taken.")
              .or(() -> day.map(on -> "I'm sorry, there's nothing free like that " + on + "."))
              .orElse("I'm sorry, there's nothing free then.");
    };
  }

  @Override
  String noSuchDay() {
    return "That date doesn't exist in the calendar.";
  }

  @Override
  String pastDay() {
    return "That day is already over.";
  }

  @Override
  String nothingEarlier() {
    return "There's nothing free earlier that day.";
  }

  @Override
  String nothingLater() {
    return "There's nothing free later that day.";
  }

  @Override
  String nothingFree() {
    return "I'm sorry, there's nothing free then.";
  }

  @Override
  String providerDoesNot(String provider, String service, List<String> others) {
    return provider
        + " doesn't do "
        + service
        + (others.isEmpty()
            ? "."
            : ", but " + list(others, "and") + (others.size() == 1 ? " does." : " do."));
  }

  @Override
  String askName() {
    return "What name should I put it under?";
  }

  @Override
  String askFullName(String called) {
    return "What's " + called + "'s full name?";
  }

  @Override
  String askPhone() {
    return "What's the best phone number to reach you on?";
  }

  @Override
  String noPhone() {
    return "That doesn't look like a complete phone number.";
  }

  @Override
  String phoneNeeded() {
    return "I need a phone number for the booking, in case anything changes.";
  }

  @Override
  String deal(Deal deal, Optional<String> phone) {
    return "So that's "
        + deal.service()
        + " "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + deal.price().map(price -> ", " + money(price)).orElse("")
        + ", for "
        + deal.name()
        + phone.map(number -> " (" + number + ")").orElse("")
        + ".";
  }

  @Override
  String askToBook() {
    return "Shall I book it?";
  }

  @Override
  String booked(Deal deal, boolean requested) {
    var what = deal.service() + " " + moment(deal.start()) + " " + with(deal.provider());
    return requested
        ? "Thank you! Your request is in: " + what + ". We'll confirm it shortly."
        : "You're booked: " + what + ", for " + deal.name() + ". See you then!";
  }

  @Override
  String moveDeal(Deal deal, ZonedDateTime from) {
    return "I'd move your "
        + deal.service()
        + " from "
        + bare(from)
        + " to "
        + bare(deal.start())
        + ", "
        + with(deal.provider())
        + ".";
  }

  private String bare(ZonedDateTime at) {
    return date(at.toLocalDate()) + " " + at(at.toLocalTime());
  }

  @Override
  String askToMove() {
    return "Shall I move it?";
  }

  @Override
  String moved(Deal deal) {
    return "Done, your "
        + deal.service()
        + " is now "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + ". See you then!";
  }

  @Override
  String cancelDeal(Deal deal) {
    return "That's your "
        + deal.service()
        + " "
        + moment(deal.start())
        + " "
        + with(deal.provider())
        + ".";
  }

  @Override
  String askToCancel() {
    return "Shall I cancel it?";
  }

  @Override
  String cancelled(Deal deal) {
    return "Done, your "
        + deal.service()
        + " "
        + moment(deal.start())
        + " is cancelled. Just write if you need anything else.";
  }

  @Override
  String keptAsItIs() {
    return "All right, everything stays as it is.";
  }

  @Override
  String nothingBooked() {
    return "No problem, nothing has been booked. Just write whenever you like.";
  }

  @Override
  String whatToChange() {
    return "All right, I haven't booked it. Which day or time would you prefer, or what else should"
        + " be different?";
  }

  @Override
  String noneOfYours() {
    return "I can't find a coming appointment of yours here.";
  }

  @Override
  String yours(List<Deal> deals) {
    var each =
        deals.stream()
            .map(deal -> deal.service() + " " + moment(deal.start()) + " " + with(deal.provider()))
            .toList();
    return "You have " + list(each, "and") + ".";
  }

  @Override
  String askWhichOne(boolean toCancel) {
    return toCancel ? "Which appointment should I cancel?" : "Which appointment should I move?";
  }

  @Override
  String alreadyThen(String moment) {
    return "That's when you have it now: " + moment + ".";
  }

  @Override
  String moveToWhen() {
    return "When would you like to come instead?";
  }

  @Override
  String timeGone() {
    return "I'm sorry, that time has just gone.";
  }

  @Override
  String stillFree() {
    return "That took a while, but it's still free.";
  }

  @Override
  String wantToBook(String service) {
    return "Would you like to book it?";
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

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.UK);
  }

  private String stretches(List<Stretch> hours) {
    return list(
        hours.stream().map(s -> "from " + time(s.open()) + " to " + time(s.close())).toList(),
        "and");
  }

  @Override
  String address() {
    return business
        .address()
        .map(address -> "You'll find us at " + address + ".")
        .orElse("I'm afraid I don't have the address here; I can ask a colleague.");
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
    return "That's something I don't know, I'm afraid; I can ask a colleague if you like.";
  }

  @Override
  String yesWord() {
    return "Yes";
  }

  @Override
  String noWord() {
    return "No";
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

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the assistant speaks one language. A reply asks for one thing, in its last sentence; what is
 * stated and what is asked are never in the same one.
 */
abstract class Voice {

  final BusinessFacts business;
  private final LocalDate today;

  Voice(BusinessFacts business, LocalDate today) {
    this.business = business;
    this.today = today;
  }

  /** Far off, a date is told with its year. */
  String yearOf(LocalDate day) {
    return day.isAfter(today.plusMonths(10)) ? " " + day.getYear() : "";
  }

  /** What a deal is made of. */
  record Deal(
      String service, ZonedDateTime start, String provider, Optional<Money> price, String name) {}

  abstract Locale locale();

  abstract String hello(ZonedDateTime now);

  abstract String offerHelp();

  abstract String wellThanks();

  abstract String welcome();

  abstract String goodbye();

  abstract String hereIfNeeded();

  abstract String noted();

  abstract String whoAmI();

  abstract String offTopic();

  abstract String onlyYours();

  abstract String sorryToAnnoy();

  abstract String unclear();

  abstract String whatICanDo();

  abstract String askPerson();

  abstract String handoff(boolean phoneKnown);

  abstract String sorryToHear();

  abstract String weOffer(List<ServiceFacts> services);

  abstract String notOffered();

  abstract String askService();

  abstract String askWhichService(List<String> names);

  abstract String oneAtATime(String first);

  abstract String youFirst();

  abstract String oneByOne();

  abstract String nowThe(String service);

  abstract String nowTheOther(Optional<String> called);

  abstract String askWhen();

  abstract String askOtherTime();

  abstract String firstFree(String times);

  abstract String iHave(String service, String times);

  abstract String askWhichTime();

  abstract String askIfOneSuits();

  abstract String onlyThis(String time);

  abstract String askIfItSuits();

  abstract String isFree(String service, ZonedDateTime start, String provider);

  abstract String cannotBe(
      Reason reason,
      Optional<ZonedDateTime> wanted,
      boolean whole,
      String service,
      int minutes,
      List<Stretch> hours);

  abstract String noSuchDay();

  abstract String noSuchHour();

  abstract String pastDay();

  abstract String nothingEarlier();

  abstract String nothingLater();

  abstract String nothingFree();

  abstract String providerDoesNot(String provider, String service, List<String> others);

  abstract String askName();

  abstract String askFullName(String called);

  abstract String askPhone();

  abstract String noPhone();

  abstract String phoneNeeded();

  abstract String deal(Deal deal, Optional<String> phone);

  abstract String askToBook();

  abstract String booked(Deal deal, boolean requested);

  abstract String moveDeal(Deal deal, ZonedDateTime from);

  abstract String askToMove();

  abstract String moved(Deal deal);

  abstract String cancelDeal(Deal deal);

  abstract String askToCancel();

  abstract String cancelled(Deal deal);

  abstract String keptAsItIs();

  abstract String nothingBooked();

  abstract String whatToChange();

  abstract String noneOfYours();

  abstract String yours(List<Deal> deals);

  abstract String askWhichOne(boolean toCancel);

  abstract String moveToWhen();

  abstract String alreadyThen(String moment);

  abstract String timeGone();

  abstract String stillFree();

  abstract String wantToBook(String service);

  abstract String price(String service, Optional<Money> price);

  abstract String duration(String service, int minutes);

  abstract String hoursOn(ZonedDateTime day, List<Stretch> hours);

  abstract String hoursOfWeek();

  abstract String address();

  abstract String contact();

  abstract String dontKnow();

  /** The same in the middle of something, with the way to an answer. */
  abstract String askAPerson();

  abstract String yesWord();

  abstract String noWord();

  abstract String weekday(LocalDate day);

  abstract String date(LocalDate day);

  /** "at 10:30", "alle 10:30". */
  abstract String at(LocalTime time);

  abstract String on(LocalDate day);

  abstract String or();

  abstract String and();

  abstract String with(String provider);

  abstract String money(Money money);

  /** Short enough for a button, and understood when typed. */
  abstract String shortTime(ZonedDateTime time, boolean withDay);

  String time(LocalTime time) {
    return "%d:%02d".formatted(time.getHour(), time.getMinute());
  }

  boolean alwaysOpen() {
    return Arrays.stream(DayOfWeek.values())
        .allMatch(day -> wholeDay(business.hours().getOrDefault(day, List.of())));
  }

  static boolean wholeDay(List<Stretch> hours) {
    return hours.size() == 1 && hours.getFirst().wholeDay();
  }

  String moment(ZonedDateTime start) {
    return on(start.toLocalDate()) + " " + at(start.toLocalTime());
  }

  /** Several starts, day by day: "on Thursday 26 November at 9:30 or 10:00". */
  String moments(List<ZonedDateTime> starts) {
    var byDay = new LinkedHashMap<LocalDate, List<LocalTime>>();
    for (var start : starts) {
      byDay.computeIfAbsent(start.toLocalDate(), day -> new ArrayList<>()).add(start.toLocalTime());
    }
    var days = new ArrayList<String>();
    byDay.forEach((day, times) -> days.add(on(day) + " " + clocks(times)));
    return byDay.size() == starts.size() ? list(days, or()) : String.join(", " + or() + " ", days);
  }

  private String clocks(List<LocalTime> times) {
    var words = new ArrayList<String>();
    for (var time : times) {
      words.add(words.isEmpty() ? at(time) : time(time));
    }
    return list(words, or());
  }

  String list(List<String> parts, String joint) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1))
        + " "
        + joint
        + " "
        + parts.getLast();
  }

  static String amount(Money money) {
    int digits = Math.max(0, money.currency().getDefaultFractionDigits());
    var value = BigDecimal.valueOf(money.amount(), digits);
    return value.stripTrailingZeros().scale() <= 0
        ? value.toBigInteger().toString()
        : value.toPlainString();
  }
}

package frontdesk.agent;

import frontdesk.booking.Appointment;
import frontdesk.booking.BookableService;
import frontdesk.booking.FreeTimes;
import frontdesk.booking.Services;
import frontdesk.booking.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether what reached the customer is true of the books, judged beside the product's own check:
 * every date with a time is free or the customer's own, and what is said to be done was done.
 */
@TestComponent
class TruthCheck {

  /** Said as free or booked: "is already taken" is no promise. */
  private static final Pattern DATED =
      Pattern.compile(
          "(?U)(\\d{1,2}) (\\w+)(?: \\d{4})? (?:at|alle) (\\d\\d:\\d\\d)(?! (?:is|è)"
              + " (?:already|già))");

  private static final Pattern DONE =
      Pattern.compile("(?m)^(You're booked|Booked|Moved|Cancelled|Prenotato|Spostato|Annullato)");

  private final Services services;
  private final FreeTimes freeTimes;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  TruthCheck(
      Services services,
      FreeTimes freeTimes,
      Clock clock,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.services = services;
    this.freeTimes = freeTimes;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * @param before the customer's appointments before the turn, and after it
   */
  List<String> faults(String reply, List<Appointment> before, List<Appointment> after) {
    var faults = new ArrayList<String>();
    if (reply.isBlank() || reply.contains("<think")) {
      faults.add("is no reply: " + reply);
    }
    if (DONE.matcher(reply).find() && before.equals(after)) {
      faults.add("claims what was not done: " + reply);
    }
    var own = Stream.concat(before.stream(), after.stream()).toList();
    DATED
        .matcher(reply)
        .results()
        .flatMap(found -> start(found).stream())
        .filter(start -> own.stream().noneMatch(one -> one.start().equals(start)))
        .filter(start -> !isFree(start, own))
        .forEach(start -> faults.add("names " + start + ", which is not free: " + reply));
    return faults;
  }

  /** Nothing for "10:15 or at 16:45", which has the look of a date. */
  private Optional<Instant> start(MatchResult found) {
    var day = found.group(1) + " " + found.group(2).toLowerCase(Locale.ROOT);
    var date =
        Stream.of(Locale.ENGLISH, Locale.ITALIAN)
            .flatMap(locale -> day(day, locale).stream())
            .findFirst();
    var today = clock.instant().atZone(Studio.ROME).toLocalDate();
    return date.map(
        named -> {
          var soonest = named.atYear(today.getYear());
          return (soonest.isBefore(today) ? named.atYear(today.getYear() + 1) : soonest)
              .atTime(LocalTime.parse(found.group(3)))
              .atZone(Studio.ROME)
              .toInstant();
        });
  }

  private static Optional<MonthDay> day(String text, Locale locale) {
    var format =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ofPattern("d MMMM"))
            .toFormatter(locale);
    try {
      return Optional.of(MonthDay.parse(text, format));
    } catch (java.time.DateTimeException other) {
      return Optional.empty();
    }
  }

  /** For any service and anybody but the contacts of this business's talks, who hold it. */
  private boolean isFree(Instant start, List<Appointment> own) {
    var contacts =
        transaction.execute(
            status -> jdbc.sql("SELECT contact_id FROM conversation").query(UUID.class).list());
    var moving = new ArrayList<Optional<UUID>>(List.of(Optional.empty()));
    own.forEach(one -> moving.add(Optional.of(one.id())));
    return services.bookable().stream()
        .map(BookableService::id)
        .anyMatch(
            service ->
                contacts.stream()
                    .anyMatch(
                        contact ->
                            moving.stream()
                                .anyMatch(move -> isFree(service, start, contact, move))));
  }

  private boolean isFree(UUID service, Instant start, UUID contact, Optional<UUID> moving) {
    return freeTimes.find(
            new FreeTimes.Query(
                service,
                Set.of(),
                List.of(new Span(start, start.plusSeconds(60))),
                1,
                moving,
                Optional.of(contact)))
        instanceof FreeTimes.Found.Times;
  }
}

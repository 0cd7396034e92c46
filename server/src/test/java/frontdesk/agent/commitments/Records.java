package frontdesk.agent.commitments;

import frontdesk.agent.commitments.Evidence.Booking;
import frontdesk.agent.commitments.Evidence.Change;
import frontdesk.agent.commitments.Evidence.Deal;
import frontdesk.agent.commitments.Evidence.Effect;
import frontdesk.agent.commitments.Evidence.Service;
import frontdesk.agent.commitments.Evidence.Slot;
import frontdesk.agent.commitments.Evidence.Standing;
import frontdesk.agent.tools.Toolbox.Stretch;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is on record in the test replies: a salon, on Tuesday 10 March 2026 at 09:30. */
final class Records {

  static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-10T09:30+01:00[Europe/Rome]");

  private Records() {}

  static Evidence of(String name, Locale locale) {
    var italian = locale.equals(Locale.ITALIAN);
    var cut = italian ? "Taglio" : "Haircut";
    var offers =
        List.of(
            slot(cut, "2026-03-12T10:00"),
            slot(cut, "2026-03-12T10:30"),
            slot(cut, "2026-03-12T16:00"));
    var wish = italian ? "un taglio giovedì alle 17" : "a haircut on Thursday at 5pm";
    var refused = List.of(at("2026-03-12T17:00"));
    var thursday = slot(cut, "2026-03-12T10:00");
    return switch (name) {
      case "nothing" ->
          evidence(italian, List.of(), List.of(), List.of(), List.of(), Set.of(), "?");
      case "offered" -> evidence(italian, offers, refused, List.of(), List.of(), Set.of(), wish);
      case "proposed" ->
          evidence(
              italian,
              offers,
              refused,
              List.of(),
              List.of(new Deal(Change.BOOK, thursday)),
              Set.of(),
              wish);
      case "booked" ->
          booked(
              italian,
              new Booking(thursday, Standing.CONFIRMED, Set.of(Change.BOOK), Optional.empty()));
      case "moved" ->
          booked(
              italian,
              new Booking(
                  slot(cut, "2026-03-14T11:00"),
                  Standing.CONFIRMED,
                  Set.of(Change.MOVE),
                  Optional.of(thursday.start())));
      case "cancelled" ->
          booked(
              italian,
              new Booking(thursday, Standing.ENDED, Set.of(Change.CANCEL), Optional.empty()));
      case "requested" ->
          booked(
              italian,
              new Booking(thursday, Standing.REQUESTED, Set.of(Change.BOOK), Optional.empty()));
      case "always" -> alwaysOpen(of("nothing", locale));
      case "handed" ->
          evidence(
              italian, List.of(), List.of(), List.of(), List.of(), Set.of(Effect.HANDED_OVER), "?");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Evidence alwaysOpen(Evidence usual) {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      weekly.put(day, List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }
    return new Evidence(
        usual.offers(),
        usual.refused(),
        usual.appointments(),
        usual.deals(),
        usual.services(),
        weekly,
        Map.of(),
        usual.effects(),
        usual.customerSaid(),
        usual.facts());
  }

  private static Evidence booked(boolean italian, Booking booking) {
    return evidence(italian, List.of(), List.of(), List.of(booking), List.of(), Set.of(), "ok");
  }

  private static Evidence evidence(
      boolean italian,
      List<Slot> offers,
      List<ZonedDateTime> refused,
      List<Booking> appointments,
      List<Deal> deals,
      Set<Effect> effects,
      String customerSaid) {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (day != DayOfWeek.SUNDAY) {
        weekly.put(day, List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(18, 0))));
      }
    }
    var services =
        List.of(
            service(italian ? "Taglio" : "Haircut", 30, 25),
            service(italian ? "Barba" : "Beard trim", 20, 15),
            service(italian ? "Colore" : "Colour", 90, 70),
            service(italian ? "Piega" : "Blow-dry", 30, 20));
    return new Evidence(
        offers,
        refused,
        appointments,
        deals,
        services,
        weekly,
        Map.of(LocalDate.parse("2026-03-20"), List.of()),
        effects,
        List.of(customerSaid),
        List.of("Via Garibaldi 12, Torino", "+39 011 5559300", "ciao@studioaurora.example"));
  }

  private static Service service(String name, int minutes, int euros) {
    return new Service(
        name, Duration.ofMinutes(minutes), Optional.of(Money.of(euros * 100L, "EUR")));
  }

  private static Slot slot(String service, String start) {
    return new Slot(service, "Elena", at(start), at(start).plusMinutes(30));
  }

  private static ZonedDateTime at(String local) {
    return ZonedDateTime.parse(local + ":00+01:00[Europe/Rome]");
  }
}

package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.booking.Availability.Business;
import frontdesk.booking.Availability.Diary;
import frontdesk.booking.Availability.Rules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AvailabilityTests {

  static final ZoneId ROME = ZoneId.of("Europe/Rome");
  static final UUID ELENA = new UUID(0, 1);
  static final Rules HALF_HOUR = new Rules(30, 0, 0, 0, 60, 30);
  static final LocalDate TUESDAY = LocalDate.parse("2026-06-09");
  static final Instant EARLIER = TUESDAY.minusDays(7).atStartOfDay(ROME).toInstant();

  @Test
  void offersTheLastStartThatStillEndsByClosing() {
    assertThat(starts(HALF_HOUR, week("09:00", "11:00"), elena()))
        .containsExactly("09:00", "09:30", "10:00", "10:30");
    assertThat(starts(new Rules(45, 0, 0, 0, 60, 30), week("09:00", "11:00"), elena()))
        .containsExactly("09:00", "09:30", "10:00");
  }

  @Test
  void countsStartsFromOpening() {
    assertThat(starts(HALF_HOUR, week("09:10", "10:45"), elena()))
        .containsExactly("09:10", "09:40", "10:10");
  }

  @Test
  void keepsThePauseBetweenTwoStretchesFree() {
    var hours = week("09:00", "10:00", "14:00", "15:00");

    assertThat(starts(HALF_HOUR, hours, elena()))
        .containsExactly("09:00", "09:30", "14:00", "14:30");
  }

  @Test
  void givesAServiceWithHoursOfItsOwnWithinThemOnly() {
    var lateMorning = within("10:15", "11:30");

    assertThat(starts(lateMorning, week("09:00", "11:00", "11:00", "18:00"), elena()))
        .containsExactly("10:15", "10:45", "11:00");
    assertThat(starts(lateMorning, week("12:00", "18:00"), elena())).isEmpty();
  }

  @Test
  void saysOfAServiceThatIsNotGivenThatDayThatItIsClosed() {
    var elsewhere = new Rules(30, 0, 0, 0, 60, 30, Optional.of(Map.of()));

    assertThat(whyNot(elsewhere, week("09:00", "18:00"), List.of(elena()), "10:00", EARLIER))
        .isEqualTo(Reason.CLOSED);
  }

  @Test
  void joinsStretchesThatTouch() {
    assertThat(
            starts(
                new Rules(60, 0, 0, 0, 60, 30), week("09:00", "10:00", "10:00", "11:00"), elena()))
        .containsExactly("09:00", "09:30", "10:00");
  }

  @Test
  void goesOnPastMidnightWhereTheNextDayBeginsOpen() {
    var night = week("00:00", "01:00", "23:00", "00:00");
    var late = TUESDAY.atTime(23, 30).atZone(ROME).toInstant();

    assertThat(
            Availability.free(
                new Rules(60, 0, 0, 0, 60, 30), night, elena(), FreeTimes.at(late), EARLIER))
        .hasSize(1);
  }

  @Test
  void keepsBuffersOnBothSidesFree() {
    var busy = elena(span("10:00", "10:30"));

    assertThat(starts(new Rules(30, 30, 0, 0, 60, 30), week("09:00", "12:00"), busy))
        .containsExactly("09:00", "09:30", "11:00", "11:30");
    assertThat(starts(new Rules(30, 0, 30, 0, 60, 30), week("09:00", "12:00"), busy))
        .containsExactly("09:00", "10:30", "11:00", "11:30");
  }

  @Test
  void leavesTheNoticeTimeAndWhatIsBeyondTheHorizonOut() {
    var hours = week("09:00", "11:00");
    var now = TUESDAY.atTime(9, 1).atZone(ROME).toInstant();

    assertThat(starts(HALF_HOUR, hours, elena(), now)).containsExactly("09:30", "10:00", "10:30");
    assertThat(starts(new Rules(30, 0, 0, 59, 60, 30), hours, elena(), now))
        .containsExactly("10:00", "10:30");
    assertThat(starts(new Rules(30, 0, 0, 0, 7, 30), hours, elena(), EARLIER)).hasSize(4);
    assertThat(starts(new Rules(30, 0, 0, 0, 6, 30), hours, elena(), EARLIER)).isEmpty();
  }

  @Test
  void closesOnSpecialDaysAndOpensOnOthers() {
    var closed = special(week("09:00", "10:00"), List.of());
    var shorter = special(week("09:00", "18:00"), List.of(stretch("14:00", "15:00")));

    assertThat(starts(HALF_HOUR, closed, elena())).isEmpty();
    assertThat(starts(HALF_HOUR, shorter, elena())).containsExactly("14:00", "14:30");
  }

  @Test
  void keepsSomebodyWithHoursOfTheirOwnWithinTheSpecialDayOfTheBusiness() {
    var own = withOwnHours(week("08:00", "14:30").hours().weekly(), Map.of());

    assertThat(starts(HALF_HOUR, special(week("09:00", "18:00"), List.of()), own)).isEmpty();
    assertThat(
            starts(
                HALF_HOUR,
                special(week("09:00", "18:00"), List.of(stretch("14:00", "16:00"))),
                own))
        .containsExactly("14:00");
  }

  @Test
  void letsTheProvidersOwnSpecialDayWin() {
    var ownDay =
        Map.of(TUESDAY, new SpecialDay(List.of(stretch("20:00", "21:00")), Optional.empty()));

    assertThat(
            starts(
                HALF_HOUR,
                special(week("09:00", "18:00"), List.of()),
                withOwnHours(Map.of(), ownDay)))
        .containsExactly("20:00", "20:30");
  }

  @Test
  void readsHoursInTheProvidersOwnZone() {
    var london =
        new Diary(
            ELENA,
            ZoneId.of("Europe/London"),
            Optional.of(week("09:00", "10:00").hours().weekly()),
            Map.of(),
            List.of());

    assertThat(starts(HALF_HOUR, week("09:00", "18:00"), london)).containsExactly("10:00", "10:30");
  }

  @Test
  void opensAtTheMomentTheClocksSkipItsTime() {
    var day = LocalDate.parse("2026-03-29");
    var hours = week("02:30", "04:00");
    var window = day(day);

    assertThat(
            Availability.free(HALF_HOUR, hours, elena(), window, EARLIER.minus(Duration.ofDays(90)))
                .stream()
                .map(slot -> slot.start().toString()))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z");
  }

  @Test
  void staysOpenThroughAnHourThatComesTwice() {
    var hours = week("02:00", "03:00");
    var now = Instant.parse("2026-10-20T00:00:00Z");

    assertThat(
            Availability.free(HALF_HOUR, hours, elena(), day(LocalDate.parse("2026-10-25")), now)
                .stream()
                .map(slot -> slot.start().toString()))
        .containsExactly(
            "2026-10-25T00:00:00Z",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z");
  }

  @Test
  void givesEveryDayOfAClockChangeItsOwnLength() {
    for (var zone :
        List.of(
            "Europe/Rome",
            "America/New_York",
            "Asia/Beirut",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Pacific/Chatham")) {
      var here = ZoneId.of(zone);
      var business = new Business(here, week("00:00", "00:00").hours());
      var diary = new Diary(ELENA, here, Optional.empty(), Map.of(), List.of());
      var transition = here.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z"));
      for (int i = 0; i < 8; i++) {
        var date = transition.getInstant().minusNanos(1).atZone(here).toLocalDate();
        var from = date.atStartOfDay(here).toInstant();
        var to = date.plusDays(1).atStartOfDay(here).toInstant();
        var slots =
            Availability.free(
                HALF_HOUR, business, diary, new Span(from, to), from.minus(Duration.ofDays(2)));

        assertThat(slots)
            .as("%s on %s", date, zone)
            .hasSize((int) Duration.between(from, to).dividedBy(Duration.ofMinutes(30)));
        transition = here.getRules().nextTransition(transition.getInstant());
      }
    }
  }

  @Test
  void saysWhyNothingIsFree() {
    var hours = week("09:00", "11:00");
    var diaries = List.of(elena(span("10:00", "11:00")));
    var now = TUESDAY.atTime(8, 0).atZone(ROME).toInstant();
    var rules = new Rules(30, 0, 0, 60, 30, 30);

    assertThat(whyNot(rules, hours, diaries, "07:00", now)).isEqualTo(Reason.PAST);
    assertThat(whyNot(rules, hours, diaries, "08:30", now)).isEqualTo(Reason.TOO_SOON);
    assertThat(whyNot(rules, hours, diaries, "10:00", now)).isEqualTo(Reason.TAKEN);
    assertThat(whyNot(rules, hours, diaries, "10:10", now)).isEqualTo(Reason.BETWEEN_STARTS);
    assertThat(whyNot(rules, hours, diaries, "10:45", now)).isEqualTo(Reason.OUTSIDE_HOURS);
    assertThat(whyNot(rules, special(hours, List.of()), diaries, "10:00", now))
        .isEqualTo(Reason.CLOSED);
    assertThat(whyNot(rules, hours, diaries, "10:00", now.minus(Duration.ofDays(40))))
        .isEqualTo(Reason.TOO_FAR);
  }

  private static Reason whyNot(
      Rules rules, Business business, List<Diary> diaries, String time, Instant now) {
    var start = TUESDAY.atTime(LocalTime.parse(time)).atZone(ROME).toInstant();
    return Availability.whyNot(rules, business, diaries, FreeTimes.at(start), now);
  }

  private static List<String> starts(Rules rules, Business business, Diary diary) {
    return starts(rules, business, diary, EARLIER);
  }

  private static List<String> starts(Rules rules, Business business, Diary diary, Instant now) {
    return Availability.free(rules, business, diary, day(TUESDAY), now).stream()
        .map(slot -> LocalDateTime.ofInstant(slot.start(), ROME).toLocalTime().toString())
        .toList();
  }

  static Span day(LocalDate date) {
    return new Span(
        date.atStartOfDay(ROME).toInstant(), date.plusDays(1).atStartOfDay(ROME).toInstant());
  }

  private static Span span(String from, String to) {
    return new Span(
        TUESDAY.atTime(LocalTime.parse(from)).atZone(ROME).toInstant(),
        TUESDAY.atTime(LocalTime.parse(to)).atZone(ROME).toInstant());
  }

  private static Stretch stretch(String open, String close) {
    return new Stretch(LocalTime.parse(open), LocalTime.parse(close));
  }

  /** The same hours every day: pairs of opening and closing. */
  private static Rules within(String open, String close) {
    var hours = Map.of(DayOfWeek.TUESDAY, List.of(stretch(open, close)));
    return new Rules(30, 0, 0, 0, 60, 30, Optional.of(hours));
  }

  static Business week(String... times) {
    var stretches = new java.util.ArrayList<Stretch>();
    for (int i = 0; i < times.length; i += 2) {
      stretches.add(stretch(times[i], times[i + 1]));
    }
    var weekly = new java.util.EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      weekly.put(day, stretches);
    }
    return new Business(ROME, new Schedule(weekly, Map.of()));
  }

  private static Business special(Business business, List<Stretch> stretches) {
    return new Business(
        business.zone(),
        new Schedule(
            business.hours().weekly(),
            Map.of(TUESDAY, new SpecialDay(stretches, Optional.empty()))));
  }

  static Diary elena(Span... busy) {
    return new Diary(ELENA, ROME, Optional.empty(), Map.of(), List.of(busy));
  }

  private static Diary withOwnHours(
      Map<DayOfWeek, List<Stretch>> weekly, Map<LocalDate, SpecialDay> exceptions) {
    return new Diary(ELENA, ROME, Optional.of(weekly), exceptions, List.of());
  }
}

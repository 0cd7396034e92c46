package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.booking.Schedule;
import frontdesk.booking.SpecialDay;
import frontdesk.booking.Stretch;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenNowTests {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final List<Stretch> DAY =
      List.of(new Stretch(LocalTime.of(9, 0), LocalTime.of(13, 0)));

  /** Mondays and Fridays, but not Monday 9 March 2026; Friday goes on past midnight. */
  private static final Schedule HOURS =
      new Schedule(
          Map.of(
              DayOfWeek.MONDAY, DAY,
              DayOfWeek.FRIDAY, List.of(new Stretch(LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
              DayOfWeek.SATURDAY, List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.of(2, 0)))),
          Map.of(LocalDate.of(2026, 3, 9), new SpecialDay(List.of(), Optional.empty())));

  @Test
  void saysWhenItCloses() {
    assertThat(at("2026-03-02T09:30:00Z"))
        .isEqualTo(
            new OpenNow(
                true, Optional.empty(), Optional.of(Instant.parse("2026-03-02T12:00:00Z"))));
  }

  @Test
  void saysWhenItOpensNextAndPassesTheDaysThatDiffer() {
    assertThat(at("2026-03-07T12:00:00Z").opensAt())
        .hasValue(Instant.parse("2026-03-13T19:00:00Z"));
  }

  @Test
  void isOpenThroughMidnight() {
    assertThat(at("2026-03-06T23:30:00Z").closesAt())
        .hasValue(Instant.parse("2026-03-07T01:00:00Z"));
  }

  @Test
  void promisesNothingWhenThereAreNoHours() {
    assertThat(OpenNow.at(Instant.EPOCH, Schedule.CLOSED, ROME))
        .isEqualTo(new OpenNow(false, Optional.empty(), Optional.empty()));
  }

  private static OpenNow at(String instant) {
    return OpenNow.at(Instant.parse(instant), HOURS, ROME);
  }
}

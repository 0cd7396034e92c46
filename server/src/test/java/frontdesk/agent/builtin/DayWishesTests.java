package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which days times are offered, asked on Saturday 21 November. */
class DayWishesTests {

  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  private final Books books = new Books(NOW, "en");
  private List<LocalTime> clocks = List.of();

  DayWishesTests() {
    books.service("Haircut", 30, 2500, "Elena", "Marco");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a haircut not this tuesday, the one after",
        "a haircut, not next tuesday the next one",
        "haircut tuesday the week after next",
        "un haircut, non questo martedì ma il prossimo",
        "haircut martedì prossimo no, quello dopo",
        "haircut fra due martedì",
        "haircut martedì della settimana dopo la prossima"
      })
  void areASecondTuesday(String text) {
    assertThat(offered(text)).allMatch(day -> day.equals("2026-12-01"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a haircut, any day but monday, at 10 | 2026-11-23",
        "a haircut at 10 this coming week, I'm away monday and tuesday | 2026-11-24",
        "un haircut alle 10, qualsiasi giorno tranne lunedì | 2026-11-23",
        "lunedì sono via, haircut in settimana alle 10 | 2026-11-23",
        "my friend comes to you on monday at 10, can I have a haircut wednesday? | 2026-11-23"
      })
  void areNotTheOneExcepted(String text, String excepted) {
    assertThat(offered(text)).doesNotContain(excepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "haircut monday afternoon | 12:00 | 18:00",
        "haircut on monday after 4pm | 16:00 | 18:00",
        "a haircut monday morning | 9:00 | 12:00",
        "haircut lunedì pomeriggio | 12:00 | 18:00",
        "vorrei un haircut lunedì dopo le 16 | 16:00 | 18:00",
        "un haircut lunedì mattina | 9:00 | 13:00"
      })
  void moveOnFromAClosedDayWithTheirPartOfTheDay(String text, String from, String to) {
    books.closed(DayOfWeek.MONDAY);

    assertThat(offered(text)).containsExactly("2026-11-24");
    assertThat(clocks)
        .hasSize(3)
        .allMatch(clock -> !clock.isBefore(time(from)) && clock.isBefore(time(to)));
    assertThat(Duration.between(clocks.getFirst(), clocks.getLast()).toMinutes())
        .isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a haircut monday", "un haircut lunedì"})
  void moveOnFromAClosedDayToTimesAllOverTheNext(String text) {
    books.closed(DayOfWeek.MONDAY);

    assertThat(offered(text)).containsExactly("2026-11-24");
    assertThat(Duration.between(clocks.getFirst(), clocks.getLast()).toHours())
        .isGreaterThanOrEqualTo(4);
  }

  private static LocalTime time(String clock) {
    return LocalTime.parse(clock.length() < 5 ? "0" + clock : clock);
  }

  private List<String> offered(String text) {
    var situation = new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);
    var state =
        new BuiltInAssistant()
            .answer(DialogueState.fresh(), List.of(text), situation, books)
            .state();
    clocks =
        state.offers().stream()
            .map(offer -> offer.start().atZone(Books.ROME).toLocalTime())
            .toList();
    var days =
        state.offers().stream()
            .map(offer -> offer.start().atZone(Books.ROME).toLocalDate().toString())
            .distinct()
            .toList();
    assertThat(days.isEmpty() && state.wish().start().isEmpty()).isFalse();
    return days.isEmpty()
        ? List.of(state.wish().start().orElseThrow().atZone(Books.ROME).toLocalDate().toString())
        : days;
  }
}

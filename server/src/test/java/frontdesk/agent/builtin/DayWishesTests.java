package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

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

  private List<String> offered(String text) {
    var situation = new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);
    var state =
        new BuiltInAssistant()
            .answer(DialogueState.fresh(), List.of(text), situation, books)
            .state();
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

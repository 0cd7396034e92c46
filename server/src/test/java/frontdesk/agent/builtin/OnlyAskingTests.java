package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyAskingTests {

  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  private final Books books = new Books(NOW, "en");
  private final BuiltInAssistant assistant = new BuiltInAssistant();
  private DialogueState state = DialogueState.fresh();

  OnlyAskingTests() {
    books.service("Haircut", 30, 2500, "Elena", "Marco");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how much is a haircut? not booking yet",
        "just asking, what does a haircut cost",
        "price of a haircut? I'd like to know, I'll think about it",
        "solo per sapere, quanto viene l'haircut? non prenoto ora",
        "quanto costa l'haircut? chiedevo solo, non prenoto"
      })
  void isToldThePriceAndOfferedNoTimes(String text) {
    assertThat(say(text)).contains("25").doesNotContainPattern("\\d:\\d");
    assertThat(state.offers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "so thats both of them in yeah?",
        "is it booked?",
        "am I booked in then?",
        "quindi è prenotato?",
        "allora siamo a posto?",
        "li ho tutti e due?"
      })
  void isShownWhatIsOnTheTableInsteadOfIgnorance(String text) {
    say("a haircut monday at 10, Ann Lee, 333 5551234");

    assertThat(say(text)).contains("10:00").doesNotContain("know", "non lo so").endsWith("?");
    assertThat(books.mine()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Are you open on Monday? And Christmas Day?",
        "Are you open on Monday and on Christmas Day?",
        "are you open monday? what about 25 december?",
        "A che ora aprite lunedì? E il 25 dicembre?",
        "siete aperti lunedì? e a Natale?",
        "siete aperti lunedì e il 25 dicembre?"
      })
  void isToldTheHoursOfEachDayAskedAboutAndOfferedNone(String text) {
    books.closed(DayOfWeek.MONDAY);

    assertThat(say(text))
        .containsPattern("23 November we're closed|23 novembre siamo chiusi")
        .containsPattern("25 December we're open|25 dicembre siamo aperti")
        .doesNotContain("?");
    assertThat(state.offers()).isEmpty();
    assertThat(state.goal()).isEqualTo(DialogueState.Goal.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "are you open on monday? and can I have a haircut on tuesday?",
        "siete aperti lunedì? e un haircut martedì?"
      })
  void isOfferedTimesWhereTheSecondQuestionIsAWish(String text) {
    say(text);

    assertThat(state.offers())
        .allMatch(offer -> offer.start().atZone(Books.ROME).getDayOfWeek() == DayOfWeek.TUESDAY)
        .isNotEmpty();
  }

  private String say(String text) {
    books.customerSpoke();
    var situation = new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);
    var answer = assistant.answer(state, List.of(text), situation, books);
    state = answer.state();
    return answer.text();
  }
}

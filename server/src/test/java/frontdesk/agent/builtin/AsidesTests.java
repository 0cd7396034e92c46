package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said beside the booking is answered shortly; the question that was open stays so. */
class AsidesTests {

  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  private final Books books = new Books(NOW, "en");
  private final BuiltInAssistant assistant = new BuiltInAssistant();
  private DialogueState state = DialogueState.fresh();
  private List<String> buttons = List.of();

  AsidesTests() {
    books.service("Haircut", 30, 2500, "Elena", "Marco");
    books.service("Colour", 60, 6000, "Elena");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a haircut on monday | 😂😂👍",
        "a haircut on monday | ❤️",
        "a haircut on monday | 🐶",
        "a haircut on monday | thank you!",
        "a haircut on monday | do you take my insurance?",
        "a haircut on monday | can I bring my dog?",
        "a haircut on monday | how much is it?",
        "un haircut lunedì | 😂😂👍",
        "un haircut lunedì | ❤️",
        "un haircut lunedì | grazie mille!",
        "un haircut lunedì | posso portare il cane?",
        "un haircut lunedì | quanto costa?"
      })
  void keepTheChoicesAsButtonsAndSayNoTimesAgain(String opening, String aside) {
    say(opening);
    var offered = buttons;

    for (int i = 0; i < 2; i++) {
      assertThat(say(aside + " ".repeat(i))).doesNotContainPattern("\\d:\\d").endsWith("?");
      assertThat(buttons).isEqualTo(offered);
    }
  }

  @ParameterizedTest
  @CsvSource({"a haircut on monday, yes", "un haircut lunedì, sì"})
  void askWhichTimeIsMeantByAYesToSeveral(String opening, String agreed) {
    say(opening);
    var offered = buttons;

    assertThat(say(agreed)).doesNotContainPattern("\\d:\\d").endsWith("?");
    assertThat(buttons).isEqualTo(offered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I'd like to book something | 🎉",
        "I'd like to book something | thanks!",
        "vorrei prenotare | 🎉",
        "vorrei prenotare | grazie!"
      })
  void leaveThePriceListUnrepeated(String opening, String aside) {
    assertThat(say(opening)).contains("Colour");

    assertThat(say(aside)).doesNotContain("Colour").endsWith("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a haircut monday at 10, Ann Lee, 333 5551234 | can I park nearby? | yes please",
        "un haircut lunedì alle 10, mi chiamo Anna Neri, 333 5551234 | c'è parcheggio? | sì, grazie"
      })
  void leaveTheDealToBeAgreedOn(String opening, String aside, String agreed) {
    say(opening);

    assertThat(say(aside)).doesNotContain("10:00").endsWith("?");
    assertThat(buttons).hasSize(2);
    say(agreed);
    assertThat(books.mine()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how much is a haircut, and do you have parking?",
        "how much is a haircut? do you take insurance?",
        "quanto costa l'haircut? avete parcheggio?"
      })
  void leaveOneQuestionOpenWithItsButtons(String text) {
    var answer = say(text);

    assertThat(answer).contains("25").containsOnlyOnce("?");
    assertThat(state.question()).isEqualTo(DialogueState.Question.WANT_A_PERSON);
    assertThat(buttons).hasSize(2);
  }

  private String say(String text) {
    books.customerSpoke();
    var situation = new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);
    var answer = assistant.answer(state, List.of(text), situation, books);
    state = answer.state();
    buttons = answer.choices().stream().map(Answer.Choice::title).toList();
    return answer.text();
  }
}

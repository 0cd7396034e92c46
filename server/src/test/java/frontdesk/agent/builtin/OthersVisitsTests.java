package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.language.TimeMention;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OthersVisitsTests {

  private final Books salon =
      new Books(ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME), "en");

  OthersVisitsTests() {
    salon.service("Haircut", 30, 2500, "Elena", "Marco");
    salon.service("Colour", 90, 7000, "Elena");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my mate Steve's booked in with you on Thursday at 5",
        "my friend Amy recommended you",
        "you were recommended by my cousin Laura",
        "my sister Kate has an appointment with Elena on friday at 2",
        "my wife Sue is coming in tomorrow at 10 for a colour",
        "a friend of mine goes to you every Monday",
        "la mia amica Sara viene da voi giovedì alle 11",
        "mia sorella Paola ha prenotato per domani alle 15",
        "me l'ha consigliato la mia amica Lucia",
        "mio marito ha già appuntamento da voi sabato alle 10",
        "mia cugina Anna mi ha parlato bene di voi",
        "un'amica è vostra cliente"
      })
  void asksForNothing(String text) {
    var heard = heard(text);
    assertThat(heard.times()).isEmpty();
    assertThat(heard.name()).isEmpty();
    assertThat(heard.services().wanted()).isEmpty();
    assertThat(heard.providers().wanted()).isEmpty();
    assertThat(heard.company().another()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my mate's booked in on Thursday at 5, can I get in before him? | 00:00 | 17:00",
        "my sister has an appointment friday at 2, anything right after her? | 14:00 |"
            + " 23:59:59.999999999",
        "my wife is coming tomorrow at 10, can I have a haircut at the same time | 10:00 | ",
        "my friend has a booking monday at 3, can I come at 4 that day | 16:00 | ",
        "mio marito ha appuntamento sabato alle 10, posso venire dopo di lui? | 10:00 |"
            + " 23:59:59.999999999",
        "mia sorella viene da voi giovedì alle 11, vorrei venire prima di lei | 00:00 | 11:00",
        "la mia amica viene da voi giovedì alle 11, io vorrei le 11 e mezza | 11:30 | ",
        "mia madre ha prenotato per domani alle 15, posso venire insieme a lei? | 15:00 | "
      })
  void leadsToTheHourThatTheWishLeansOn(String text, LocalTime from, LocalTime to) {
    var times = heard(text).times();
    assertThat(times.stream().flatMap(time -> time.days().stream()).distinct()).hasSize(1);
    assertThat(times.stream().flatMap(time -> time.clock().stream()))
        .singleElement()
        .satisfies(
            clock -> {
              assertThat(clock.from()).isEqualTo(from);
              assertThat(clock.to().orElse(null)).isEqualTo(to);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my son needs a haircut on Friday at 4",
        "can my wife come on Friday at 4?",
        "mia figlia dovrebbe venire venerdì alle 16",
        "it's for my friend, Friday at 4",
        "my husband's appointment on Friday at 4 please cancel it",
        "mio marito ha appuntamento venerdì alle 16, bisogna disdirlo"
      })
  void areNoneWhereItIsTheWishItself(String text) {
    assertThat(heard(text).times())
        .singleElement()
        .satisfies(time -> assertThat(hour(time)).isEqualTo(LocalTime.of(16, 0)));
  }

  private static LocalTime hour(TimeMention time) {
    return time.clock().orElseThrow().from();
  }

  private Heard heard(String text) {
    return Heard.in(
        Said.of(text),
        Question.NONE,
        "it",
        salon.now,
        salon.business(),
        salon.services(),
        Optional.empty());
  }
}

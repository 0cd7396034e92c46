package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeWords;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTests {

  @ParameterizedTest
  @CsvSource({
    "as soon as possible please, FIRST",
    "the first slot you have, FIRST",
    "giovedì mattina la prima che avete, FIRST",
    "il prima possibile, FIRST",
    "il primo orario disponibile, FIRST",
    "the last appointment of the day, LAST",
    "l'ultimo posto libero, LAST",
    "last thing on friday, LAST",
    "just before you close, LAST",
    "giovedì prima di chiudere, LAST",
    "prima della chiusura, LAST",
    "one last thing: where are you?, NONE",
    "la prima volta, NONE",
    "first consultation, NONE",
    "c'è qualcosa prima?, NONE",
  })
  void knowWhichEndIsWanted(String text, DialogueState.Edge edge) {
    assertThat(Edges.of(Said.of(text))).isEqualTo(edge);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I finish work at 3 so any time after 4 | 16:00",
        "esco da scuola alle 3 quindi alle 15:30 | 15:30",
        "at 4 I have a meeting, so 5pm | 17:00",
        "I finish work at 3 | 15:00",
        "I need to leave at 4 | 00:00",
        "alle 12 devo essere fuori | 00:00",
      })
  void tellAWishFromItsReason(String text, LocalTime from) {
    var said = Said.of(text);
    var now = ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME);
    var mentions = TimeWords.mentions(text, Locale.ENGLISH, now);
    assertThat(new Reasons(said).wishesOf(mentions).stream().filter(time -> !time.negated()))
        .singleElement()
        .satisfies(time -> assertThat(time.clock().orElseThrow().from()).isEqualTo(from));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lunedì dopo aver finito di lavorare alle 17",
        "alle 17 abbiamo finito di lavorare",
        "as long as my meeting is over by 3, 4pm is fine"
      })
  void hearNoHurryInTheEndOfWork(String text) {
    var now = ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME);

    assertThat(new Reasons(Said.of(text)).goneBy(TimeWords.mentions(text, Locale.ITALIAN, now)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domani alle 10 sono impegnata, facciamo alle 12? | true",
        "domani alle 10 mi è scomodo, alle 12? | true",
        "facciamo lunedì che non riesco prima | false",
        "make it monday i just realised i can't do tuesday | false"
      })
  void hearARefusalOnlyOfWhatIsRefused(String text, boolean refused) {
    var now = ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME);

    assertThat(TimeWords.mentions(text, Locale.ITALIAN, now).getFirst().negated())
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm working Tuesday, make it Wednesday",
        "I'm away on Monday and Tuesday, is Wednesday ok?",
        "I work on mondays, could i do wednesday",
        "Tuesday I've got a meeting, could we do Wednesday?",
        "i'm busy all monday, wednesday then",
        "martedì ho un'udienza, si può mercoledì?",
        "lunedì e martedì sono fuori città, mercoledì?",
        "sono via lunedì, mercoledì andrebbe",
        "lavoro tutto il martedì, mercoledì?",
        "martedì purtroppo lavoro, mercoledì c'è posto?",
        "martedì è il mio compleanno, vorrei la piega mercoledì",
        "the wedding is on Tuesday so I'd like wednesday",
        "uffa no, martedì ho le prove in chiesa, e mercoledì?",
        "Tuesday I've got my sister over, wednesday?"
      })
  void hearOnWhichDaysTheCustomerIsAway(String text) {
    assertThat(wishes(text).stream().filter(TimeMention::negated)).isNotEmpty();
    assertThat(wishes(text).stream().filter(time -> !time.negated()))
        .singleElement()
        .satisfies(
            time ->
                assertThat(time.days().orElseThrow().first().getDayOfWeek())
                    .isEqualTo(DayOfWeek.WEDNESDAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I've got a wedding on saturday, can I get a blow dry",
        "I had Saturday in mind",
        "I was hoping for saturday",
        "ho un matrimonio sabato, mi serve una piega",
        "sono libera sabato",
        "sabato ho tempo",
        "Saturday I have time"
      })
  void hearAWishInADayWithAnOccasion(String text) {
    assertThat(wishes(text)).singleElement().matches(time -> !time.negated());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scrap it, I just had one in spring",
        "I was with you last week",
        "we came in last Friday and loved it",
        "I've already had mine in october",
        "l'ho fatta a marzo",
        "sono venuto la settimana scorsa",
        "ho già fatto una visita a settembre"
      })
  void hearNoWishInWhatIsPast(String text) {
    assertThat(wishes(text)).isEmpty();
  }

  private static List<TimeMention> wishes(String text) {
    var now = ZonedDateTime.of(2026, 11, 21, 9, 0, 0, 0, Books.ROME);
    return new Reasons(Said.of(text)).wishesOf(TimeWords.mentions(text, Locale.ENGLISH, now));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "👍",
        "ok va bene",
        "yep thx",
        "sì perfetto",
        "sisi",
        "SI VA BENE",
        "yes that's all correct",
        "certo",
        "sì dai",
        "book it",
        "no problem, yes"
      })
  void hearAYes(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no", "nope", "anzi no", "non va bene", "that's wrong", "👎", "actually no"})
  void hearANo(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no, forget it",
        "lascia stare",
        "no grazie, ci penso",
        "not now thanks",
        "per ora niente",
        "I'll think about it",
        "no thanks, just asking"
      })
  void hearThatItIsDropped(String text) {
    assertThat(YesNo.of(Said.of(text))).isEqualTo(YesNo.DROP);
  }

  @ParameterizedTest
  @CsvSource({
    "the second one, 1",
    "la prima, 0",
    "il secondo, 1",
    "first, 0",
    "l'ultima, 2",
    "either, 0",
    "option 2, 1",
    "la terza, 2",
    "the first one please, 0"
  })
  void hearWhichOneIsChosen(String text, int place) {
    assertThat(Ordinals.in(Said.of(text), 3).orElse(-1)).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "la prima volta",
        "prima di pranzo",
        "c'è qualcosa prima?",
        "the first time",
        "2",
        "3"
      })
  void hearNoChoiceInOtherFirsts(String text) {
    assertThat(Ordinals.in(Said.of(text), 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can I talk to a real person please?|PERSON",
        "vorrei parlare con un operatore|PERSON",
        "can someone call me?|PERSON",
        "fatemi richiamare|PERSON",
        "I'm really not happy with it|COMPLAINT",
        "il colore è venuto malissimo|COMPLAINT",
        "purtroppo devo disdire|CANCEL",
        "si potrebbe rinviare a giovedì?|MOVE",
        "rinviamo di un'ora|MOVE",
        "cordiali saluti|BYE",
        "kind regards|BYE",
        "please take it off your books|CANCEL",
        "riuscite a spostarla un'ora più tardi?|MOVE",
        "how much is it btw?|PRICE",
        "quanto prendete per il 730?|PRICE",
        "ma quanto dura?|DURATION",
        "fino a che ora siete aperti il sabato?|HOURS",
        "what are your hours on sundays|HOURS",
        "what hours on the weekend?|HOURS",
        "toglietela pure|CANCEL",
        "dove vi trovate di preciso?|ADDRESS",
        "c'è parcheggio?|UNKNOWN_FACT",
        "does it hurt?|UNKNOWN_FACT",
        "what do you offer?|SERVICES",
        "when is my appointment?|OWN",
        "are you a bot?|WHO",
        "come va?|HOW_ARE_YOU",
      })
  void hearWhatIsMeant(String text, Intent intent) {
    assertThat(Intent.in(Said.of(text))).containsKey(intent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "can you help me?",
        "I need help per la dichiarazione",
        "mi può aiutare?",
        "Hi can someone help me book?"
      })
  void hearNoCallForAPersonInHelp(String text) {
    assertThat(Intent.in(Said.of(text))).doesNotContainKey(Intent.PERSON);
  }

  @ParameterizedTest
  @CsvSource({
    "hey cud i get a cut tmrw, en",
    "ciao cè posto dmn, it",
    "TAX RETURN TOMORROW, en",
    "buonasera, it"
  })
  void tellTheLanguage(String text, String language) {
    assertThat(Languages.of(Said.of(text))).contains(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cn marco nn posso|con marco non posso",
        "Cmq xké dv siete?|Comunque perché dove siete?",
        "taglio x me alle 11 x favore|taglio per me alle 11 x favore",
        "2 x taglio|2 x taglio",
        "do u do nails w/ Ana, what r ur hours|do you do nails with Ana, what r your hours",
        "John W Ke, w.ke@cn.it, cn-x|John W Ke, w.ke@cn.it, cn-x",
      })
  void writeOutWhatIsTypedShort(String typed, String whole) {
    assertThat(Shorthand.writtenOut(typed)).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if i need to cancel later can i?",
        "what if I have to cancel?",
        "what is your cancellation policy",
        "until when can I cancel?",
        "se poi devo disdire?",
        "se dovessi annullare si paga?",
        "fino a quando posso disdire?"
      })
  void hearAQuestionInACancellationThatMayBe(String text) {
    assertThat(Intent.in(Said.of(text)))
        .containsKey(Intent.UNKNOWN_FACT)
        .doesNotContainKey(Intent.CANCEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if possible I'd like to cancel",
        "can I cancel?",
        "se possibile vorrei disdire",
        "posso annullare?"
      })
  void hearACancellationInAPoliteOne(String text) {
    assertThat(Intent.in(Said.of(text))).containsKey(Intent.CANCEL);
  }

  @Test
  void keepTheLanguageOverABorrowedWord() {
    assertThat(Languages.after(Optional.of("it"), Said.of("ok perfect"))).contains("it");
    assertThat(
            Languages.after(
                Optional.of("it"), Said.of("sorry, can you please speak English to me?")))
        .contains("en");
  }
}

package frontdesk.agent.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.builtin.Answer.Handoff;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInAssistantTests {

  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Books.ROME);

  private final BuiltInAssistant assistant = new BuiltInAssistant();
  private final Books books = new Books(NOW, "en");
  private ServiceFacts haircut;
  private DialogueState state = DialogueState.fresh();
  private Situation situation =
      new Situation(NOW, Locale.ENGLISH, Optional.empty(), Optional.empty(), true);

  @BeforeEach
  void offer() {
    haircut = books.service("Haircut", 30, 2500, "Elena", "Marco");
    books.service("Colour", 90, 7000, "Elena");
  }

  private Answer say(String... messages) {
    books.customerSpoke();
    var answer = assistant.answer(state, List.of(messages), situation, books);
    state = answer.state();
    return answer;
  }

  @Test
  void readsSeveralMessagesAsOne() {
    var answer = say("hi", "a haircut", "tomorrow at 10", "Ann Lee", "333 5551234");

    assertThat(answer.text())
        .contains("Haircut on Sunday 22 November at 10:00")
        .endsWith("Shall I book it?");
    assertThat(answer.choices()).extracting(Answer.Choice::id).containsExactly("yes", "no");
    assertThat(books.mine()).isEmpty();
  }

  @Test
  void booksOnlyAfterALaterYes() {
    say("yes please book me a haircut tomorrow at 10, Ann Lee, 333 5551234, yes confirm it");
    assertThat(books.mine()).isEmpty();

    var answer = say("yes");

    assertThat(books.mine()).hasSize(1);
    assertThat(answer.text()).startsWith("You're booked: Haircut on Sunday 22 November at 10:00");
  }

  @Test
  void doesNotAskForAPhoneThatTheChannelGave() {
    situation =
        new Situation(
            NOW, Locale.ENGLISH, Optional.of("Ann Lee"), Optional.of("+393335551234"), true);

    assertThat(say("a haircut tomorrow at 10 please").text()).endsWith("Shall I book it?");
  }

  @Test
  void asksAgainWhenTheHoldHasRunOut() {
    say("a haircut tomorrow at 10, Ann Lee, 333 5551234");
    state.proposal().ifPresent(open -> books.withdraw(open.id()));

    var answer = say("yes");

    assertThat(books.mine()).isEmpty();
    assertThat(answer.text()).doesNotContain("booked:");
  }

  @Test
  void saysWhyAClosedDayCannotBe() {
    books.closed(DayOfWeek.SUNDAY);

    var answer = say("haircut tomorrow at 10");

    assertThat(answer.text()).contains("closed on Sunday 22 November");
    assertThat(answer.state().offers()).isNotEmpty();
  }

  @Test
  void tellsTheAddressItKnows() {
    books.address = Optional.of("12 Harbour Road");

    assertThat(say("where are you?").text()).contains("12 Harbour Road");
  }

  @Test
  void tellsThatItIsAlwaysOpen() {
    books.aroundTheClock(DayOfWeek.values());

    assertThat(say("When are you open?").text())
        .contains("We're open every day, around the clock.");
    assertThat(say("Quando siete aperti?").text())
        .contains("Siamo aperti tutti i giorni, 24 ore su 24.");
  }

  @Test
  void tellsOfTheDaysThatHaveNoEnd() {
    books.aroundTheClock(DayOfWeek.FRIDAY);

    assertThat(say("what are your hours on friday?").text())
        .contains("On Friday 27 November we're open around the clock.");
    assertThat(say("when are you open?").text())
        .contains("Thursday from 9:00 to 18:00, Friday around the clock and Saturday");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "how much is a colour? and ur hours on sunday",
        "what hours are you open sundays and how much is a colour",
        "quanto costa colour? e la domenica che orari fate"
      })
  void answersPriceAndHoursTogetherAndOffersNoTimes(String asked) {
    var answer = say(asked);

    assertThat(answer.text()).contains("70").contains("9:00").contains("18:00");
    assertThat(answer.state().offers()).isEmpty();
    assertThat(answer.state().goal()).isEqualTo(DialogueState.Goal.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actually no, cancel the haircut, I'll just keep the colour at 11",
        "drop the haircut please",
        "keep only the colour",
        "keep the 11am, cancel the 9am",
        "please cancel the 9am but keep the 11",
        "tengo quello delle 11, disdico quello delle 9",
        "annullate le 9 e lasciate le 11",
        "I can't make it to the haircut but leave the colour at 11 please",
        "anzi no l'haircut annullatelo, tengo solo il colour delle 11"
      })
  void cancelsTheOneThatIsNamedAndKeepsTheOther(String order) {
    bookTwo();

    var answer = say(order);

    assertThat(answer.text()).contains("Haircut").doesNotContain("Colour");
    say("yes");
    assertThat(books.mine()).singleElement().matches(own -> own.serviceName().equals("Colour"));
  }

  @Test
  void dropsTheSecondBeforeItIsBookedAndKeepsTheFirst() {
    say("a colour on monday at 11, Ann Lee, 333 5551234");
    say("yes");
    say("and a haircut on monday at 9 too");

    say("actually no, cancel the haircut, I'll just keep the colour at 11");

    assertThat(books.mine()).singleElement().matches(own -> own.serviceName().equals("Colour"));
    assertThat(state.proposal()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"half 10, 9:30", "half ten please, 9:30", "half 3, 14:30"})
  void halfAnHourIsHalfOfThatHour(String time, String said) {
    say("a haircut on monday");

    assertThat(say(time).text()).contains(" at " + said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"half 10", "half ten please", "yes, half ten on monday"})
  void halfAnHourIsPastIt_whereOnlyThatIsPossible(String time) {
    for (int half = 0; half < 18; half++) {
      if (half != 3 && half != 12) {
        var start = ZonedDateTime.of(2026, 11, 23, 9 + half / 2, half % 2 * 30, 0, 0, Books.ROME);
        books.taken(haircut, "Elena", start);
        books.taken(haircut, "Marco", start);
      }
    }
    assertThat(say("a haircut on monday").text()).contains("10:30");

    assertThat(say(time).text()).contains(" at 10:30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what about half past instead?",
        "how about 10:30?",
        "half past",
        "could we do half past ten",
        "facciamo e mezza?"
      })
  void takesTheHourThatWasSpokenOf(String other) {
    say("a haircut on monday at 10, Ann Lee, 333 5551234");

    assertThat(say(other).text()).contains("10:30");
    say("yes");
    assertThat(books.mine())
        .singleElement()
        .matches(own -> own.start().atZone(Books.ROME).getMinute() == 30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a colour on monday, I must be out by 1",
        "a colour on monday morning, I need to leave at 1pm",
        "vorrei un colour lunedì, alle 13 devo essere fuori",
        "vorrei un colour lunedì ma devo andare via entro l'una",
        "un colour lunedì, deve aver finito entro le 13",
        "un colour lunedì, basta che per le 13 abbiamo finito",
        "a colour on monday, as long as she's done by 1pm"
      })
  void offersWhatIsOverWhenTheCustomerMustGo(String wish) {
    assertThat(say(wish).state().offers())
        .isNotEmpty()
        .allSatisfy(
            offer ->
                assertThat(offer.start().atZone(Books.ROME).toLocalTime())
                    .isBeforeOrEqualTo(LocalTime.of(11, 30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "haircut at 10 and colour at 15 tomorrow|22T10:00|22T15:00",
        "tomorrow at 10 a haircut and at 3pm a colour please|22T10:00|22T15:00",
        "haircut at 10 tomorrow and a colour on monday at 3pm|22T10:00|23T15:00",
        "haircut alle 10 e colour alle 15 domani|22T10:00|22T15:00",
        "a haircut and a colour tomorrow at 10|22T10:00|22T10:30",
      })
  void givesEachServiceItsOwnTime(String wish, String first, String second) {
    say(wish + ", Ann Lee, 333 5551234");
    say("yes");
    say("yes");

    assertThat(books.mine())
        .extracting(own -> own.start().atZone(Books.ROME).toLocalDateTime().toString())
        .containsExactly("2026-11-" + first, "2026-11-" + second);
  }

  private void bookTwo() {
    say("a colour on monday at 11, Ann Lee, 333 5551234");
    say("yes");
    say("and a haircut on monday at 9 too");
    say("yes");
    assertThat(books.mine()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"haircut domani alle 11 cn marco", "a haircut tomorrow at 11 w/ marco"})
  void takesWhoeverFollowsAWithForTheProvider(String wish) {
    var answer = say(wish);

    assertThat(answer.state().person().name()).isEmpty();
    assertThat(answer.state().wish().providers()).containsExactly(books.provider("Marco").id());
  }

  @Test
  void handsOverTheVeryWords() {
    var answer = say("cn un operatore x favore, i'd like to talk to a real person");

    assertThat(answer.handoff().orElseThrow().summary())
        .contains("“cn un operatore x favore, i'd like to talk to a real person”");
  }

  @Test
  void admitsThenAsksThenFetchesAPerson() {
    assertThat(say("qwe asd zxc").handoff()).isEmpty();
    assertThat(say("lkj poi mnb").text()).contains("colleague");

    assertThat(say("ghj tyu bnm").handoff().map(Handoff::why)).contains(Handoff.Why.NOT_UNDERSTOOD);
  }

  @Test
  void withstandsALongMessage() {
    say("x ".repeat(2));
    var begin = System.nanoTime();

    var answer = say("a haircut tomorrow at ten or so please ".repeat(260));

    assertThat(answer.text()).isNotBlank();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void withstandsOddLetters() {
    for (var text :
        List.of("\uD83D", "😅", "????", "   ", "<script>alert(1)</script>", "0", ".", "\u0000x")) {
      assertThat(say(text).text()).isNotBlank();
    }
  }

  @Test
  void startsAfreshFromAnOlderFormat() {
    say("a haircut tomorrow at 10");
    var older = state;
    state =
        new DialogueState(
            0,
            older.language(),
            false,
            older.goal(),
            older.wish(),
            older.person(),
            older.offers(),
            older.question(),
            older.proposal(),
            older.target(),
            older.errands(),
            older.finished(),
            older.lastReply(),
            0);

    assertThat(say("hello").state().goal()).isEqualTo(DialogueState.Goal.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keeping the haircut, add a colour on monday at 11 please",
        "tenendo il haircut mi aggiungi anche un colour lunedì alle 11?",
        "lasciando il haircut dov'è, vorrei anche un colour lunedì alle 11"
      })
  void addsToWhatStays(String wish) {
    say("a haircut monday at 10, Ann Lee, 333 5551234");
    say("yes");
    say(wish);
    say("yes");

    assertThat(books.mine())
        .extracting(own -> own.start().atZone(Books.ROME).toLocalTime())
        .containsExactlyInAnyOrder(LocalTime.of(10, 0), LocalTime.of(11, 0));
  }

  @Test
  void showsMore_whereItIsAskedWhetherThereAreAny() {
    say("a haircut on monday or tuesday");
    var before = state.offers();

    assertThat(say("do you have any time on tuesday?").state().wish().start()).isEmpty();
    assertThat(before).isNotEmpty();
    assertThat(state.offers()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any time from two o'clock is fine, whatever you have",
        "from 2 on, whichever",
        "dalle 14 in poi va bene qualsiasi orario"
      })
  void takesTheFirstThatFits_whereAnyWillDo(String wish) {
    say("a haircut monday afternoon");

    assertThat(say(wish).state().wish().start())
        .hasValueSatisfying(
            start ->
                assertThat(start.atZone(Books.ROME).toLocalTime())
                    .isBetween(LocalTime.of(14, 0), LocalTime.of(17, 30)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no aspetti domani mi sono ricordata che non posso facciamo lunedì alla stessa ora",
        "oh tomorrow I just remembered I can't, monday same time please",
        "domani mi sa che non riesco, lunedì stessa ora"
      })
  void leavesTheDayThatIsRememberedNotToSuit(String wish) {
    say("a haircut tomorrow at 12, Ann Lee, 333 5551234");

    assertThat(say(wish).text()).containsPattern("(Monday|lunedì) 23 [Nn]ovemb.*12:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "che orari avete lunedì pomeriggio per un colour?",
        "what times have you got on monday afternoon for a colour?"
      })
  void offersTimes_whereTheTimesForAServiceAreAskedFor(String question) {
    assertThat(say(question).state().offers())
        .isNotEmpty()
        .allSatisfy(
            offer ->
                assertThat(offer.start().atZone(Books.ROME).toLocalTime())
                    .isAfterOrEqualTo(LocalTime.NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a haircut on 28 March at 2:30am", "un haircut il 28 marzo alle 2:30 di notte"})
  void saysOfAnHourThatTheClocksSkipThatItIsTheHour(String wish) {
    var spring = ZonedDateTime.of(2027, 3, 20, 9, 0, 0, 0, Books.ROME);
    var open = new Books(spring, "en");
    open.service("Haircut", 30, 2500, "Elena");

    var answer =
        new BuiltInAssistant()
            .answer(
                DialogueState.fresh(),
                List.of(wish),
                new Situation(spring, Locale.ENGLISH, Optional.empty(), Optional.empty(), true),
                open);

    assertThat(answer.text())
        .containsPattern("That time doesn't exist on that day|Quell'ora, quel giorno, non esiste")
        .containsPattern("(?i)28 mar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vorrei prenotare Visita di controllo",
        "Vorrei prenotare \"Visita di controllo\"",
        "vorrei prenotare una visita di controllo"
      })
  void knowsAServiceByItsWholeName_whereAnotherBeginsAlike(String wish) {
    var check = books.service("Visita di controllo", 30, 5000, "Elena");
    books.service("Visita urgente", 30, 7000, "Elena");

    assertThat(say(wish).state().wish().service()).contains(check.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a colour tomorrow at 10, I've never been to you before",
        "a colour tomorrow at 10 please, it's my first time with you",
        "a colour tomorrow at 10, this is my first visit",
        "un colour domani alle 10, è la prima volta che vengo da voi",
        "vorrei un colour domani alle 10, sarebbe la mia prima visita"
      })
  void hearsNoOrderInBeingNew(String wish) {
    books.service("Prima visita", 45, 5000, "Elena");
    say(wish + ", Ann Lee, 333 5551234");
    var booked = say("yes");

    assertThat(booked.text()).doesNotContain("Prima visita");
    assertThat(booked.state().proposal()).isEmpty();
    assertThat(books.mine()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "un haircut e la piega domani alle 10",
        "vorrei l'haircut e anche la piega domani alle 10",
        "domani alle 10 l'haircut e la prima visita"
      })
  void hearsBothWhereTheSecondIsJoinedWithAnArticle(String wish) {
    books.service("Piega", 30, 2000, "Elena");
    books.service("Prima visita", 45, 5000, "Elena");
    say(wish + ", Ann Lee, 333 5551234");

    assertThat(say("sì").state().proposal()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no, right after the haircut", "no sorry, I got it wrong, on monday at 11 please"})
  void goesOnWithTheSecondWhereItIsOnlyChanged(String change) {
    say("a haircut and a colour tomorrow at 10, Ann Lee, 333 5551234");
    say("yes");

    assertThat(say(change).text()).doesNotContain("stays as it is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes, a colleague please",
        "sì, un collega",
        "can I ask for one?",
        "chiedo di un collega",
        "vorrei un collega",
        "un collega, grazie"
      })
  void fetchesAColleagueInsteadOfBooking(String wish) {
    say("a haircut tomorrow at 10, Ann Lee, 333 5551234");
    say("is there parking?");

    assertThat(say(wish).handoff()).isPresent();
    assertThat(books.mine()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no just the haircut thx", "no!!! i already have it", "no, solo l'haircut grazie"})
  void leavesItAtWhatIsBooked(String refusal) {
    say("a haircut and a colour tomorrow at 10, Ann Lee, 333 5551234");
    say("yes");
    var answer = say(refusal);

    assertThat(answer.state().proposal()).isEmpty();
    assertThat(answer.text())
        .containsPattern("stays as it is|resta tutto")
        .doesNotContain("nothing has been booked");
    assertThat(books.mine()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is there parking?", "c'è un parcheggio?"})
  void tellsTheWayToAnAnswerInTheMiddleOfABooking(String question) {
    say("a haircut tomorrow at 10");

    assertThat(say(question).text()).containsPattern("ask for one|di un collega");
    assertThat(say("a colleague please").handoff()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tengo la prenotazione delle 10 e annulla quella delle 11",
        "keep the 10am booking and cancel the one at 11"
      })
  void cancelsTheOtherOfTwoBookings(String order) {
    say("a haircut monday at 10, Ann Lee, 333 5551234");
    say("yes");
    say("and another haircut on monday at 11");
    say("yes");
    say(order);
    say("yes");

    assertThat(books.mine())
        .singleElement()
        .satisfies(
            own ->
                assertThat(own.start().atZone(Books.ROME).toLocalTime())
                    .isEqualTo(LocalTime.of(10, 0)));
  }

  @Test
  void keepsAppointmentsThatAreNotNamed() {
    say("a haircut tomorrow at 10, Ann Lee, 333 5551234");
    say("yes");
    say("and another haircut on monday at 11");
    say("yes");

    var answer = say("cancel the one on monday please");

    assertThat(answer.text())
        .contains("Monday 23 November at 11:00")
        .endsWith("Shall I cancel it?");
    say("yes");
    assertThat(books.mine()).hasSize(1);
  }
}

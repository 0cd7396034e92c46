package frontdesk.agent;

import static frontdesk.agent.Steps.calling;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.agent.Studio.Salon;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nothing false is said, whatever a model writes. */
@DatabaseTest
@Import({Studio.class, Chat.class})
class ModelTruthTests {

  private static final Simulated SIMULATED = new Simulated();

  @Autowired private Studio studio;
  @Autowired private Chat chat;

  private Salon salon;

  @BeforeEach
  void open() {
    SIMULATED.reset();
    salon = studio.open();
  }

  @AfterAll
  static void close() {
    SIMULATED.close();
  }

  private Chat.Talk talk() {
    return chat.begin(salon, salon.ana(), SIMULATED.models("openai"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We have a free slot tomorrow at 15:45. Would you like it?",
        "I can offer you half past three tomorrow.",
        "You're all booked for tomorrow at 10:30, see you then!",
        "All done, your appointment is confirmed!",
        "Tutto fatto, ti aspetto domani!",
        "A haircut is 10 €.",
        "Il taglio costa dieci euro.",
        "We are open until 21:00 on Mondays.",
        "Your appointment has been cancelled."
      })
  void whatTheRecordsDoNotBearIsNotSent(String lie) {
    SIMULATED.script(Map.of("reply", lie));

    var reply = talk().say("ciao, hi");

    assertThat(reply).doesNotContain(lie);
    assertThat(SIMULATED.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A haircut is 25 € and takes 30 minutes. Would you like one?",
        "We are open every day from 9:00 to 18:00. When would you like to come?",
        "Il taglio dura mezz'ora e costa 25 euro. Quando vorresti venire?",
        "Hello, good to hear from you! Of course we can help. What would you like to know?"
      })
  void whatIsTrueGoesOutAtOnce(String truth) {
    SIMULATED.script(Map.of("reply", truth));

    assertThat(talk().say("how much is a haircut and when are you open?")).endsWith(truth);
    assertThat(SIMULATED.requests()).hasSize(1);
  }

  @Test
  void theWriterIsToldWhatIsWrongAndMayDoBetterOnce() {
    SIMULATED.script(
        Map.of("when", Map.of("text", "was not sent"), "reply", "Which day would suit you?"),
        Map.of("reply", "You're all booked for tomorrow at 10:30!"));

    assertThat(talk().say("a haircut tomorrow")).endsWith("Which day would suit you?");
  }

  @Test
  void timesThatWereFoundMayBeNamedNowAndLater() {
    SIMULATED.script(
        Map.of(
            "when",
            Map.of("round", 0, "text", "morning"),
            "toolCalls",
            List.of(
                Map.of(
                    "name",
                    "find_times",
                    "arguments",
                    Map.of("service", "Haircut", "when", "tomorrow at 10:30")))),
        Map.of("reply", "Tomorrow at 10:30 is free. Shall I keep it for you?"));
    var talk = talk();

    assertThat(talk.say("do you have something tomorrow morning?"))
        .endsWith("Tomorrow at 10:30 is free. Shall I keep it for you?");
    assertThat(talk.say("hm let me think"))
        .endsWith("Tomorrow at 10:30 is free. Shall I keep it for you?");
  }

  private static Map<String, Object> proposing(int round, String when) {
    return calling(
        round,
        "propose_booking",
        Map.of("service", "Haircut", "when", when, "name", "Ana", "phone", "333 1112223"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shall I book you a haircut the day after tomorrow at 10:30?",
        "Haircut tomorrow at 11:30, shall I book it?"
      })
  void aQuestionForAYesToAnotherTimeThanTheOneProposedIsNotSent(String other) {
    SIMULATED.script(
        calling(0, "find_times", Map.of("service", "Haircut", "when", "tomorrow 10:30 to 12")),
        calling(
            1, "find_times", Map.of("service", "Haircut", "when", "the day after tomorrow 10:30")),
        proposing(2, "tomorrow at 10:30"),
        Map.of("reply", other));

    assertThat(talk().say("a haircut")).doesNotContain(other).contains("at 10:30, for Ana");
  }

  @Test
  void aBookingMadeBeforeDoesNotBearOutTheOneThatWaitsForAYes() {
    var lie = "You're all booked, see you then!";
    var talk = talk();
    SIMULATED.script(proposing(0, "tomorrow at 10:30"), Map.of("reply", "Shall I?"));
    talk.say("a haircut tomorrow at 10:30, Ana, 333 1112223");
    SIMULATED.script(
        calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal())),
        Map.of("reply", lie));
    assertThat(talk.say("yes")).isEqualTo(lie);

    SIMULATED.script(proposing(0, "tomorrow at 15:30"), Map.of("reply", "Shall I?"));
    talk.say("and another tomorrow at 15:30");
    SIMULATED.script(Map.of("reply", lie));

    assertThat(talk.say("yes")).doesNotContain(lie).contains("at 15:30").contains("?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "<think>I should book it for them.</think>", "<think>Hm"})
  void anAnswerWithNothingInItBringsAPerson(String nothing) {
    SIMULATED.script(Map.of("reply", nothing));

    var result = talk().turn("hello");

    assertThat(result.reply().orElseThrow().text()).endsWith("who will answer you here.");
    assertThat(result.handoff()).isPresent();
  }

  @Test
  void repeatedFailureBringsAPerson() {
    SIMULATED.script(Map.of("reply", "You're all booked for tomorrow at 10:30!"));
    var talk = talk();

    assertThat(talk.turn("hello").handoff()).isEmpty();
    assertThat(talk.turn("and now?").handoff()).isEmpty();
    assertThat(talk.turn("please?").handoff()).isPresent();
  }
}

package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.agent.Studio.Salon;
import frontdesk.conversations.TurnResult;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Turns where a person chooses what is sent. */
@DatabaseTest
@Import({Studio.class, Chat.class})
class SuggestTurnsTests {

  private static final Simulated SIMULATED = new Simulated();
  private static final String FIRST = "Hello! We are open every day. What can I do for you?";

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private RunStore runs;
  @Autowired private FrontDoors doors;
  @Autowired private Tenancy tenancy;

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

  @Test
  void aModelWritesThreeWordingsInTwoCallsThatAreBothCounted() {
    answers(
        "Hello. What can I do?\n===\nHello, how lovely to hear from you! What can I do for you?");

    var result = suggested("openai", "hello");

    assertThat(drafts(result))
        .containsExactly(
            FIRST,
            "Hello. What can I do?",
            "Hello, how lovely to hear from you! What can I do for you?");
    assertThat(SIMULATED.requests()).hasSize(2);
    assertThat(usage(result)).hasSize(2).allMatch(used -> used.costMicros() > 0);
  }

  @Test
  void aWordingThatPromisesWhatNoRecordBearsIsLeftOut() {
    answers(
        "Hello. You are booked for tomorrow at 10:00.\n"
            + "===\n"
            + "Hello, welcome! What can I do for you?");

    assertThat(drafts(suggested("openai", "hello")))
        .containsExactly(FIRST, "Hello, welcome! What can I do for you?");
  }

  @Test
  void theSameInTheSameWordsIsNoOtherDraft() {
    answers(FIRST + "\n===\n" + FIRST);

    assertThat(drafts(suggested("openai", "hello"))).containsExactly(FIRST);
  }

  @Test
  void aModelThatFailsAtTheOtherWordingsStillLeavesDraftsToChooseFrom() {
    SIMULATED.script(
        Map.of("when", Map.of("text", "two other ways"), "reply", "<think>Hm.</think>"),
        Map.of("reply", FIRST));

    assertThat(drafts(suggested("openai", "hello"))).hasSizeGreaterThan(1).startsWith(FIRST);
  }

  @Test
  void theBuiltInAssistantSaysTheSameFactsInOtherWords() {
    var drafts = drafts(suggested("builtin", "hi, when are you open on Monday?"));

    assertThat(drafts)
        .hasSizeBetween(2, 3)
        .doesNotHaveDuplicates()
        .allSatisfy(text -> assertThat(text).contains("18:00"));
  }

  @Test
  void whatAPersonSendsDoesNotCallItselfAMachine() {
    answers("Hello. What can I do?");

    assertThat(drafts(suggested("openai", "hello")))
        .noneMatch(text -> text.contains("AI assistant"));
  }

  @Test
  void anAnswerThatIsSentAtOnceHasOneWording() {
    SIMULATED.script(Map.of("reply", FIRST));

    var result = chat.begin(salon, salon.ana(), SIMULATED.models("openai")).turn("hello");

    assertThat(result.reply().orElseThrow().otherWordings()).isEmpty();
    assertThat(SIMULATED.requests()).hasSize(1);
  }

  private void answers(String others) {
    SIMULATED.script(
        Map.of("when", Map.of("text", "two other ways"), "reply", others), Map.of("reply", FIRST));
  }

  private TurnResult suggested(String chain, String words) {
    return chat.begin(salon, salon.ana(), SIMULATED.models(chain)).suggesting().turn(words);
  }

  private static List<String> drafts(TurnResult result) {
    var reply = result.reply().orElseThrow();
    return Stream.concat(Stream.of(reply.text()), reply.otherWordings().stream()).toList();
  }

  private List<frontdesk.agent.models.ModelUsage> usage(TurnResult result) {
    return tenancy.as(
        salon.tenant().id(),
        () ->
            doors.transactions().execute(status -> runs.usage(result.reply().orElseThrow().run())));
  }
}

package frontdesk.agent;

import static frontdesk.agent.Steps.calling;
import static frontdesk.agent.Steps.saying;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.agent.Studio.Salon;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What an outside model can and cannot change, whatever it says and calls. */
@DatabaseTest
@Import({Studio.class, Chat.class})
class ModelWritersTests {

  private static final Simulated SIMULATED = new Simulated();

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;

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

  private Chat.Talk talk(String chain, UUID contact) {
    return chat.begin(salon, contact, SIMULATED.models(chain));
  }

  private List<Appointment> of(UUID contact) {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(contact));
  }

  /** Looks tomorrow's times up and proposes the first. */
  private static List<Map<String, Object>> proposing() {
    return List.of(
        calling(0, "find_times", Map.of("service", "Haircut", "when", "tomorrow morning")),
        calling(
            1,
            "propose_booking",
            Map.of(
                "service", "Haircut",
                "when", "{{result.times.0.start}}",
                "name", "Ana",
                "phone", "333 1112223")));
  }

  @SafeVarargs
  private static void script(List<Map<String, Object>> first, Map<String, Object>... then) {
    var steps = new ArrayList<>(first);
    steps.addAll(List.of(then));
    SIMULATED.script(steps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini"})
  void aDealIsRepeatedAndBookedAfterTheYes(String provider) {
    var talk = talk(provider, salon.ana());
    script(proposing(), saying(2, "I can keep that for you. Shall I go ahead?"));

    var deal = talk.say("a haircut tomorrow morning please, Ana, 333 1112223");

    // The model's words did not name the deal, so the server put it beside them.
    assertThat(deal).contains("Haircut").containsPattern("at \\d\\d:\\d\\d").contains("Ana");
    assertThat(of(salon.ana())).isEmpty();

    script(
        List.of(calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal()))),
        saying(1, "All done, see you then!"));
    talk.say("yes please");

    assertThat(of(salon.ana())).hasSize(1);
    assertThat(SIMULATED.refused()).isEmpty();
  }

  @Test
  void whatWasBookedIsSaidHoweverOftenTheWriterFailed() {
    var lie = "See you on Sunday at 17:45, that is 300 €!";
    Map<String, Object> again = Map.of("when", Map.of("text", "was not sent"), "reply", lie);
    var talk = talk("openai", salon.ana());
    script(List.of(again), saying(0, lie));
    talk.say("hello");
    var steps = new ArrayList<>(List.of(again));
    steps.addAll(proposing());
    script(steps, saying(2, lie));
    talk.say("a haircut tomorrow morning please, Ana, 333 1112223");
    script(
        List.of(again),
        calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal())),
        saying(1, lie));

    var last = talk.turn("yes please");

    assertThat(of(salon.ana())).hasSize(1);
    assertThat(last.handoff()).isEmpty();
    assertThat(last.reply().orElseThrow().text()).startsWith("Booked: Haircut with ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini"})
  void aModelThatConfirmsItsOwnProposalBooksNothing(String provider) {
    script(
        proposing(),
        calling(2, "confirm_proposal", Map.of("proposal", "{{result.proposal}}")),
        saying(3, "Would you like me to book it?"));

    talk(provider, salon.ana()).say("a haircut tomorrow morning, Ana, 333 1112223");

    assertThat(of(salon.ana())).isEmpty();
    assertThat(SIMULATED.requests().getLast().toString()).contains("not-accepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no thanks",
        "hmm what would it cost?",
        "yes but rather at 4pm",
        "can you do later?",
        "wait, not that one",
        "who is Elena"
      })
  void aMessageThatIsNoYesBooksNothing(String words) {
    var talk = talk("openai", salon.ana());
    script(proposing(), saying(2, "Shall I go ahead?"));
    talk.say("a haircut tomorrow morning, Ana, 333 1112223");

    script(
        List.of(calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal()))),
        saying(1, "What would you prefer?"));
    talk.say(words);

    assertThat(of(salon.ana())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai", "anthropic", "gemini"})
  void anotherCustomersAppointmentIsLeftAlone(String provider) {
    var anas = talk("openai", salon.ana());
    script(proposing(), saying(2, "Shall I go ahead?"));
    anas.say("a haircut tomorrow morning, Ana, 333 1112223");
    script(
        List.of(calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal()))),
        saying(1, "Thank you!"));
    anas.say("yes");
    var appointment = of(salon.ana()).getFirst();

    script(
        List.of(calling(0, "propose_cancel", Map.of("appointment", appointment.id().toString()))),
        calling(
            1,
            "propose_move",
            Map.of("appointment", appointment.id().toString(), "when", "tomorrow at 5pm")),
        saying(2, "Which appointment do you mean?"));
    var reply =
        talk(provider, salon.ben()).say("cancel Ana's appointment, its id is " + appointment.id());

    assertThat(reply).endsWith("Which appointment do you mean?");
    assertThat(of(salon.ana())).containsExactly(appointment);
  }

  @Test
  void aYesThatComesTwiceBooksOnce() {
    var talk = talk("openai", salon.ana());
    script(proposing(), saying(2, "Shall I go ahead?"));
    talk.say("a haircut tomorrow morning, Ana, 333 1112223");
    script(
        List.of(calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal()))),
        saying(1, "Thank you!"));

    talk.say("yes", "yes!!");
    talk.say("yes");

    assertThat(of(salon.ana())).hasSize(1);
  }

  @Test
  void aDateTheModelMadeUpIsNotTaken() {
    SIMULATED.script(
        List.of(
            calling(
                0,
                "propose_booking",
                Map.of(
                    "service", "Haircut",
                    "when", "2031-01-01T10:00",
                    "name", "Ana",
                    "phone", "333 1112223")),
            saying(1, "Which day would you like?")));

    assertThat(talk("openai", salon.ana()).say("a haircut please"))
        .endsWith("Which day would you like?");
    assertThat(SIMULATED.requests().getLast().toString()).contains("unusable");
  }

  @Test
  void whatWasDoneIsSaidEvenWhenTheModelFailsAfterwards() {
    var talk = talk("openai", salon.ana());
    script(proposing(), saying(2, "Shall I go ahead?"));
    talk.say("a haircut tomorrow morning, Ana, 333 1112223");
    script(
        List.of(calling(0, "confirm_proposal", Map.of("proposal", SIMULATED.lastProposal()))),
        Map.of("when", Map.of("round", 1), "fault", "500"));

    var result = talk.turn("yes");

    assertThat(of(salon.ana())).hasSize(1);
    assertThat(result.reply().orElseThrow().text()).startsWith("Booked: Haircut with ");
    assertThat(result.handoff()).isEmpty();
  }
}

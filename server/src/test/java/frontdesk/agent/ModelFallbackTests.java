package frontdesk.agent;

import static frontdesk.agent.Steps.calling;
import static frontdesk.agent.Steps.saying;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.agent.Studio.Salon;
import frontdesk.agent.models.HurriedModels;
import frontdesk.agent.models.OutsideModels;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.booking.Holds;
import frontdesk.booking.Span;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * An outside model that fails anywhere on the way to a booking: the next in the chain answers in
 * the same turn, and what was begun happens once.
 */
@DatabaseTest
@Import({Studio.class, Chat.class})
class ModelFallbackTests {

  private static final Simulated SIMULATED = new Simulated();
  private static final Duration HURRY = Duration.ofMillis(600);
  private static final String WISH =
      "A haircut with Elena tomorrow at 10:30 please. Ana Bell, 333 1112223";

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;
  @Autowired private Holds holds;

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

  static Stream<Arguments> failures() {
    return Stream.of("500", "429", "stall", "cut", "stream-error")
        .flatMap(
            fault ->
                Stream.of(
                    Arguments.of(fault, "builtin", 0),
                    Arguments.of(fault, "builtin", 1),
                    Arguments.of(fault, "builtin", 2),
                    Arguments.of(fault, "anthropic", 1)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theDealIsPutAndBookedOnceWhereverTheModelFails(String fault, String next, int round) {
    var steps = new ArrayList<Map<String, Object>>();
    steps.add(failing(round, fault));
    steps.addAll(honest());
    SIMULATED.script(steps);
    var talk = chat.begin(salon, salon.ana(), hurried("openai," + next, Map.of()), true);

    var deal = talk.say(WISH);

    assertThat(deal).contains("10:30").contains("Elena").contains("?");
    assertThat(booked()).isEmpty();
    assertThat(held()).isEqualTo(1);

    SIMULATED.script(
        failing(0, fault),
        calling(0, "confirm_proposal", Map.of("proposal", waiting())),
        saying(1, "You're booked!"));

    assertThat(talk.say("yes please")).doesNotContain("?");
    assertThat(booked())
        .singleElement()
        .satisfies(one -> assertThat(one.start()).isEqualTo(Studio.tomorrowAt(10, 30)));
    assertThat(held()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "429", "stall", "cut", "stream-error"})
  void aFailureAfterTheBookingIsAnsweredWithTheBooking(String fault) {
    SIMULATED.script(honest());
    var talk = chat.begin(salon, salon.ana(), hurried("openai,builtin", Map.of()), true);
    talk.say(WISH);
    SIMULATED.script(
        failing(1, fault), calling(0, "confirm_proposal", Map.of("proposal", waiting())));

    assertThat(talk.say("yes please")).startsWith("Booked: Haircut with Elena");
    assertThat(booked()).hasSize(1);
    assertThat(held()).isZero();
  }

  @Test
  void aModelThatCannotBeReachedIsPassedOver() {
    var talk =
        chat.begin(
            salon,
            salon.ana(),
            hurried("openai,builtin", Map.of("FRONTDESK_OPENAI_BASE_URL", "http://127.0.0.1:1/v1")),
            true);

    assertThat(talk.say(WISH)).contains("10:30");
    talk.say("yes please");

    assertThat(booked()).hasSize(1);
  }

  private OutsideModels hurried(String chain, Map<String, String> other) {
    var settings = new HashMap<>(SIMULATED.settings(chain));
    settings.putAll(other);
    return HurriedModels.of(new Settings(settings::get), HURRY);
  }

  private static Map<String, Object> failing(int round, String fault) {
    return Map.of(
        "when",
        Map.of("round", round, "provider", "openai"),
        "fault",
        fault,
        "reply",
        "A long answer of which only half will arrive");
  }

  private static List<Map<String, Object>> honest() {
    return List.of(
        calling(0, "find_times", Map.of("service", "Haircut", "when", "tomorrow at 10:30")),
        calling(
            1,
            "propose_booking",
            Map.of(
                "service", "Haircut",
                "provider", "Elena",
                "when", "{{result.times.0.start}}",
                "name", "Ana Bell",
                "phone", "333 1112223")),
        saying(2, "I can keep that for you. Shall I go ahead?"));
  }

  /** The proposal that waits for a yes, as the next system prompt will name it. */
  private String waiting() {
    return tenancy.as(
        salon.tenant().id(),
        () ->
            chat.ask(
                "SELECT id::text FROM proposal WHERE tenant_id = :tenant AND state = 'open'",
                salon.tenant().id()));
  }

  private List<Appointment> booked() {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(salon.ana()));
  }

  private int held() {
    var week = new Span(Studio.tomorrowAt(0, 0), Studio.tomorrowAt(0, 0).plus(Duration.ofDays(7)));
    return tenancy.as(salon.tenant().id(), () -> holds.during(week).size());
  }
}

package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestClock;
import frontdesk.agent.Studio.Salon;
import frontdesk.agent.models.OutsideModels;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.booking.Guest;
import frontdesk.booking.Hours;
import frontdesk.booking.Schedule;
import frontdesk.booking.Source;
import frontdesk.booking.Stretch;
import frontdesk.booking.Wish;
import frontdesk.identity.Role;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The built-in assistant as the chain runs it: over real books, with the check behind it. */
@DatabaseTest
@Import({Studio.class, Chat.class})
class BuiltInTurnsTests {

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;
  @Autowired private Hours hours;
  @Autowired private TestApi api;
  @Autowired private TestClock clock;

  private Salon salon;
  private Chat.Talk talk;

  @AfterEach
  void now() {
    clock.reset();
  }

  @BeforeEach
  void open() {
    salon = studio.open();
    talk =
        chat.begin(
            salon,
            salon.ana(),
            new OutsideModels(new Settings(Map.of("FRONTDESK_MODEL_CHAIN", "builtin")::get)));
  }

  private List<Appointment> of(UUID contact) {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(contact));
  }

  @Test
  void booksMovesAndCancelsInEnglish() {
    var deal =
        talk.say(
            "Hi, I'd like a haircut with Elena tomorrow at 10:30 please. Ana Bell, 333 5558101");
    assertThat(deal).startsWith("I'm the AI assistant of ").contains("10:30").contains("Elena");
    assertThat(of(salon.ana())).isEmpty();

    var orderManager = api.member(salon.tenant(), Role.ORDER_MANAGER);
    var path = "/api/conversations/" + talk.conversation;
    assertThat(orderManager.get(path).status()).isEqualTo(404);

    talk.say("yes please, thank you");
    assertThat(orderManager.get(path).status()).isEqualTo(200);
    assertThat(of(salon.ana()))
        .singleElement()
        .satisfies(
            booked -> {
              assertThat(booked.start()).isEqualTo(Studio.tomorrowAt(10, 30));
              assertThat(booked.guest().phone()).contains("+393335558101");
            });

    talk.say("sorry, can I move it to 3pm?");
    talk.say("yes");
    assertThat(of(salon.ana()).getFirst().start()).isEqualTo(Studio.tomorrowAt(15, 0));

    talk.say("actually please cancel my appointment");
    talk.say("yes, cancel it");
    assertThat(of(salon.ana())).isEmpty();
  }

  @Test
  void booksInItalianAndSaysItIsAnAi() {
    var deal =
        talk.say("Ciao, vorrei un haircut domani alle 11 con Marco, sono Ana Bruni 333 5558102");
    assertThat(deal).startsWith("Sono l'assistente AI di ");

    talk.say("sì perfetto, grazie");
    assertThat(of(salon.ana())).hasSize(1);
    var ana = api.member(salon.tenant(), Role.OWNER).get("/api/contacts/" + salon.ana()).json();
    assertThat(ana.path("language").asString()).isEqualTo("it");
  }

  /** Businesses name their people as they like; a name is no claim. */
  @ParameterizedTest
  @ValueSource(strings = {"Chair 1795274510011", "April", "Mezzogiorno", "Info at 9:30"})
  void aProvidersNameIsNotTakenForAPhoneOrATime(String name) {
    var service = studio.service(salon, "Perm", name);

    var deal = talk.say("a perm tomorrow at 11 please. Ana Bell, 333 5558104");
    assertThat(deal).contains("Perm").contains("with " + name);
    assertThat(talk.say("yes please")).doesNotContain("passing this on");
    assertThat(of(salon.ana()))
        .singleElement()
        .satisfies(booked -> assertThat(booked.service()).isEqualTo(service));
  }

  @Test
  void saysItIsAnAiInTheBusinessesOwnWordsAndInTheFirstMessageOnly() {
    var owner = api.member(salon.tenant(), Role.OWNER);
    owner.put(
        "/api/business", Map.of("disclosure", Map.of("it", "Ti risponde Aura, la nostra AI.")));

    assertThat(talk.say("Ciao, quanto costa un haircut?"))
        .startsWith("Ti risponde Aura, la nostra AI.\n\n");
    assertThat(talk.say("e quanto dura?")).doesNotContain("Aura").doesNotContain("AI di");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "When are you open?|We're open every day, around the clock.",
        "Quando siete aperti?|Siamo aperti tutti i giorni, 24 ore su 24."
      })
  void tellsThatItIsAlwaysOpen(String asked, String answer) {
    var wholeDay = List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
    tenancy.as(
        salon.tenant().id(),
        () ->
            hours.replace(
                new Schedule(
                    Stream.of(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> wholeDay)),
                    Map.of())));

    assertThat(talk.say(asked)).contains(answer);
  }

  @Test
  void saysThatADayIsFull() {
    var perm = studio.service(salon, "Perm", "Dora");
    for (int half = 0; half < 18; half++) {
      taken(perm, Studio.tomorrowAt(9 + half / 2, half % 2 * 30));
    }

    assertThat(talk.say("I'd like a perm tomorrow, what times have you got?"))
        .contains("there's nothing free like that on");
  }

  @Test
  void saysInTheMiddleOfADayThatNothingIsLeftOfIt() {
    var perm = studio.service(salon, "Perm", "Dora");
    clock.set(Studio.tomorrowAt(15, 10));
    for (int half = 0; half < 18; half++) {
      var start = Studio.tomorrowAt(9 + half / 2, half % 2 * 30);
      if (start.isAfter(clock.instant())) {
        taken(perm, start);
      }
    }

    assertThat(talk.say("I'd like a perm today, what times have you got?"))
        .contains("there's nothing free like that on");
  }

  private void taken(UUID service, Instant start) {
    tenancy.as(
        salon.tenant().id(),
        () ->
            appointments.book(
                new Appointments.Order(
                    new Appointments.What.OfWish(new Wish(service, Set.of(), start)),
                    new Guest("Other", Optional.of("+393390000001"), Optional.empty()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Source.MEMBER,
                    Optional.empty())));
  }

  @Test
  void asksForAPersonWhenWanted() {
    var result = talk.turn("I want to speak to a human please");

    assertThat(result.handoff()).isPresent();
    assertThat(result.handoff().get().summary().lines()).hasSize(3);
  }
}

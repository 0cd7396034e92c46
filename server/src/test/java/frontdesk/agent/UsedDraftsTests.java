package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import frontdesk.DatabaseTest;
import frontdesk.agent.Studio.Salon;
import frontdesk.agent.models.OutsideModels;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.booking.Guest;
import frontdesk.booking.Source;
import frontdesk.booking.Wish;
import frontdesk.conversations.DraftUse;
import frontdesk.settings.Settings;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Where a person sends, the books change with the person's word and not before. */
@DatabaseTest
@Import({Studio.class, Chat.class})
class UsedDraftsTests {

  private static final String WISH =
      "Hi, a haircut with Elena tomorrow at 10:30 please. Ana Bell, 333 5558101";

  @Autowired private Studio studio;
  @Autowired private Chat chat;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;

  private Salon salon;
  private Chat.Talk talk;

  @BeforeEach
  void open() {
    salon = studio.open();
    talk =
        chat.begin(
                salon,
                salon.ana(),
                new OutsideModels(new Settings(Map.of("FRONTDESK_MODEL_CHAIN", "builtin")::get)))
            .suggesting();
  }

  @Test
  void aDraftHoldsNothingAndProposesNothing() {
    var draft = talk.turn(WISH).reply().orElseThrow();

    assertThat(draft.text()).contains("10:30").contains("Elena");
    assertThat(draft.appointment())
        .hasValueSatisfying(card -> assertThat(card.status()).isEqualTo("proposed"));
    assertThat(count("booked_time")).isZero();
    assertThat(count("proposal")).isZero();
  }

  @Test
  void aDraftThatIsSentHoldsTheTime() {
    assertThat(talk.use(talk.turn(WISH))).isEqualTo(new DraftUse.Done(Optional.empty()));

    assertThat(count("booked_time")).isOne();
    assertThat(count("proposal")).isOne();
  }

  @Test
  void theCustomersYesBooksOnceAMemberSendsWhatSaysSo() {
    talk.use(talk.turn(WISH));

    var booked = talk.turn("yes please");
    assertThat(booked.reply().orElseThrow().text()).contains("10:30");
    assertThat(ofAna()).isEmpty();

    assertThat(talk.use(booked))
        .asInstanceOf(type(DraftUse.Done.class))
        .satisfies(
            done ->
                assertThat(done.appointment().orElseThrow().id())
                    .isEqualTo(ofAna().getFirst().id()));
    assertThat(ofAna())
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.start()).isEqualTo(Studio.tomorrowAt(10, 30));
              assertThat(made.provider()).isEqualTo(salon.elena());
            });
  }

  @Test
  void whatASentDraftBookedCanBeMovedAndCancelledByTheNext() {
    talk.use(talk.turn(WISH));
    talk.use(talk.turn("yes please"));

    talk.use(talk.turn("sorry, can I move it to 3pm?"));
    talk.use(talk.turn("yes"));
    assertThat(ofAna())
        .singleElement()
        .extracting(Appointment::start)
        .isEqualTo(Studio.tomorrowAt(15, 0));

    talk.use(talk.turn("actually please cancel my appointment"));
    assertThat(ofAna()).hasSize(1);
    talk.use(talk.turn("yes, cancel it"));
    assertThat(ofAna()).isEmpty();
  }

  @Test
  void aDraftSentTwiceBooksOnce() {
    talk.use(talk.turn(WISH));
    var booked = talk.turn("yes please");
    talk.use(booked);

    assertThat(talk.use(booked)).isEqualTo(new DraftUse.Refused(DraftUse.Why.USED));
    assertThat(ofAna()).hasSize(1);
  }

  @Test
  void aTimeThatIsGoneIsRefusedWithOthers() {
    var draft = talk.turn(WISH);
    taken(Studio.tomorrowAt(10, 30));

    assertThat(talk.use(draft))
        .asInstanceOf(type(DraftUse.Refused.class))
        .satisfies(
            refused -> {
              assertThat(refused.why()).isEqualTo(DraftUse.Why.TAKEN);
              assertThat(refused.alternatives()).isNotEmpty();
            });
    assertThat(count("proposal")).isZero();
    assertThat(talk.turn().reply().orElseThrow().text()).doesNotContain("Shall I book 10:30");
  }

  @Test
  void aDraftThatIsOlderThanTheLastMessageDoesNothing() {
    talk.use(talk.turn(WISH));
    var booked = talk.turn("yes please");
    talk.turn("wait, no, I can't after all");

    assertThat(talk.use(booked)).isEqualTo(new DraftUse.Refused(DraftUse.Why.OUTDATED));
    assertThat(ofAna()).isEmpty();
  }

  @Test
  void whoMayNotBookBooksNothingByADraft() {
    talk.use(talk.turn(WISH));
    var booked = talk.turn("yes please");

    assertThat(talk.use(booked, "Done!", false))
        .isEqualTo(new DraftUse.Refused(DraftUse.Why.NOT_ALLOWED));
    assertThat(ofAna()).isEmpty();
  }

  @Test
  void aQuestionThatAMemberHasPutOtherwiseIsNotAgreedToByAYes() {
    talk.use(talk.turn(WISH), "Would 10:45 do as well?", true);

    var draft = talk.turn("yes please");
    assertThat(draft.reply().orElseThrow().text()).contains("10:30").endsWith("Shall I book it?");
    talk.use(draft);
    assertThat(ofAna()).isEmpty();

    talk.use(talk.turn("yes, 10:30"));
    assertThat(ofAna()).hasSize(1);
  }

  @Test
  void whatWasSaidBeforeADraftThatNobodySentIsAnsweredWithTheRest() {
    talk.turn("a haircut with Elena tomorrow at 10:30 please");

    var draft = talk.turn("Ana Bell, 333 5558101");

    assertThat(draft.reply().orElseThrow().text()).contains("10:30").contains("Ana");
    talk.use(draft);
    talk.use(talk.turn("yes"));
    assertThat(ofAna()).hasSize(1);
  }

  @Test
  void anUnsentConfirmationIsNotBelievedLater() {
    talk.use(talk.turn(WISH));
    talk.turn("yes please");
    talk.answer("member", "One moment, let me look.");

    assertThat(talk.turn("so is it booked?").reply().orElseThrow().text())
        .doesNotContain("You're booked")
        .doesNotContain("is booked");
    assertThat(ofAna()).isEmpty();
  }

  private List<Appointment> ofAna() {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(salon.ana()));
  }

  private int count(String table) {
    return Integer.parseInt(
        tenancy.as(
            salon.tenant().id(),
            () ->
                chat.ask(
                    "SELECT count(*) FROM " + table + " WHERE tenant_id = :tenant",
                    salon.tenant().id())));
  }

  private void taken(Instant start) {
    tenancy.as(
        salon.tenant().id(),
        () ->
            appointments.book(
                new Appointments.Order(
                    new Appointments.What.OfWish(
                        new Wish(salon.cut(), Set.of(salon.elena()), start)),
                    new Guest("Other", Optional.of("+393390000001"), Optional.empty()),
                    Optional.<UUID>empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Source.MEMBER,
                    Optional.empty())));
  }
}

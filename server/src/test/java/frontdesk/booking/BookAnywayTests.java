package frontdesk.booking;

import static frontdesk.booking.BookingWorld.at;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.booking.Appointments.What;
import frontdesk.booking.BookOutcome.Booked;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Those who walk in: staff pass over the rules of a service, and never over time that is taken. */
@DatabaseTest
@Import(BookingWorld.class)
class BookAnywayTests {

  @Autowired BookingWorld world;
  @Autowired Appointments appointments;
  @Autowired Holds holds;
  @Autowired TimesOff timesOff;

  Tenant tenant;
  UUID elena;
  UUID cut;
  Instant night;

  @BeforeEach
  void openAHairdresser() {
    tenant = world.business();
    elena = world.provider(tenant, "Elena");
    cut = world.cut(tenant, elena);
    night = at(tenant, 2, "20:07");
  }

  @Test
  void booksWhatOnlyRulesStandAgainst() {
    var withNotice =
        world.service(
            tenant,
            new BookableService.Details(
                "Colour",
                Optional.empty(),
                30,
                Optional.empty(),
                0,
                0,
                3 * 24 * 60,
                60,
                15,
                true,
                true,
                Optional.empty()),
            elena);

    assertThat(refusal(new What.OfWish(wish(withNotice, at(tenant, 2, "10:00")))))
        .extracting(Refusal::reason, Refusal::waivable)
        .containsExactly(Reason.TOO_SOON, true);
    for (var start :
        Set.of(at(tenant, 1, "10:00"), night, at(tenant, 2, "10:07"), at(tenant, 90, "10:00"))) {
      assertThat(booked(new What.Anyway(wish(withNotice, start))).start()).isEqualTo(start);
    }
  }

  @Test
  void booksWhoCameAMomentAgoButNothingThatIsOver() {
    var now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    assertThat(refusal(new What.Anyway(wish(cut, now.minus(2, ChronoUnit.HOURS)))))
        .extracting(Refusal::reason, Refusal::waivable)
        .containsExactly(Reason.PAST, false);
    var walkedIn = now.minus(5, ChronoUnit.MINUTES);
    assertThat(booked(new What.Anyway(wish(cut, walkedIn))).start()).isEqualTo(walkedIn);
  }

  @Test
  void neverTakesTimeThatIsTaken() {
    booked(new What.Anyway(wish(cut, night)));

    assertThat(refusal(new What.Anyway(wish(cut, night.plus(10, ChronoUnit.MINUTES)))))
        .extracting(Refusal::reason, Refusal::waivable)
        .containsExactly(Reason.TAKEN, false);
    assertThat(refusal(new What.OfWish(wish(cut, night.plus(10, ChronoUnit.MINUTES)))))
        .extracting(Refusal::reason, Refusal::waivable)
        .containsExactly(Reason.OUTSIDE_HOURS, false);
  }

  @Test
  void neverTakesTimeThatIsHeldOrOff() {
    var ten = at(tenant, 2, "10:00");
    world.as(tenant, () -> holds.hold(Ids.next(), wish(cut, ten), Source.PUBLIC));
    world.as(
        tenant,
        () ->
            timesOff.take(
                new TimesOff.Request(
                    elena,
                    new Span(at(tenant, 3, "00:00"), at(tenant, 4, "00:00")),
                    Optional.empty(),
                    Map.of()),
                Source.MEMBER));

    assertThat(refusal(new What.Anyway(wish(cut, ten.plus(7, ChronoUnit.MINUTES)))).reason())
        .isEqualTo(Reason.TAKEN);
    assertThat(refusal(new What.Anyway(wish(cut, at(tenant, 3, "20:00")))).reason())
        .isEqualTo(Reason.TAKEN);
  }

  @Test
  void choosesWhoWorksThen() {
    var idle = world.provider(tenant, "Marco");
    world.as(
        tenant,
        () ->
            timesOff.take(
                new TimesOff.Request(
                    elena,
                    new Span(at(tenant, 3, "00:00"), at(tenant, 4, "00:00")),
                    Optional.empty(),
                    Map.of()),
                Source.MEMBER));
    var shared = world.cut(tenant, elena, idle);

    assertThat(booked(new What.Anyway(wish(shared, at(tenant, 3, "10:07")))).provider())
        .isEqualTo(idle);
  }

  @Test
  void givesATimeToOneOfManyWhoInsist() throws Exception {
    Callable<BookOutcome> insist =
        () -> world.as(tenant, () -> appointments.book(order(new What.Anyway(wish(cut, night)))));

    var outcomes = BookingRaceTests.atOnce(Collections.nCopies(16, insist));

    assertThat(outcomes).filteredOn(Booked.class::isInstance).hasSize(1);
  }

  @Test
  void movesAgainstTheRules() {
    var made = booked(new What.OfWish(wish(cut, at(tenant, 2, "10:00"))));

    assertThat(((BookOutcome.Refused) move(made, night, false)).refusal())
        .extracting(Refusal::reason, Refusal::waivable)
        .containsExactly(Reason.OUTSIDE_HOURS, true);
    assertThat(((Booked) move(made, night, true)).appointment().start()).isEqualTo(night);
    booked(new What.OfWish(wish(cut, at(tenant, 2, "10:00"))));
    assertThat(((BookOutcome.Refused) move(made, at(tenant, 2, "10:07"), true)).refusal().reason())
        .isEqualTo(Reason.TAKEN);
  }

  private BookOutcome move(Appointment appointment, Instant start, boolean anyway) {
    return world.as(
        tenant,
        () ->
            appointments.reschedule(
                new Appointments.Move(
                    appointment.id(),
                    Set.of(),
                    start,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Source.MEMBER,
                    anyway)));
  }

  private static Wish wish(UUID service, Instant start) {
    return new Wish(service, Set.of(), start);
  }

  private Appointments.Order order(What what) {
    var plain = BookingWorld.order(cut, night);
    return new Appointments.Order(
        what,
        plain.guest(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.MEMBER,
        Optional.empty());
  }

  private Appointment booked(What what) {
    return ((Booked) world.as(tenant, () -> appointments.book(order(what)))).appointment();
  }

  private Refusal refusal(What what) {
    return ((BookOutcome.Refused) world.as(tenant, () -> appointments.book(order(what)))).refusal();
  }
}

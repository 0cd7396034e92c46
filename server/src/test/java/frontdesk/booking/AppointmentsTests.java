package frontdesk.booking;

import static frontdesk.booking.BookingWorld.at;
import static frontdesk.booking.BookingWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestClock;
import frontdesk.booking.Appointments.Order;
import frontdesk.booking.Appointments.What;
import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.HoldOutcome.Held;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(BookingWorld.class)
class AppointmentsTests {

  @Autowired BookingWorld world;
  @Autowired Appointments appointments;
  @Autowired Holds holds;
  @Autowired Hours hours;
  @Autowired FreeTimes times;
  @Autowired TestClock clock;

  Tenant tenant;
  UUID elena;
  UUID cut;
  Instant ten;

  @BeforeEach
  void openAHairdresser() {
    tenant = world.business();
    elena = world.provider(tenant, "Elena");
    cut = world.cut(tenant, elena);
    ten = at(tenant, 2, "10:00");
  }

  @AfterEach
  void resetTheClock() {
    clock.reset();
  }

  @Test
  void booksAFreeTime() {
    var booked = booked(order(cut, ten));

    assertThat(booked.start()).isEqualTo(ten);
    assertThat(booked.end()).isEqualTo(ten.plus(Duration.ofMinutes(30)));
    assertThat(booked.status()).isEqualTo(Status.CONFIRMED);
    assertThat(booked.providerName()).isEqualTo("Elena");
    assertThat(booked.guest().phone()).contains("+393335550101");
  }

  @Test
  void refusesATimeThatIsTakenAndOffersTheNearest() {
    booked(order(cut, ten));

    assertThat(refusal(order(cut, ten)))
        .isEqualTo(
            new Refusal(
                Reason.TAKEN,
                List.of(
                    slot(at(tenant, 2, "09:30")),
                    slot(at(tenant, 2, "10:30")),
                    slot(at(tenant, 2, "09:15")))));
  }

  @Test
  void saysWhyATimeCannotBeHad() {
    world.as(
        tenant,
        () -> {
          hours.replace(
              new Schedule(
                  BookingWorld.everyDay("09:00", "18:00"),
                  Map.of(
                      ten.atZone(tenant.zone()).toLocalDate().plusDays(1),
                      new SpecialDay(List.of(), Optional.of("Holiday")))));
          return true;
        });

    assertThat(refusal(order(cut, at(tenant, 2, "20:00"))).reason())
        .isEqualTo(Reason.OUTSIDE_HOURS);
    assertThat(refusal(order(cut, at(tenant, 2, "17:45"))).reason())
        .isEqualTo(Reason.OUTSIDE_HOURS);
    assertThat(refusal(order(cut, at(tenant, 2, "10:10"))).reason())
        .isEqualTo(Reason.BETWEEN_STARTS);
    assertThat(refusal(order(cut, at(tenant, 3, "10:00"))).reason()).isEqualTo(Reason.CLOSED);
    assertThat(refusal(order(cut, at(tenant, -1, "10:00"))).reason()).isEqualTo(Reason.PAST);
    assertThat(refusal(order(cut, at(tenant, 90, "10:00"))).reason()).isEqualTo(Reason.TOO_FAR);
    assertThat(refusal(order(cut, ten, Ids.next())).reason())
        .isEqualTo(Reason.NOT_OFFERED_BY_PROVIDER);
    assertThat(refusal(order(Ids.next(), ten)).reason()).isEqualTo(Reason.NOT_BOOKABLE);
    for (var day : List.of(-1, 3, 90)) {
      assertThat(refusal(order(cut, at(tenant, day, "10:00"))).alternatives()).hasSize(3);
    }
  }

  @Test
  void picksWhoWasBookedLeastRecently() {
    var marco = world.provider(tenant, "Marco");
    var beard = world.cut(tenant, elena, marco);
    var first = booked(order(beard, ten)).provider();
    var second = booked(order(beard, at(tenant, 2, "12:00"))).provider();
    var third = booked(order(beard, at(tenant, 2, "14:00"))).provider();

    assertThat(List.of(first, second)).containsExactlyInAnyOrder(elena, marco);
    assertThat(third).isEqualTo(first);
  }

  @Test
  void booksOncePerKey() {
    var once =
        new Order(
            order(cut, ten).what(),
            new Guest("Ana", Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Source.API,
            Optional.of("run-7"));

    assertThat(booked(once)).isEqualTo(booked(once));
    assertThat(all()).hasSize(1);
  }

  @Test
  void keepsAHeldTimeForItsHolderOnly() {
    var ana = Ids.next();
    var hold = held(ana, ten);

    assertThat(refusal(order(cut, ten)).reason()).isEqualTo(Reason.TAKEN);
    assertThat(hold(Ids.next(), ten)).isInstanceOf(HoldOutcome.Refused.class);
    assertThat(refusal(ofHold(hold.id(), Ids.next())).reason()).isEqualTo(Reason.EXPIRED);
    assertThat(booked(ofHold(hold.id(), ana)).start()).isEqualTo(ten);
    assertThat(refusal(ofHold(hold.id(), ana)).reason()).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void replacesAHolderOwnEarlierHold() {
    var ana = Ids.next();
    held(ana, ten);
    held(ana, at(tenant, 2, "10:15"));

    assertThat(world.as(tenant, () -> holds.during(new Span(ten, ten.plusSeconds(3600)))))
        .hasSize(1);
    assertThat(booked(order(cut, at(tenant, 2, "09:30"))).start())
        .isEqualTo(at(tenant, 2, "09:30"));
  }

  @Test
  void letsGoOfAHoldAfterTenMinutes() {
    var hold = held(Ids.next(), ten);
    clock.advance(Duration.ofMinutes(11));

    assertThat(booked(order(cut, ten)).start()).isEqualTo(ten);
    assertThat(refusal(ofHold(hold.id(), hold.holder())).reason()).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void booksAHoldThatIsOverWhenNobodyTookItsTime() {
    var hold = held(Ids.next(), ten);
    clock.advance(Duration.ofMinutes(11));

    assertThat(booked(ofHold(hold.id(), hold.holder())).start()).isEqualTo(ten);
  }

  @Test
  void movesAnAppointmentByLessThanItsLength() {
    var moved = booked(order(cut, ten));
    var quarterPast = at(tenant, 2, "10:15");
    var ana = Ids.next();

    var held =
        world.as(
            tenant, () -> holds.holdForMove(ana, moved.id(), Set.of(), quarterPast, Source.API));
    assertThat(held).isInstanceOf(Held.class);
    assertThat(refusal(order(cut, at(tenant, 2, "10:30"))).reason()).isEqualTo(Reason.TAKEN);
    assertThat(refusal(order(cut, at(tenant, 2, "09:45"))).reason()).isEqualTo(Reason.TAKEN);

    var outcome =
        world.as(
            tenant,
            () ->
                appointments.reschedule(
                    new Appointments.Move(
                        moved.id(),
                        Set.of(),
                        quarterPast,
                        Optional.of(1),
                        Optional.of(ana),
                        Source.ASSISTANT)));
    assertThat(((Booked) outcome).appointment().start()).isEqualTo(quarterPast);
    assertThat(((Booked) outcome).appointment().version()).isEqualTo(2);
    assertThat(booked(order(cut, at(tenant, 2, "09:45"))).start())
        .isEqualTo(at(tenant, 2, "09:45"));
  }

  @Test
  void keepsItsTimeWhenAMoveIsRefused() {
    booked(order(cut, ten));
    var moving = booked(order(cut, at(tenant, 2, "11:00")));

    var outcome =
        world.as(
            tenant,
            () ->
                appointments.reschedule(
                    new Appointments.Move(
                        moving.id(),
                        Set.of(),
                        ten,
                        Optional.empty(),
                        Optional.empty(),
                        Source.ASSISTANT)));

    assertThat(((BookOutcome.Refused) outcome).refusal().reason()).isEqualTo(Reason.TAKEN);
    assertThat(((BookOutcome.Refused) outcome).refusal().alternatives()).hasSize(3);
    assertThat(refusal(order(cut, at(tenant, 2, "11:00"))).reason()).isEqualTo(Reason.TAKEN);
  }

  @Test
  void freesTheTimeOfWhatIsCancelledOrMissed() {
    var first = booked(order(cut, ten));
    world.as(tenant, () -> appointments.cancel(first.id(), Optional.of("ill"), Source.ASSISTANT));
    var second = booked(order(cut, ten));
    clock.advance(Duration.ofDays(3));
    world.as(tenant, () -> appointments.mark(second.id(), Status.NO_SHOW, Source.MEMBER));
    clock.reset();
    booked(order(cut, ten));

    var back =
        world.as(tenant, () -> appointments.mark(second.id(), Status.ARRIVED, Source.MEMBER));
    assertThat(((BookOutcome.Refused) back).refusal().reason()).isEqualTo(Reason.TAKEN);
    var moved =
        world.as(
            tenant,
            () ->
                appointments.reschedule(
                    new Appointments.Move(
                        first.id(),
                        Set.of(),
                        ten,
                        Optional.empty(),
                        Optional.empty(),
                        Source.ASSISTANT)));
    assertThat(((BookOutcome.Refused) moved).refusal().reason()).isEqualTo(Reason.ENDED);
  }

  @Test
  void hasItsTimeAgainWhenSomebodyOnlySeemedToStayAway() {
    var missed = booked(order(cut, ten));
    clock.advance(Duration.ofDays(3));
    world.as(tenant, () -> appointments.mark(missed.id(), Status.NO_SHOW, Source.MEMBER));
    var back =
        world.as(tenant, () -> appointments.mark(missed.id(), Status.CONFIRMED, Source.MEMBER));
    clock.reset();

    assertThat(((BookOutcome.Booked) back).appointment().status()).isEqualTo(Status.CONFIRMED);
    assertThat(refusal(order(cut, ten)).reason()).isEqualTo(Reason.TAKEN);
  }

  @Test
  void keepsBuffersFree() {
    var colour =
        world.service(
            tenant,
            new BookableService.Details(
                "Colour",
                Optional.empty(),
                60,
                Optional.empty(),
                15,
                30,
                0,
                60,
                15,
                true,
                true,
                Optional.empty()),
            elena);
    booked(order(colour, ten));

    assertThat(refusal(order(cut, at(tenant, 2, "11:15"))).reason()).isEqualTo(Reason.TAKEN);
    assertThat(refusal(order(cut, at(tenant, 2, "09:30"))).reason()).isEqualTo(Reason.TAKEN);
    assertThat(booked(order(cut, at(tenant, 2, "11:30"))).status()).isEqualTo(Status.CONFIRMED);
    assertThat(booked(order(cut, at(tenant, 2, "09:15"))).status()).isEqualTo(Status.CONFIRMED);
  }

  private Appointment booked(Order order) {
    return ((Booked) world.as(tenant, () -> appointments.book(order))).appointment();
  }

  private Refusal refusal(Order order) {
    return ((BookOutcome.Refused) world.as(tenant, () -> appointments.book(order))).refusal();
  }

  private HoldOutcome hold(UUID holder, Instant start) {
    return world.as(
        tenant, () -> holds.hold(holder, new Wish(cut, Set.of(), start), Source.ASSISTANT));
  }

  private Hold held(UUID holder, Instant start) {
    return ((Held) hold(holder, start)).hold();
  }

  private Order ofHold(UUID hold, UUID holder) {
    return new Order(
        new What.OfHold(hold, holder),
        new Guest("Ana", Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.ASSISTANT,
        Optional.empty());
  }

  private Slot slot(Instant start) {
    return new Slot(elena, start, start.plus(Duration.ofMinutes(30)));
  }

  private List<Appointment> all() {
    return world.as(
        tenant,
        () ->
            appointments.list(
                new Appointments.Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                Optional.empty(),
                50));
  }
}

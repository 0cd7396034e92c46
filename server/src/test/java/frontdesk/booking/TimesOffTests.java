package frontdesk.booking;

import static frontdesk.booking.BookingWorld.at;
import static frontdesk.booking.BookingWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.HoldOutcome.Held;
import frontdesk.booking.TimeOffOutcome.Affects;
import frontdesk.booking.TimeOffOutcome.Taken;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(BookingWorld.class)
class TimesOffTests {

  @Autowired BookingWorld world;
  @Autowired Appointments appointments;
  @Autowired Holds holds;
  @Autowired FreeTimes times;
  @Autowired TimesOff timesOff;

  Tenant tenant;
  UUID elena;
  UUID marco;
  UUID cut;
  Span morning;

  @BeforeEach
  void openAHairdresser() {
    tenant = world.business();
    elena = world.provider(tenant, "Elena");
    marco = world.provider(tenant, "Marco");
    cut = world.cut(tenant, elena, marco);
    morning = new Span(at(tenant, 2, "09:00"), at(tenant, 2, "12:00"));
  }

  @Test
  void takesTheTimeOutOfWhatIsFree() {
    assertThat(take(Map.of())).isInstanceOf(Taken.class);

    assertThat(free(elena))
        .isNotEmpty()
        .noneMatch(slot -> slot.start().isBefore(at(tenant, 2, "12:00")));
    assertThat(world.as(tenant, () -> appointments.book(order(cut, at(tenant, 2, "10:00"), elena))))
        .isInstanceOf(BookOutcome.Refused.class);
  }

  @Test
  void givesTheTimeBack() {
    var taken = (Taken) take(Map.of());

    world.as(
        tenant,
        () -> {
          timesOff.giveBack(taken.timeOff().id());
          return true;
        });

    assertThat(book("10:00", elena).provider()).isEqualTo(elena);
  }

  @Test
  void changesNothingUntilEveryAppointmentInItIsDecidedOn() {
    var nine = book("09:00", elena);
    var ten = book("10:00", elena);
    var last = book("11:45", elena);
    book("12:15", elena);
    book("10:00", marco);

    var affects =
        (Affects) take(Map.of(nine.id(), new Decision.Cancel(), ten.id(), new Decision.Keep()));

    assertThat(affects.appointments())
        .extracting(Affected::appointment)
        .containsExactly(nine, ten, last);
    assertThat(read(nine)).isEqualTo(nine);
    assertThat(world.as(tenant, () -> timesOff.during(morning, Optional.empty()))).isEmpty();
  }

  @Test
  void offersTimesOutsideItThatAreNotPromisedTwice() {
    book("10:00", elena);
    book("10:30", elena);

    var offers = ((Affects) take(Map.of())).appointments();

    assertThat(offers).allSatisfy(each -> assertThat(each.alternatives()).hasSize(3));
    assertThat(offers.getFirst().alternatives().getFirst())
        .isEqualTo(slot(marco, at(tenant, 2, "10:00")));
    assertThat(offers.getLast().alternatives())
        .isNotEmpty()
        .doesNotContain(slot(marco, at(tenant, 2, "10:15")))
        .allMatch(
            slot ->
                slot.provider().equals(marco)
                    || !slot.start().isBefore(at(tenant, 2, "12:00"))
                    || !slot.end().isAfter(at(tenant, 2, "09:00")));
  }

  @Test
  void keepsMovesAndCancelsAsDecided() {
    var kept = book("09:00", elena);
    var moved = book("10:00", elena);
    var cancelled = book("11:00", elena);

    var outcome =
        take(
            Map.of(
                kept.id(), new Decision.Keep(),
                moved.id(), new Decision.Move(marco, at(tenant, 2, "10:15")),
                cancelled.id(), new Decision.Cancel()));

    assertThat(outcome).isInstanceOf(Taken.class);
    assertThat(read(kept)).isEqualTo(kept);
    assertThat(read(moved).slot()).isEqualTo(slot(marco, at(tenant, 2, "10:15")));
    assertThat(read(cancelled).status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void asksAgainWhenATimeToMoveToIsTaken() {
    var cancelled = book("09:00", elena);
    var moved = book("10:00", elena);
    book("10:00", marco);

    var outcome =
        take(
            Map.of(
                cancelled.id(), new Decision.Cancel(),
                moved.id(), new Decision.Move(marco, at(tenant, 2, "10:00"))));

    assertThat(outcome).isInstanceOf(Affects.class);
    assertThat(read(cancelled)).isEqualTo(cancelled);
    assertThat(read(moved)).isEqualTo(moved);
  }

  @Test
  void doesNotOfferTheTimeOfAKeptAppointmentThatIsCalledOffLater() {
    var kept = book("10:00", elena);
    take(Map.of(kept.id(), new Decision.Keep()));

    world.as(tenant, () -> appointments.cancel(kept.id(), Optional.empty(), Source.MEMBER));

    assertThat(free(elena)).noneMatch(slot -> slot.start().equals(at(tenant, 2, "10:00")));
  }

  @Test
  void goesBeforeAVisitorWhoHasNotBookedYet() {
    var visitor = Ids.next();
    var wish = new Wish(cut, Set.of(elena), at(tenant, 2, "10:00"));
    var hold = ((Held) world.as(tenant, () -> holds.hold(visitor, wish, Source.PUBLIC))).hold();

    assertThat(take(Map.of())).isInstanceOf(Taken.class);
    assertThat(world.as(tenant, () -> appointments.book(orderOf(hold))))
        .isInstanceOf(BookOutcome.Refused.class);
  }

  private static Appointments.Order orderOf(Hold hold) {
    return new Appointments.Order(
        new Appointments.What.OfHold(hold.id(), hold.holder()),
        new Guest("Ana", Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.PUBLIC,
        Optional.empty());
  }

  @Test
  void isNeverCrossedByABookingMadeAtTheSameMoment() throws Exception {
    for (int round = 0; round < 15; round++) {
      openAHairdresser();
      var ten = at(tenant, 2, "10:00");
      var outcomes =
          BookingRaceTests.atOnce(
              List.<Callable<Object>>of(
                  () -> world.as(tenant, () -> appointments.book(order(cut, ten, elena))),
                  () -> take(Map.of())));
      var booked = outcomes.stream().filter(Booked.class::isInstance).count();
      var away = outcomes.stream().filter(Taken.class::isInstance).count();

      assertThat(booked + away).isEqualTo(1);
    }
  }

  private TimeOffOutcome take(Map<UUID, Decision> decisions) {
    return world.as(
        tenant,
        () ->
            timesOff.take(
                new TimesOff.Request(
                    elena, morning, Optional.of("Dentist"), new HashMap<>(decisions)),
                Source.MEMBER));
  }

  private Appointment book(String time, UUID provider) {
    var outcome =
        world.as(tenant, () -> appointments.book(order(cut, at(tenant, 2, time), provider)));
    return ((Booked) outcome).appointment();
  }

  private Appointment read(Appointment appointment) {
    return world.as(tenant, () -> appointments.find(appointment.id()).orElseThrow());
  }

  private List<Slot> free(UUID provider) {
    var day = new Span(at(tenant, 2, "00:00"), at(tenant, 3, "00:00"));
    return world.as(tenant, () -> times.list(cut, Set.of(provider), day));
  }

  private static Slot slot(UUID provider, Instant start) {
    return new Slot(provider, start, start.plus(Duration.ofMinutes(30)));
  }
}

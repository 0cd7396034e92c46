package frontdesk.booking;

import static frontdesk.booking.BookingWorld.at;
import static frontdesk.booking.BookingWorld.order;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.HoldOutcome.Held;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(BookingWorld.class)
class BookingRaceTests {

  static final int THREADS = 64;
  static final int SLOTS = 10;

  @Autowired BookingWorld world;
  @Autowired Appointments appointments;
  @Autowired Holds holds;

  Tenant tenant;
  UUID elena;
  UUID marco;
  UUID cut;

  @BeforeEach
  void openAHairdresser() {
    tenant = world.business();
    elena = world.provider(tenant, "Elena");
    marco = world.provider(tenant, "Marco");
    cut = world.cut(tenant, elena, marco);
  }

  @Test
  void givesEachOfTenSlotsToOneOfSixtyFour() throws Exception {
    var outcomes = raceForElena(world, appointments, tenant, cut, elena);

    assertThat(outcomes.stream().filter(Booked.class::isInstance)).hasSize(SLOTS);
    assertThat(
            outcomes.stream()
                .filter(BookOutcome.Refused.class::isInstance)
                .map(outcome -> ((BookOutcome.Refused) outcome).refusal().reason()))
        .hasSize(THREADS - SLOTS)
        .containsOnly(Reason.TAKEN);
  }

  @Test
  void givesAnyoneOfTwoToTwoOfSixtyFour() throws Exception {
    var ten = at(tenant, 2, "10:00");

    var outcomes =
        atOnce(
            IntStream.range(0, THREADS)
                .<Callable<BookOutcome>>mapToObj(
                    i -> () -> world.as(tenant, () -> appointments.book(order(cut, ten))))
                .toList());

    assertThat(
            outcomes.stream()
                .filter(Booked.class::isInstance)
                .map(outcome -> ((Booked) outcome).appointment().provider()))
        .containsExactlyInAnyOrder(elena, marco);
  }

  @Test
  void booksOncePerKeyHoweverManyAskAtOnce() throws Exception {
    var asked =
        new Appointments.Order(
            order(cut, at(tenant, 2, "10:00")).what(),
            new Guest("Ana", Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Source.ASSISTANT,
            Optional.of("proposal-1"));

    var outcomes =
        atOnce(
            IntStream.range(0, 16)
                .<Callable<BookOutcome>>mapToObj(
                    i -> () -> world.as(tenant, () -> appointments.book(asked)))
                .toList());

    assertThat(outcomes).allMatch(outcome -> outcome.equals(outcomes.getFirst()));
    assertThat(outcomes.getFirst()).isInstanceOf(Booked.class);
  }

  /** Everything that clears time away while others take it: nobody may wait in a circle. */
  @Test
  void holdsMovesAndCancelsAllAtOnceWithoutADeadlock() throws Exception {
    var seed = System.nanoTime();
    var work = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 32; i++) {
      var random = new Random(seed + i);
      var holder = Ids.next();
      work.add(() -> world.as(tenant, () -> muddle(random, holder)));
    }

    assertThat(atOnce(work)).as("seed %d", seed).hasSize(32);
    var open =
        world.as(
            tenant,
            () ->
                appointments.list(
                    new Appointments.Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Status.CONFIRMED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    Optional.empty(),
                    1000));
    for (var one : open) {
      assertThat(open.stream().filter(other -> other.provider().equals(one.provider())))
          .filteredOn(other -> !other.equals(one))
          .noneMatch(other -> other.during().overlaps(one.during()));
    }
  }

  private int muddle(Random random, UUID holder) {
    int done = 0;
    for (int step = 0; step < 12; step++) {
      var start = at(tenant, 2, "09:00").plusSeconds(900L * random.nextInt(12));
      var held =
          holds.hold(
              holder,
              new Wish(cut, random.nextBoolean() ? Set.of() : Set.of(elena), start),
              Source.ASSISTANT);
      if (held instanceof Held(var hold)) {
        var booked = appointments.book(ofHold(hold));
        if (booked instanceof Booked(var appointment)) {
          holds.holdForMove(
              holder, appointment.id(), Set.of(), start.plusSeconds(900), Source.ASSISTANT);
          appointments.reschedule(
              new Appointments.Move(
                  appointment.id(),
                  Set.of(),
                  start.plusSeconds(900),
                  Optional.empty(),
                  Optional.of(holder),
                  Source.ASSISTANT));
          if (random.nextInt(4) > 0) {
            appointments.cancel(appointment.id(), Optional.empty(), Source.ASSISTANT);
          }
          done++;
        }
      }
    }
    return done;
  }

  private static Appointments.Order ofHold(Hold hold) {
    return new Appointments.Order(
        new Appointments.What.OfHold(hold.id(), hold.holder()),
        new Guest("Ana", Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Source.ASSISTANT,
        Optional.empty());
  }

  static List<BookOutcome> raceForElena(
      BookingWorld world, Appointments appointments, Tenant tenant, UUID cut, UUID elena)
      throws Exception {
    List<Instant> slots =
        IntStream.range(0, SLOTS)
            .mapToObj(i -> at(tenant, 2, "09:00").plusSeconds(1800L * i))
            .toList();
    return atOnce(
        IntStream.range(0, THREADS)
            .<Callable<BookOutcome>>mapToObj(
                i ->
                    () ->
                        world.as(
                            tenant,
                            () -> appointments.book(order(cut, slots.get(i % SLOTS), elena))))
            .toList());
  }

  /** Lets all of them go at the same moment; what one throws, this throws. */
  static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    var go = new CountDownLatch(1);
    var running = new ArrayList<Future<T>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : work) {
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  return one.call();
                }));
      }
      go.countDown();
    }
    var results = new ArrayList<T>();
    for (var one : running) {
      try {
        results.add(one.get());
      } catch (ExecutionException e) {
        throw new AssertionError("One of those at once failed", e.getCause());
      }
    }
    return results;
  }
}

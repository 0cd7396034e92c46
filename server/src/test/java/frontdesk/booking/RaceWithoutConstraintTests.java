package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestDatabase;
import frontdesk.booking.BookOutcome.Booked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** Shows that it is the exclusion constraint, and nothing else, that decides the race. */
@DatabaseTest
@Import(BookingWorld.class)
@TestPropertySource(properties = "frontdesk.test=a database of its own")
class RaceWithoutConstraintTests {

  private static final int ROUNDS = 10;

  @Autowired BookingWorld world;
  @Autowired Appointments appointments;
  @Autowired Environment environment;

  @Test
  void booksTheSameTimeTwiceOnceTheConstraintIsGone() throws Exception {
    var url = environment.getRequiredProperty("FRONTDESK_DATABASE_URL");
    TestDatabase.asSuperuser(
        url.substring(url.lastIndexOf('/') + 1),
        "ALTER TABLE booked_time DROP CONSTRAINT booked_time_no_overlap");

    long won = 0;
    for (int round = 0; round < ROUNDS && won <= BookingRaceTests.SLOTS; round++) {
      var tenant = world.business();
      var elena = world.provider(tenant, "Elena");
      var cut = world.cut(tenant, elena);
      won =
          BookingRaceTests.raceForElena(world, appointments, tenant, cut, elena).stream()
              .filter(Booked.class::isInstance)
              .count();
    }

    assertThat(won).isGreaterThan(BookingRaceTests.SLOTS);
  }
}

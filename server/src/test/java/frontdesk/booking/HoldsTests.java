package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import frontdesk.DatabaseTest;
import frontdesk.TestClock;
import frontdesk.live.LiveEvent;
import frontdesk.live.LiveEvents;
import frontdesk.live.Subscription;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenant;
import java.time.Duration;
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
class HoldsTests {

  @Autowired private BookingWorld world;
  @Autowired private Holds holds;
  @Autowired private Appointments appointments;
  @Autowired private LiveEvents live;
  @Autowired private RecurringTask<Void> endingHolds;
  @Autowired private TestClock clock;

  private Tenant business;
  private UUID elena;
  private UUID cut;
  private Subscription calendar;

  @BeforeEach
  void open() {
    business = world.business();
    elena = world.provider(business, "Elena");
    cut = world.cut(business, elena);
    calendar =
        live.subscribe(business.id(), Optional.empty(), event -> event.name().equals("slot.held"));
  }

  @AfterEach
  void close() {
    calendar.close();
    clock.reset();
  }

  @Test
  void tellsCalendarsOnceThatAHoldHasRunOut() throws InterruptedException {
    var hold = hold(Ids.next());
    assertThat(next()).hasValueSatisfying(event -> assertThat(event.data()).contains("until"));
    end();
    assertThat(next()).isEmpty();

    clock.advance(Duration.ofMinutes(11));
    end();
    assertThat(next()).hasValueSatisfying(event -> assertReleased(event, hold));

    end();
    assertThat(next()).isEmpty();
  }

  @Test
  void tellsCalendarsOfAHoldThatSomebodyElsesBookingCleared() throws InterruptedException {
    var hold = hold(Ids.next());
    next();
    clock.advance(Duration.ofMinutes(11));

    world.as(
        business, () -> appointments.book(BookingWorld.order(cut, hold.slot().start(), elena)));

    assertThat(next()).hasValueSatisfying(event -> assertReleased(event, hold));
  }

  @Test
  void remembersAnOverHoldForWhoComesLateAndForgetsItAfterADay() {
    var holder = Ids.next();
    var hold = hold(holder);
    clock.advance(Duration.ofMinutes(11));
    end();
    assertThat(world.as(business, () -> holds.latestOf(holder)).map(Hold::id)).contains(hold.id());

    clock.advance(Duration.ofHours(25));
    end();
    assertThat(world.as(business, () -> holds.latestOf(holder))).isEmpty();
  }

  private Hold hold(UUID holder) {
    var wish = new Wish(cut, Set.of(elena), BookingWorld.at(business, 2, "10:00"));
    var outcome = world.as(business, () -> holds.hold(holder, wish, Source.PUBLIC));
    return ((HoldOutcome.Held) outcome).hold();
  }

  /** Once around, as the scheduler would. */
  private void end() {
    endingHolds.execute(null, null);
  }

  private Optional<LiveEvent> next() throws InterruptedException {
    return calendar.next(Duration.ofMillis(50));
  }

  private static void assertReleased(LiveEvent event, Hold hold) {
    assertThat(event.data()).contains(hold.id().toString()).contains("\"released\":true");
  }
}

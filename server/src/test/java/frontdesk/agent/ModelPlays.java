package frontdesk.agent;

import frontdesk.DatabaseTest;
import frontdesk.TestClock;
import frontdesk.agent.scenarios.Scenario;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server with an OpenAI-compatible model alone in its chain, for scenarios to play. */
@DatabaseTest
@Import({Plays.class, TruthCheck.class})
abstract class ModelPlays {

  /** Lives as long as the server of these tests, which is shared between their classes. */
  static final Simulated SIMULATED = new Simulated();

  private static final int SIDE_BY_SIDE = 10;

  static final ZonedDateTime SATURDAY = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Studio.ROME);

  @Autowired Plays plays;
  @Autowired private TestClock clock;

  @DynamicPropertySource
  static void outsideModel(DynamicPropertyRegistry settings) {
    SIMULATED.settings("openai").forEach((name, value) -> settings.add(name, () -> value));
  }

  @BeforeEach
  void begin() {
    clock.set(SATURDAY.toInstant());
    SIMULATED.reset();
    SIMULATED.talks(Scenario.read("understood.json"));
  }

  /** As many at once as two cores are kept busy by. */
  static <T> List<T> sideBySide(List<Callable<T>> all) throws InterruptedException {
    var room = new Semaphore(SIDE_BY_SIDE);
    var running = new ArrayList<Future<T>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : all) {
        room.acquire();
        running.add(
            threads.submit(
                () -> {
                  try {
                    return one.call();
                  } finally {
                    room.release();
                  }
                }));
      }
    }
    var done = new ArrayList<T>();
    for (var one : running) {
      try {
        done.add(one.get());
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      }
    }
    return done;
  }
}

package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The whole server, for scenarios to be played on, many at once. */
@DatabaseTest
@Import({Plays.class, TruthCheck.class})
abstract class ScenarioPlays {

  static final ZonedDateTime SATURDAY = ZonedDateTime.of(2026, 11, 21, 14, 0, 0, 0, Studio.ROME);

  /** As many as keep two cores busy. */
  private static final int SIDE_BY_SIDE = 10;

  @Autowired Plays plays;
  @Autowired private TestClock clock;

  @BeforeEach
  void onASaturday() {
    clock.set(SATURDAY.toInstant());
  }

  /** The eighty, each ending with the right books, after replies that passed the check at once. */
  Stream<DynamicTest> eighty(String mind) throws InterruptedException {
    var all =
        Scenario.all("en.json", "it.json").stream()
            .<Callable<Plays.Play>>map(scenario -> () -> played(scenario))
            .toList();
    return sideBySide(all).stream()
        .map(play -> DynamicTest.dynamicTest(play.scenario().id(), () -> judge(play, mind)));
  }

  private Plays.Play played(Scenario scenario) {
    var play = plays.of(scenario);
    play.run();
    return play;
  }

  private void judge(Plays.Play play, String mind) {
    var faults = new ArrayList<>(play.faults());
    if (play.runs("true") != play.answers()) {
      faults.add(play.runs("true") + " runs for " + play.answers() + " answers");
    }
    if (play.runs("r.mind = '" + mind + "'") != play.answers()) {
      faults.add("another mind answered");
    }
    if (play.runs("r.outcome IN ('answered', 'handed-off')") != play.answers()) {
      faults.add("a reply did not pass the check at once");
    }
    faults.addAll(alsoWrong(play));
    assertThat(faults).as(play::transcript).isEmpty();
  }

  List<String> alsoWrong(Plays.Play play) {
    return List.of();
  }

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

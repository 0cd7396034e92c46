package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.scenarios.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The eighty conversations through the whole path of an outside model: the chat widget's API, the
 * worker, LangChain4j, HTTP and streams, the tools, the check. The model is a script, which knows
 * what people mean and nothing else: times, prices and bookings come from the tools.
 */
class ModelConversationsTests extends ModelPlays {

  @TestFactory
  Stream<DynamicTest> endWithTheRightBooks() throws Exception {
    var all =
        Scenario.all("en.json", "it.json").stream()
            .<Callable<Plays.Play>>map(scenario -> () -> played(scenario))
            .toList();
    return sideBySide(all).stream()
        .map(play -> DynamicTest.dynamicTest(play.scenario().id(), () -> judge(play)));
  }

  private Plays.Play played(Scenario scenario) {
    var play = plays.of(scenario);
    play.run();
    return play;
  }

  private static void judge(Plays.Play play) {
    var faults = new ArrayList<>(play.faults());
    expect(faults, play, "runs", "", play.answers());
    expect(faults, play, "runs of another mind", "r.mind <> 'openai' AND", 0);
    expect(
        faults,
        play,
        "replies that did not pass at once",
        "r.outcome NOT IN ('answered', 'handed-off') AND",
        0);
    expect(
        faults,
        play,
        "runs without tokens",
        """
        NOT EXISTS (SELECT FROM model_usage u WHERE u.tenant_id = r.tenant_id
          AND u.run_id = r.id AND u.input_tokens > 0 AND u.output_tokens > 0
          AND u.cost_micros > 0) AND\
        """,
        0);
    assertThat(faults).as(play::transcript).isEmpty();
  }

  private static void expect(
      List<String> faults, Plays.Play play, String what, String which, long count) {
    var found =
        play.ask("SELECT count(*) FROM agent_run r WHERE " + which + " r.tenant_id = :tenant");
    if (found != count) {
      faults.add(found + " " + what);
    }
  }
}

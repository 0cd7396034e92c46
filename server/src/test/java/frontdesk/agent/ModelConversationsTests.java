package frontdesk.agent;

import java.util.List;
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
  Stream<DynamicTest> endWithTheRightBooks() throws InterruptedException {
    return eighty("openai");
  }

  @Override
  List<String> alsoWrong(Plays.Play play) {
    var counted =
        play.runs(
            """
            EXISTS (SELECT FROM model_usage u WHERE u.tenant_id = r.tenant_id AND u.run_id = r.id
              AND u.input_tokens > 0 AND u.output_tokens > 0 AND u.cost_micros > 0)
            """);
    return counted == play.answers() ? List.of() : List.of("only " + counted + " runs with tokens");
  }
}

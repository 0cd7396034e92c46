package frontdesk.agent;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The eighty conversations with the built-in assistant, through the chat widget's API. */
class BuiltInConversationsTests extends ScenarioPlays {

  @TestFactory
  Stream<DynamicTest> endWithTheRightBooks() throws InterruptedException {
    return eighty("builtin");
  }
}

package frontdesk.agent;

import frontdesk.agent.scenarios.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * With an OpenAI-compatible model alone in the chain: the receptionist, unless a test interferes.
 */
abstract class ModelPlays extends ScenarioPlays {

  /** Lives as long as the server of these tests, which is shared between their classes. */
  static final Simulated SIMULATED = new Simulated();

  @DynamicPropertySource
  static void outsideModel(DynamicPropertyRegistry settings) {
    SIMULATED.settings("openai").forEach((name, value) -> settings.add(name, () -> value));
  }

  @BeforeEach
  void begin() {
    SIMULATED.reset();
    SIMULATED.talks(Scenario.read("understood.json"));
  }
}

package frontdesk.agent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import frontdesk.agent.tools.Toolbox.Change;
import tools.jackson.databind.json.JsonMapper;

/** How the agent's records are written into jsonb columns. */
final class AgentJson {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Change.class, ByKind.class)
          .addMixIn(Step.class, ByKind.class)
          .build();

  /** A sealed type is written with the simple name of the case it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
  interface ByKind {}

  private AgentJson() {}
}

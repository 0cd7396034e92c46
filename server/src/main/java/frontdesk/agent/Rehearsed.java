package frontdesk.agent;

import java.util.List;
import java.util.Locale;

/**
 * What a run would do and remember, kept until a member uses one of its drafts.
 *
 * @param dialogue as it stands once the draft has been sent
 * @param language the draft's
 */
record Rehearsed(List<Step> steps, Dialogue dialogue, Locale language) {

  /** Somebody's time is held, taken or given back by it. */
  boolean acts() {
    return steps.stream().anyMatch(step -> step instanceof Step.Propose) || changes();
  }

  /** An appointment is made, moved or called off by it. */
  boolean changes() {
    return steps.stream().anyMatch(step -> step instanceof Step.Commit);
  }
}

package frontdesk.conversations;

import java.util.Map;

/** How a running turn tells what it does, and learns that it must stop. */
public interface TurnProgress {

  /**
   * @param stage reading, searching, found, acting or generating
   */
  void stage(String stage, Map<String, Object> details);

  /** Somebody may be looking: an answer is worth having piece by piece. */
  boolean watched();

  /** A piece of the answer being written; members only see it. */
  void delta(String text);

  /** After Stop, a takeover, or a newer message before the first effect. */
  boolean cancelled();

  /** Call before the first write: from now on a newer message becomes the next turn. */
  void effect();
}

package frontdesk.conversations;

import java.util.Map;

/** How a turn tells where it is, and learns that it is no longer wanted. */
public interface TurnProgress {

  /** One of reading, searching, found, acting, generating, with its details. */
  void stage(String stage, Map<String, Object> details);

  /** A piece of the answer being written; members see it, the customer does not. */
  void delta(String text);

  /** True after Stop, a takeover, or a newer message before the first effect. */
  boolean cancelled();

  /** To be called before the first write: from now on a newer message becomes the next turn. */
  void effect();
}

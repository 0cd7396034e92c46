package frontdesk.identity;

import java.util.Map;
import java.util.UUID;

/** A module whose work belongs to members; asked how much of it each has in hand. */
public interface Workload {

  /** In the current business; who has nothing is left out. */
  Map<UUID, Integer> inHand();
}

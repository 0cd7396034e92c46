package frontdesk.identity;

import java.util.Optional;
import java.util.UUID;

/** A module whose work belongs to members; told in the transaction in which one leaves. */
public interface Handover {

  /**
   * @param to who goes on with it; empty for whoever is free
   */
  void handOver(UUID from, Optional<UUID> to);
}

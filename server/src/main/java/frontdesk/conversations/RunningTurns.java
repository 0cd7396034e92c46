package frontdesk.conversations;

import frontdesk.tenancy.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The turns running on this node, so that they can be stopped. */
@Component
class RunningTurns {

  private final Map<UUID, Running> running = new ConcurrentHashMap<>();

  /** Why a turn is to stop: for good, or to begin again with the newer message. */
  enum Stop {
    NO,
    AGAIN,
    FOR_GOOD
  }

  static final class Running {
    private final TenantId tenant;
    private final UUID conversation;
    private boolean effect;
    private Stop stop = Stop.NO;

    private Running(TenantId tenant, UUID conversation) {
      this.tenant = tenant;
      this.conversation = conversation;
    }

    synchronized Stop stop() {
      return stop;
    }

    synchronized void effect() {
      effect = true;
    }

    private synchronized void newer() {
      if (!effect && stop == Stop.NO) {
        stop = Stop.AGAIN;
      }
    }

    private synchronized void forGood() {
      stop = Stop.FOR_GOOD;
    }
  }

  Running begin(TenantId tenant, UUID conversation) {
    var turn = new Running(tenant, conversation);
    running.put(conversation, turn);
    return turn;
  }

  void end(Running turn) {
    running.remove(turn.conversation, turn);
  }

  /** A newer message has come: what has no effect yet begins again. */
  void newer(UUID conversation) {
    var turn = running.get(conversation);
    if (turn != null) {
      turn.newer();
    }
  }

  /** False when nothing ran here. */
  boolean stop(UUID conversation) {
    var turn = running.get(conversation);
    if (turn != null) {
      turn.forGood();
    }
    return turn != null;
  }

  int count() {
    return running.size();
  }

  Map<TenantId, List<UUID>> byTenant() {
    return running.values().stream()
        .collect(
            Collectors.groupingBy(
                turn -> turn.tenant,
                Collectors.mapping(turn -> turn.conversation, Collectors.toList())));
  }

  Map<TenantId, Long> countByTenant() {
    return running.values().stream()
        .collect(Collectors.groupingBy(turn -> turn.tenant, Collectors.counting()));
  }
}

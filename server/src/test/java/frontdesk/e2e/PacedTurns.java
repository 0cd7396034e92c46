package frontdesk.e2e;

import frontdesk.conversations.PreparedTurn;
import frontdesk.conversations.TurnHandler;
import frontdesk.conversations.TurnProgress;
import frontdesk.conversations.TurnRequest;
import frontdesk.conversations.TurnResult;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;

/**
 * The product's own turns, for chosen tenants as slow as an outside model that writes its answer
 * word by word.
 */
@Primary
class PacedTurns implements TurnHandler {

  private static final int PIECES = 20;

  private final ObjectProvider<TurnHandler> all;
  private final Tenancy tenancy;
  private final Map<UUID, Duration> paces = new ConcurrentHashMap<>();

  PacedTurns(ObjectProvider<TurnHandler> all, Tenancy tenancy) {
    this.all = all;
    this.tenancy = tenancy;
  }

  void pace(UUID tenant, Duration pace) {
    paces.put(tenant, pace);
  }

  @Override
  public List<PreparedTurn> prepare(List<TurnRequest> requests) {
    var product = all.stream().filter(handler -> handler != this).findFirst().orElseThrow();
    var pace = paces.getOrDefault(tenancy.current().value(), Duration.ZERO);
    return product.prepare(requests).stream()
        .<PreparedTurn>map(turn -> progress -> slowly(turn.run(progress), progress, pace))
        .toList();
  }

  private static TurnResult slowly(TurnResult result, TurnProgress progress, Duration pace) {
    if (pace.isZero() || result.reply().isEmpty()) {
      return result;
    }
    var text = result.reply().get().text();
    progress.stage("generating", Map.of());
    for (int piece = 0; piece < PIECES && !progress.cancelled(); piece++) {
      try {
        Thread.sleep(pace.dividedBy(PIECES));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return result;
      }
      progress.delta(
          text.substring(text.length() * piece / PIECES, text.length() * (piece + 1) / PIECES));
    }
    return result;
  }
}

package frontdesk.simulators.whatsapp;

import java.util.HashMap;
import java.util.Map;

/**
 * The vendor's rates: 80 messages a second from one number, one in six seconds to one person with
 * 45 borrowed.
 */
final class Rates {
  private static final double NUMBER_PER_SECOND = 80;
  private static final double PAIR_PER_SECOND = 1 / 6.0;
  private static final double PAIR_BURST = 45;

  private static final class Bucket {
    double tokens;
    long at = System.nanoTime();

    Bucket(double full) {
      tokens = full;
    }

    boolean take(double perSecond, double full) {
      long now = System.nanoTime();
      tokens = Math.min(full, tokens + (now - at) / 1e9 * perSecond);
      at = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  private final Map<String, Bucket> buckets = new HashMap<>();

  synchronized void check(String number, String customer) {
    var whole = buckets.computeIfAbsent(number, fresh -> new Bucket(NUMBER_PER_SECOND));
    SendRules.require(whole.take(NUMBER_PER_SECOND, NUMBER_PER_SECOND), GraphError.of(130429));
    var pair = buckets.computeIfAbsent(number + "/" + customer, fresh -> new Bucket(PAIR_BURST));
    SendRules.require(pair.take(PAIR_PER_SECOND, PAIR_BURST), GraphError.of(131056));
  }

  synchronized void clear() {
    buckets.clear();
  }
}

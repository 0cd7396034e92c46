package frontdesk.bench;

import frontdesk.booking.BookingBench;
import java.util.Locale;

/**
 * Measures the availability function: a line each, name, p50 and p99 in milliseconds, the limit.
 * Ends with 1 when a median is over its limit; the p99 tells how busy the machine was.
 */
final class AvailabilityBench {

  private AvailabilityBench() {}

  static void main() {
    var within = measure(1, 2) & measure(20, 10);
    System.exit(within ? 0 : 1);
  }

  private static boolean measure(int providers, double limit) {
    var figures = BookingBench.availability(providers);
    System.out.printf(
        Locale.ROOT,
        "availability %2d providers x 30 days, 500 appointments, %5d slots: p50 %.2f ms, p99 %.2f"
            + " ms (limit %.0f ms)%n",
        providers,
        figures.slots(),
        figures.p50(),
        figures.p99(),
        limit);
    return figures.p50() <= limit;
  }
}

package frontdesk.agent.models;

import java.util.Comparator;
import java.util.List;

/** What the vendors ask, in US dollars per million tokens; an unknown model counts as free. */
final class Prices {

  private record Price(String family, double input, double cached, double output) {}

  /** By the beginning of the model's name; the longest that fits decides. */
  private static final List<Price> PRICES =
      List.of(
          new Price("gpt-5", 1.25, 0.125, 10),
          new Price("gpt-5-mini", 0.25, 0.025, 2),
          new Price("gpt-5-nano", 0.05, 0.005, 0.4),
          new Price("gpt-4o", 2.5, 1.25, 10),
          new Price("gpt-4o-mini", 0.15, 0.075, 0.6),
          new Price("claude-haiku-4-5", 1, 0.1, 5),
          new Price("claude-sonnet-4", 3, 0.3, 15),
          new Price("claude-opus-4", 15, 1.5, 75),
          new Price("gemini-2.5-flash", 0.3, 0.075, 2.5),
          new Price("gemini-2.5-flash-lite", 0.1, 0.025, 0.4),
          new Price("gemini-2.5-pro", 1.25, 0.31, 10));

  private Prices() {}

  /** A dollar a million tokens is a millionth of a dollar a token, so the product is in micros. */
  static long costMicros(String model, long input, long cached, long output) {
    return PRICES.stream()
        .filter(price -> model.startsWith(price.family()))
        .max(Comparator.comparingInt(price -> price.family().length()))
        .map(
            price ->
                Math.round(
                    (input - cached) * price.input()
                        + cached * price.cached()
                        + output * price.output()))
        .orElse(0L);
  }
}

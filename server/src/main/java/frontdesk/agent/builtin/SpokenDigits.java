package frontdesk.agent.builtin;

import static java.util.Map.entry;

import frontdesk.agent.builtin.Said.Span;
import java.util.Map;
import java.util.Optional;

/** A number said digit by digit: "triple three, five five five, one two three four". */
final class SpokenDigits {

  private static final Map<String, String> DIGITS =
      Map.ofEntries(
          entry("zero", "0"),
          entry("oh", "0"),
          entry("one", "1"),
          entry("uno", "1"),
          entry("two", "2"),
          entry("due", "2"),
          entry("three", "3"),
          entry("tre", "3"),
          entry("four", "4"),
          entry("quattro", "4"),
          entry("five", "5"),
          entry("cinque", "5"),
          entry("six", "6"),
          entry("sei", "6"),
          entry("seven", "7"),
          entry("sette", "7"),
          entry("eight", "8"),
          entry("otto", "8"),
          entry("nine", "9"),
          entry("nove", "9"));

  private static final Map<String, Integer> TIMES =
      Map.of("double", 2, "doppio", 2, "triple", 3, "triplo", 3, "treble", 3);

  /** Fewer in a row may be times. */
  private static final int FEWEST = 7;

  private SpokenDigits() {}

  static Optional<PhoneNumbers.Found> in(Said said) {
    var digits = new StringBuilder();
    int times = 1;
    int start = -1;
    int end = -1;
    for (var word : said.words()) {
      var digit = DIGITS.getOrDefault(word.text(), "");
      if (TIMES.containsKey(word.text()) || !digit.isEmpty()) {
        start = start < 0 ? word.start() : start;
        end = word.end();
        digits.append(digit.repeat(times));
        times = TIMES.getOrDefault(word.text(), 1);
      } else if (digits.length() >= FEWEST) {
        break;
      } else {
        digits.setLength(0);
        start = -1;
        times = 1;
      }
    }
    return digits.length() < FEWEST
        ? Optional.empty()
        : Optional.of(new PhoneNumbers.Found(digits.toString(), true, new Span(start, end)));
  }
}

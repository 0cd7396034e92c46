package frontdesk.agent.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers in words beyond those of the clock: "seventy", "centoventi", "a hundred and twenty". */
final class SpelledSums {

  private static final Map<String, Integer> TENS =
      Map.of("seventy", 70, "eighty", 80, "settanta", 70, "ottanta", 80);

  private SpelledSums() {}

  static Optional<Hit<Integer>> at(List<Token> tokens, Numbers numbers, int i) {
    var word = tokens.get(i).word();
    if (word.startsWith("cento")) {
      var rest = italian(word.substring(5));
      return rest.map(value -> new Hit<>(100 + value, i + 1));
    }
    var hundredAt = numbers.spelled(i).map(Hit::next).orElse(is(tokens, i, "a") ? i + 1 : i);
    if (is(tokens, hundredAt, "hundred")) {
      var count = numbers.spelled(i).map(Hit::value).orElse(1);
      var k = is(tokens, hundredAt + 1, "and") ? hundredAt + 2 : hundredAt + 1;
      var rest = k < tokens.size() ? small(tokens, numbers, k) : Optional.<Hit<Integer>>empty();
      return Optional.of(
          rest.map(hit -> new Hit<>(count * 100 + hit.value(), hit.next()))
              .orElse(new Hit<>(count * 100, hundredAt + 1)));
    }
    return small(tokens, numbers, i);
  }

  private static Optional<Hit<Integer>> small(List<Token> tokens, Numbers numbers, int i) {
    var tens = TENS.get(tokens.get(i).word());
    if (tens == null) {
      return numbers
          .spelled(i)
          .or(() -> italian(tokens.get(i).word()).filter(n -> n > 0).map(n -> new Hit<>(n, i + 1)));
    }
    var k = is(tokens, i + 1, "-") ? i + 2 : i + 1;
    var unit =
        k < tokens.size()
            ? numbers.spelled(k).filter(n -> n.value() < 10)
            : Optional.<Hit<Integer>>empty();
    return Optional.of(
        unit.map(hit -> new Hit<>(tens + hit.value(), hit.next())).orElse(new Hit<>(tens, i + 1)));
  }

  /** "settantacinque", "ottanta", "" for nothing. */
  private static Optional<Integer> italian(String word) {
    if (word.isEmpty()) {
      return Optional.of(0);
    }
    var stems =
        Map.of(
            "vent",
            20,
            "trent",
            30,
            "quarant",
            40,
            "cinquant",
            50,
            "sessant",
            60,
            "settant",
            70,
            "ottant",
            80,
            "novant",
            90);
    var units =
        Map.of(
            "uno", 1, "due", 2, "tre", 3, "quattro", 4, "cinque", 5, "sei", 6, "sette", 7, "otto",
            8, "nove", 9, "dieci", 10);
    if (units.containsKey(word)) {
      return Optional.of(units.get(word));
    }
    for (var stem : stems.entrySet()) {
      if (word.startsWith(stem.getKey())) {
        var rest = word.substring(stem.getKey().length());
        if (rest.equals("i") || rest.equals("a")) {
          return Optional.of(stem.getValue());
        }
        var unit = units.getOrDefault(rest, units.get(rest.isEmpty() ? rest : rest.substring(1)));
        return Optional.ofNullable(unit).map(value -> stem.getValue() + value);
      }
    }
    return Optional.empty();
  }

  private static boolean is(List<Token> tokens, int i, String word) {
    return i < tokens.size() && tokens.get(i).word().equals(word);
  }
}

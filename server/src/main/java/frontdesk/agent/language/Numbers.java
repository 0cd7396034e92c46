package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers in digits and in words of both languages. */
final class Numbers {

  private static final Map<String, Integer> ITALIAN_COMPOUNDS = italianCompounds();

  private final Text text;

  Numbers(Text text) {
    this.text = text;
  }

  /** "25", "twenty-five", "venticinque". */
  Optional<Hit<Integer>> cardinal(int i) {
    return text.digits(i).map(value -> new Hit<>(value, i + 1)).or(() -> spelled(i));
  }

  Optional<Hit<Integer>> spelled(int i) {
    if (i < text.size()
        && ITALIAN_COMPOUNDS.containsKey(text.token(i).word())
        && text.is(i, text.token(i).word())) {
      return hit(ITALIAN_COMPOUNDS.get(text.token(i).word()), i + 1);
    }
    var found = text.find(Role.NUMBER, i);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var value = found.get().value().number();
    var next = found.get().next();
    if (value >= 20 && value % 10 == 0) {
      var unit = text.find(Role.NUMBER, text.is(next, "-") ? next + 1 : next);
      if (unit.isPresent() && unit.get().value().number() > 0 && unit.get().value().number() < 10) {
        return hit(value + unit.get().value().number(), unit.get().next());
      }
    }
    return hit(value, next);
  }

  /** "venticinque": a number of several written as one word. */
  static boolean isCompound(String word) {
    return ITALIAN_COMPOUNDS.containsKey(word);
  }

  /** A number that counts something: also "a", "a couple of". */
  Optional<Hit<Integer>> count(int i) {
    var few = text.find(Role.FEW, i).map(found -> found.map(Lexicon.Entry::number));
    return few.isPresent() && few.get().next() > i + 1 ? few : cardinal(i).or(() -> few);
  }

  /** "15th", "1°", "first", "twenty-first", "primo"; -1 for "last". */
  Optional<Hit<Integer>> ordinal(int i) {
    var digits = text.digits(i);
    if (digits.isPresent() && digits.get() <= 31) {
      var suffix =
          text.glued(i + 1) ? text.find(Role.SUFFIX, i + 1) : Optional.<Hit<Lexicon.Entry>>empty();
      if (suffix.isPresent()) {
        return hit(digits.get(), suffix.get().next());
      }
    }
    return spelledOrdinal(i);
  }

  Optional<Hit<Integer>> spelledOrdinal(int i) {
    var word = text.find(Role.ORDINAL, i);
    if (word.isPresent()) {
      return hit(word.get().value().number(), word.get().next());
    }
    var tens =
        text.find(Role.NUMBER, i)
            .filter(found -> found.value().number() % 10 == 0 && found.value().number() >= 20);
    if (tens.isEmpty()) {
      return Optional.empty();
    }
    var next = tens.get().next();
    return text.find(Role.ORDINAL, text.is(next, "-") ? next + 1 : next)
        .filter(unit -> unit.value().number() > 0 && unit.value().number() < 10)
        .map(unit -> new Hit<>(tens.get().value().number() + unit.value().number(), unit.next()));
  }

  private static Map<String, Integer> italianCompounds() {
    var tens = Map.of(20, "venti", 30, "trenta", 40, "quaranta", 50, "cinquanta");
    var units =
        Map.of(
            1, "uno", 2, "due", 3, "tre", 4, "quattro", 5, "cinque", 6, "sei", 7, "sette", 8,
            "otto", 9, "nove");
    var all = new HashMap<String, Integer>();
    tens.forEach(
        (ten, stem) ->
            units.forEach(
                (unit, word) -> {
                  // the stem drops its vowel before one: ventuno, ventotto
                  var elided = unit == 1 || unit == 8 ? stem.substring(0, stem.length() - 1) : stem;
                  all.put(elided + word, ten + unit);
                }));
    return Map.copyOf(all);
  }
}

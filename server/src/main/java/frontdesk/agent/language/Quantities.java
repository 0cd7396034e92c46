package frontdesk.agent.language;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sums of money and lengths of time in a text, in digits or words of either language. */
public final class Quantities {

  private static final Set<String> CURRENCY =
      Set.of(
          "€",
          "$",
          "£",
          "euro",
          "euros",
          "eur",
          "dollars",
          "dollar",
          "usd",
          "pounds",
          "pound",
          "gbp",
          "quid",
          "bucks",
          "sterline",
          "dollari");

  /**
   * A quantity at its place in the text.
   *
   * @param end index after its last character
   */
  public record Found<T>(T value, int start, int end) {}

  private Quantities() {}

  /** Of hours and minutes only: "un'ora e mezza", "45 min", "half an hour". */
  public static List<Found<Duration>> durations(String text, Locale locale) {
    var words = new Text(text, locale);
    var amounts = new Amounts(words, new Numbers(words));
    var beginnings = new Beginnings(words);
    var found = new ArrayList<Found<Duration>>();
    for (int i = 0; i < words.size(); ) {
      if (!beginnings.at(i)) {
        i++;
        continue;
      }
      var amount =
          amounts.at(i).filter(hit -> !hit.value().ofDays() && hit.value().grain() != Grain.SECOND);
      if (amount.isEmpty()) {
        i++;
        continue;
      }
      found.add(
          new Found<>(
              amount.get().value().duration(),
              words.token(i).start(),
              words.token(amount.get().next() - 1).end()));
      i = amount.get().next();
    }
    return found;
  }

  /** In major units, whatever the currency: "25 €", "€12.50", "trenta euro", "thirty pounds". */
  public static List<Found<BigDecimal>> money(String text, Locale locale) {
    var tokens = Tokens.of(text);
    if (tokens.stream().noneMatch(token -> CURRENCY.contains(token.word()))) {
      return List.of();
    }
    var numbers = new Numbers(new Text(spread(tokens), locale));
    var found = new ArrayList<Found<BigDecimal>>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!CURRENCY.contains(tokens.get(i).word())) {
        continue;
      }
      var before = before(tokens, i);
      var after = before.isPresent() ? Optional.<Found<BigDecimal>>empty() : after(tokens, i);
      before.or(() -> after).or(() -> Optional.<Found<BigDecimal>>empty()).ifPresent(found::add);
      if (before.isEmpty() && after.isEmpty()) {
        spelledBefore(tokens, numbers, i).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The words alone, so that what is hidden as a price from the rules of time can be read. */
  private static String spread(List<Token> tokens) {
    var words = new StringBuilder();
    for (var token : tokens) {
      words.append(CURRENCY.contains(token.word()) ? "~" : token.word()).append(' ');
    }
    return words.toString();
  }

  private static Optional<Found<BigDecimal>> before(List<Token> tokens, int sign) {
    var i = sign - 1;
    if (i < 0 || !tokens.get(i).isNumber()) {
      return Optional.empty();
    }
    var decimal =
        i >= 2
            && tokens.get(i - 2).isNumber()
            && tokens.get(i).glued()
            && tokens.get(i - 1).glued()
            && Set.of(",", ".").contains(tokens.get(i - 1).word());
    var start = decimal ? i - 2 : i;
    return Optional.of(
        new Found<>(number(tokens, start, i), tokens.get(start).start(), tokens.get(sign).end()));
  }

  private static Optional<Found<BigDecimal>> after(List<Token> tokens, int sign) {
    var i = sign + 1;
    if (i >= tokens.size() || !tokens.get(i).isNumber()) {
      return Optional.empty();
    }
    var decimal =
        i + 2 < tokens.size()
            && tokens.get(i + 2).isNumber()
            && tokens.get(i + 1).glued()
            && tokens.get(i + 2).glued()
            && Set.of(",", ".").contains(tokens.get(i + 1).word());
    var end = decimal ? i + 2 : i;
    return Optional.of(
        new Found<>(number(tokens, i, end), tokens.get(sign).start(), tokens.get(end).end()));
  }

  private static BigDecimal number(List<Token> tokens, int first, int last) {
    var whole = tokens.get(first).word();
    if (first == last) {
      return new BigDecimal(whole);
    }
    var rest = tokens.get(last).word();
    // "1.200 €" is twelve hundred
    return rest.length() == 3 ? new BigDecimal(whole + rest) : new BigDecimal(whole + "." + rest);
  }

  private static Optional<Found<BigDecimal>> spelledBefore(
      List<Token> tokens, Numbers numbers, int sign) {
    for (int i = Math.max(0, sign - 4); i < sign; i++) {
      var start = i;
      var number = SpelledSums.at(tokens, numbers, i);
      if (number.isPresent() && number.get().next() == sign) {
        return Optional.of(
            new Found<>(
                BigDecimal.valueOf(number.get().value()),
                tokens.get(start).start(),
                tokens.get(sign).end()));
      }
    }
    return Optional.empty();
  }
}

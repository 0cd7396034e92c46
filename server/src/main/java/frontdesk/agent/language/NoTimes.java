package frontdesk.agent.language;

import java.util.List;
import java.util.Map;

/** Numbers that are no times: phone numbers, prices, counts of people and the like. */
final class NoTimes {

  private NoTimes() {}

  /** Which tokens belong to such a number. */
  static boolean[] in(List<Token> tokens, List<Map<Role, List<Lexicon.Entry>>> starts) {
    var hidden = new boolean[tokens.size()];
    hidePhones(tokens, hidden);
    for (int i = 0; i < tokens.size(); i++) {
      if (is(tokens, i, "€", "$", "£")) {
        hideAmountAfter(tokens, i, hidden);
        hideAmountBefore(tokens, i, starts, hidden);
      } else if (starts.get(i).containsKey(Role.UNIT_OF) || is(tokens, i, "%")) {
        if (starts.get(i).getOrDefault(Role.UNIT_OF, List.of()).stream()
            .noneMatch(Lexicon.Entry::weak)) {
          hideAmountBefore(tokens, i, starts, hidden);
        }
        if (is(tokens, i, "eur", "euro")) {
          hideAmountAfter(tokens, i, hidden);
        }
      }
    }
    return hidden;
  }

  private static void hidePhones(List<Token> tokens, boolean[] hidden) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).isNumber() || isDate(tokens, i)) {
        i = isDate(tokens, i) ? i + 4 : i;
        continue;
      }
      var first = tokens.get(i).word();
      var plus = is(tokens, i - 1, "+");
      if (first.length() < 3 && !plus && !first.startsWith("0")) {
        continue;
      }
      var end = i + 1;
      var total = first.length();
      while (true) {
        var next = end < tokens.size() && tokens.get(end).isNumber() ? end : afterSign(tokens, end);
        if (next < 0 || total >= 15 || isClock(tokens, next)) {
          break;
        }
        total += tokens.get(next).word().length();
        end = next + 1;
      }
      if (total >= 7 && (total > 8 || !looksLikeTimes(tokens, i, end))) {
        for (int k = i; k < end; k++) {
          hidden[k] = true;
        }
        i = end - 1;
      }
    }
  }

  /** The number after a separator that phone numbers have, or -1. */
  private static int afterSign(List<Token> tokens, int i) {
    var separated =
        is(tokens, i, ".", "-", "/", "(", ")")
            && i + 1 < tokens.size()
            && tokens.get(i + 1).isNumber()
            && tokens.get(i).glued()
            && (tokens.get(i + 1).glued() || is(tokens, i, ")"));
    return separated ? i + 1 : -1;
  }

  private static boolean isClock(List<Token> tokens, int i) {
    return is(tokens, i + 1, ":");
  }

  private static boolean looksLikeTimes(List<Token> tokens, int i, int end) {
    return end - i == 2 && tokens.get(i).word().length() == 4 && tokens.get(i + 1).value() < 2400;
  }

  /** Three numbers with the same separator, one of them a year. */
  private static boolean isDate(List<Token> tokens, int i) {
    if (i + 4 >= tokens.size() || !is(tokens, i + 1, ".", "-", "/")) {
      return false;
    }
    if (!is(tokens, i + 3, tokens.get(i + 1).word())
        || !tokens.get(i).isNumber()
        || !tokens.get(i + 2).isNumber()
        || !tokens.get(i + 4).isNumber()) {
      return false;
    }
    var first = tokens.get(i).word().length();
    var last = tokens.get(i + 4).word().length();
    return tokens.get(i + 2).word().length() <= 2
        && ((first <= 2 && (last == 2 || last == 4)) || (first == 4 && last <= 2));
  }

  private static void hideAmountAfter(List<Token> tokens, int i, boolean[] hidden) {
    for (int k = i + 1; k < tokens.size() && k <= i + 3; k++) {
      if (!tokens.get(k).isNumber() && !(is(tokens, k, ".", ",") && tokens.get(k).glued())) {
        return;
      }
      hidden[k] = true;
    }
  }

  private static void hideAmountBefore(
      List<Token> tokens, int i, List<Map<Role, List<Lexicon.Entry>>> starts, boolean[] hidden) {
    for (int k = i - 1; k >= 0 && k >= i - 3; k--) {
      var part =
          tokens.get(k).isNumber()
              || (is(tokens, k, ".", ",") && tokens.get(k).glued() && tokens.get(k + 1).glued());
      if (!part) {
        // "due persone": a count in words, which is hidden only right before its noun
        if (k == i - 1) {
          hidden[k] |= starts.get(k).containsKey(Role.NUMBER);
        }
        return;
      }
      hidden[k] = true;
      if (tokens.get(k).isNumber() && !is(tokens, k - 1, ".", ",")) {
        return;
      }
    }
  }

  private static boolean is(List<Token> tokens, int i, String... words) {
    if (i < 0 || i >= tokens.size()) {
      return false;
    }
    for (var word : words) {
      if (tokens.get(i).word().equals(word)) {
        return true;
      }
    }
    return false;
  }
}

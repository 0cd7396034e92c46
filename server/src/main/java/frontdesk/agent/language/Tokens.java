package frontdesk.agent.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into words, numbers and signs. An apostrophe only parts words. */
final class Tokens {

  /** Longer texts are read up to here: nobody names a time after ten thousand characters. */
  private static final int LIMIT = 12_000;

  private static final String ISH = "ish";

  /** "Fourish" is read as "4ish". */
  private static final Set<String> SPOKEN_HOURS_ISH =
      Set.of(
          "oneish",
          "twoish",
          "threeish",
          "fourish",
          "fiveish",
          "sixish",
          "sevenish",
          "eightish",
          "nineish",
          "tenish",
          "elevenish",
          "twelveish");

  private Tokens() {}

  static List<Token> of(String text) {
    var tokens = new ArrayList<Token>();
    var end = Math.min(text.length(), LIMIT);
    var glued = false;
    for (int i = 0; i < end; ) {
      var code = text.codePointAt(i);
      var width = Character.charCount(code);
      if (isSpace(code)) {
        glued = false;
        i += width;
      } else if (isApostrophe(code)) {
        i += width;
      } else if (isDigit(code)) {
        var stop = i;
        while (stop < end && isDigit(text.charAt(stop))) {
          stop++;
        }
        tokens.add(new Token(text.substring(i, stop), i, stop, Token.Kind.NUMBER, glued));
        glued = true;
        i = stop;
      } else if (isLetter(code)) {
        var stop = i;
        while (stop < end && (isLetter(text.codePointAt(stop)) || isMark(text.charAt(stop)))) {
          stop += Character.charCount(text.codePointAt(stop));
        }
        var word = fold(text.substring(i, stop));
        var stem = SPOKEN_HOURS_ISH.contains(word) ? stop - ISH.length() : stop;
        tokens.add(new Token(fold(text.substring(i, stem)), i, stem, Token.Kind.WORD, glued));
        if (stem < stop) {
          tokens.add(new Token(ISH, stem, stop, Token.Kind.WORD, true));
        }
        glued = true;
        i = stop;
      } else {
        var sign = text.substring(i, i + width);
        tokens.add(new Token(plain(sign), i, i + width, Token.Kind.SIGN, glued));
        glued = true;
        i += width;
      }
    }
    return tokens;
  }

  /** Lower case without accents. */
  static String fold(String word) {
    var lower = word.toLowerCase(java.util.Locale.ROOT);
    if (isAscii(lower)) {
      return lower;
    }
    var folded = new StringBuilder();
    Normalizer.normalize(lower, Normalizer.Form.NFD)
        .chars()
        .filter(c -> !isMark((char) c))
        .forEach(c -> folded.append((char) c));
    return folded.toString();
  }

  private static boolean isAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static String plain(String sign) {
    return switch (sign) {
      case "–", "—", "−", "‐" -> "-";
      case "º", "ª" -> "°";
      default -> sign;
    };
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && c != 'º' && c != 'ª';
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }
}

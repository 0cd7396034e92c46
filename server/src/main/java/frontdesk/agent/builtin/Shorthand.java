package frontdesk.agent.builtin;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is typed short on a phone, written out before anything reads it: "cn", "nn", "w/", "ur". */
final class Shorthand {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("cn", "con"),
          Map.entry("nn", "non"),
          Map.entry("sn", "sono"),
          Map.entry("tt", "tutto"),
          Map.entry("dv", "dove"),
          Map.entry("xk", "perché"),
          Map.entry("xke", "perché"),
          Map.entry("xche", "perché"),
          Map.entry("perke", "perché"),
          Map.entry("qnd", "quando"),
          Map.entry("qndo", "quando"),
          Map.entry("cmq", "comunque"),
          Map.entry("anke", "anche"),
          Map.entry("qlcs", "qualcosa"),
          Map.entry("qlcosa", "qualcosa"),
          Map.entry("qlcn", "qualcuno"),
          Map.entry("qlcuno", "qualcuno"),
          Map.entry("ur", "your"));

  /** With a capital these may be an initial or a family's name. */
  private static final Map<String, String> SMALL = Map.of("w", "with", "u", "you", "ke", "che");

  private static final Pattern WITH =
      Pattern.compile("(?<![\\p{L}\\p{N}@._/'’-])[wW]/\\s*(?=\\p{L})");

  /** "2 x taglio" multiplies. */
  private static final Pattern FOR =
      Pattern.compile("(?<![\\p{L}\\p{N}@._/'’+-])(?<!\\p{N} )x(?= \\p{L})");

  /** A word on its own, not a part of an address. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._/'’+-])\\p{L}{1,6}(?![\\p{L}\\p{N}@_/'’+-]|\\.[\\p{L}\\p{N}])");

  private Shorthand() {}

  static String writtenOut(String text) {
    var with = WITH.matcher(text).replaceAll("with ");
    var per = FOR.matcher(with).replaceAll("per");
    return WORD.matcher(per).replaceAll(word -> Matcher.quoteReplacement(whole(word.group())));
  }

  private static String whole(String word) {
    var small = SMALL.get(word);
    if (small != null) {
      return small;
    }
    var whole = WORDS.getOrDefault(Said.fold(word), "");
    if (whole.isEmpty()) {
      return word;
    }
    return Character.isUpperCase(word.charAt(0))
        ? Character.toUpperCase(whole.charAt(0)) + whole.substring(1)
        : whole;
  }
}

package frontdesk.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says a suggested answer in another tone without touching what it states: sentences are left out
 * or put around it, and none is changed.
 */
final class Rewording {

  private Rewording() {}

  private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

  /** A sentence that only greets, thanks or offers more. */
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?iu)^(hi|hello|good (morning|evening|afternoon)|thanks?|thank you|sure|of course|great"
              + "|ciao|salve|buon(giorno|asera)|grazie|certo|perfetto"
              + "|let (me|us) know|anything else|can i help|what can i do|happy to help"
              + "|fammi sapere|mi faccia sapere|posso aiut|come posso|a presto|see you)\\b.*");

  private static final Pattern ITALIAN =
      Pattern.compile(
          "(?iu)\\b(il|lo|gli|alle|dalle|per|è|sono|di|che|puoi|siamo|aperti|ore|con|del|una?)\\b");

  /** What it states, and nothing around it; the text as it is when there is nothing around it. */
  static String shorter(String text) {
    var kept = new ArrayList<String>();
    for (var line : text.strip().split("\\n+")) {
      var sentences =
          Arrays.stream(BETWEEN_SENTENCES.split(line.strip()))
              .filter(sentence -> !COURTESY.matcher(sentence).matches())
              .toList();
      if (!sentences.isEmpty()) {
        kept.add(String.join(" ", sentences));
      }
    }
    return kept.isEmpty() ? text.strip() : String.join("\n", kept);
  }

  /**
   * @param firstName empty when it is not known
   */
  static String warmer(String text, String firstName) {
    var italian = ITALIAN.matcher(text).results().count() >= 2;
    var greeting =
        firstName.isEmpty()
            ? italian ? "Ciao, grazie del messaggio!" : "Hello, thank you for writing!"
            : (italian ? "Ciao %s, grazie del messaggio!" : "Hello %s, thank you for writing!")
                .formatted(firstName);
    var closing =
        italian
            ? "Se ti serve altro, siamo qui."
            : "If there is anything else, we are here for you.";
    return String.join("\n\n", List.of(greeting, shorter(text), closing));
  }
}

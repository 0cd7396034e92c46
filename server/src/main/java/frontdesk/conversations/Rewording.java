package frontdesk.conversations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Says a suggested answer in another tone without touching what it states: sentences are left out
 * or put around it, and none is changed.
 */
public final class Rewording {

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

  /** Words of courtesy in Italian, which a greeting must not fall behind. */
  private static final Pattern FORMAL =
      Pattern.compile(
          "\\b(Lei|Le|La|Suo|Sua|Suoi|Sue)\\b|(?iu)\\b(desidera|preferisce|vuole|può|scriva|dica)\\b");

  /** What it states, and nothing around it; the text as it is when there is nothing around it. */
  public static String shorter(String text) {
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

  /** The same with a greeting by name and, where it leaves no question open, a kind last word. */
  public static String warmer(String text, String contactName) {
    var stated = shorter(text);
    var tone = tone(text);
    var name = firstName(contactName);
    var parts = new ArrayList<String>();
    parts.add(tone.greeting() + (name.isEmpty() ? "" : " " + name) + tone.thanks());
    parts.add(stated);
    if (!stated.endsWith("?")) {
      parts.add(tone.closing());
    }
    return String.join("\n\n", parts);
  }

  private record Tone(String greeting, String thanks, String closing) {}

  private static Tone tone(String text) {
    if (ITALIAN.matcher(text).results().count() < 2) {
      return new Tone(
          "Hello", ", thank you for writing!", "If there is anything else, we are here for you.");
    }
    return FORMAL.matcher(text).find()
        ? new Tone("Buongiorno", ", grazie del messaggio!", "Se Le serve altro, siamo qui.")
        : new Tone("Ciao", ", grazie del messaggio!", "Se ti serve altro, siamo qui.");
  }

  /** Empty when what is known is a number or nothing. */
  private static String firstName(String contactName) {
    var name = contactName.strip();
    return name.isEmpty() || !Character.isLetter(name.codePointAt(0)) ? "" : name.split("\\s+")[0];
  }
}

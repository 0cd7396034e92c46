package frontdesk.agent.builtin;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Which of the offered ones: "the second one", "la prima", "l'ultimo", "either". */
final class Ordinals {

  private static final String[] NTH = {
    "first|1st|prim[ao]|top one|earliest|earlier|former|piu presto",
    "second|2nd|second[ao]|middle one|latter",
    "third|3rd|terz[ao]",
    "fourth|4th|quart[ao]"
  };

  private static final Pattern[] PATTERNS = new Pattern[NTH.length];

  static {
    for (int i = 0; i < NTH.length; i++) {
      PATTERNS[i] =
          Pattern.compile(
              "\\b(?:the|la|il|quell[ao]|per la|per il|option|opzione|number|numero|facciamo la"
                  + "|prendo la|prendo il)\\s+(?:"
                  + NTH[i]
                  + ")\\b(?!\\s+(?:volta|time|consult\\w*|consulenza|visita|appointment|meeting|di|thing))"
                  + "|^\\W*(?:ok\\s+|yes\\s+|si\\s+)?(?:"
                  + NTH[i]
                  + ")(?:\\s+(?:one|please|pls|thanks|grazie|opzione|option|proposta))*\\W*$"
                  + "|^\\W*(?:option|number|numero|opzione|n\\.?|#)\\W*"
                  + (i + 1)
                  + "\\W*$");
    }
  }

  private static final Pattern LAST =
      Pattern.compile(
          "\\b(the last( one)?(?! (?:time|week|month|year|visit|appointment))|l'ultim[ao]|the"
              + " latest( one)?|the later (one|slot|time)|latest one|quell[oa] piu tardi|il piu"
              + " tardi|la piu tardi)\\b");

  private static final Pattern ANY =
      Pattern.compile(
          "\\b(either|any of (them|those|these)|whichever|any(thing)? (is|would be)"
              + " (fine|ok|good)|any time|when ?ever|quando (?:vuoi|volete|vuole|capita|ti"
              + " pare)|uno? qualsiasi|una qualsiasi|qualsiasi|qualunque|uguale|indifferente|e lo"
              + " stesso|fa lo stesso|vanno bene tutt[ie]|tutte e due|tutti e due|scegli tu|scelga"
              + " lei|you (choose|pick|decide)|don'?t mind|no preference|up to you|whatever|non"
              + " importa|come preferit?[ei])\\b");

  private Ordinals() {}

  /** Its place, from 0; nothing when it names none of them. One that likes all has the first. */
  static OptionalInt in(Said said, int offered) {
    var nth = nth(said, offered);
    boolean any = nth.isEmpty() && offered > 0 && ANY.matcher(said.plain()).find();
    return any ? OptionalInt.of(0) : nth;
  }

  /** "Any time after 3" narrows; it does not mean that all are liked. */
  private static final Pattern BOUNDED =
      Pattern.compile(
          "\\bany ?time (from|after|before|between|until|past)\\b|\\bqualsiasi (ora|orario|momento)"
              + " (dalle|dopo|prima|entro|tra|fra)\\b");

  static boolean likesAll(Said said) {
    return ANY.matcher(BOUNDED.matcher(said.plain()).replaceAll(" ")).find();
  }

  static OptionalInt nth(Said said, int offered) {
    if (offered == 0) {
      return OptionalInt.empty();
    }
    if (LAST.matcher(said.plain()).find()) {
      return OptionalInt.of(offered - 1);
    }
    for (int i = Math.min(PATTERNS.length, offered) - 1; i >= 0; i--) {
      if (PATTERNS[i].matcher(said.plain()).find()) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}

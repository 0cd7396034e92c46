package frontdesk.agent.builtin;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is to come, as far as it is said: the writer, another one, or both.
 *
 * @param another it is for another one than the writer
 * @param several it is for the writer and another one, or for two others
 * @param called what the other one is called, where that is said
 */
record Company(boolean another, boolean several, Optional<PersonNames.Found> called) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String MY = "(?:my|our|mi[oa]|il mio|la mia|nostr[oa]|un|una|a)";

  private static final Pattern ANOTHER =
      Pattern.compile(
          "\\b(?:for|per|x|di)\\s+(?:my|mi[oa]|il mio|la"
              + " mia|our|nostr[oa]|un|una|a|sua|suo|his|her)"
              + "\\s+(?:(?:little|eldest|oldest|youngest|older|younger|elderly)\\s+)?"
              + PersonNames.RELATIVES
              + "\\b|\\b(?:my|mi[oa])\\s+"
              + PersonNames.RELATIVES
              + "\\b(?:(?!n'?t |not |non )[^.,;!?]){0,20}\\b(?:too|also|as"
              + " well|come|needs?|wants?|would|pure|vorrebbe|deve|ha"
              + " bisogno)\\b|\\b(?:can|could|may|anche|pure)\\s+(?:my|il mio|la mia|mi[oa])\\s+"
              + PersonNames.RELATIVES
              + "\\b|\\b(?:book|get|bring|fit|squeeze|put|sign|prenotare|prenoto|portare|segnare|mettere)"
              + " (?:in )?(?:my|our|mi[oa]|nostr[oa]) "
              + PersonNames.RELATIVES
              + "\\b|\\b(?:not for me|non (?:e )?per me|it'?s not me)\\b",
          FLAGS);

  private static final Pattern SEVERAL =
      Pattern.compile(
          "\\b(?:for|per|x) (?:me|myself|us) (?:and|&|e|ed|plus|\\+) (?:for |per |anche )?"
              + MY
              + "\\b|\\b(?:for|per|x) "
              + MY
              + " "
              + PersonNames.RELATIVES
              + "(?: \\w+)? (?:and|&|e|ed|plus|\\+) (?:for |per )?(?:me|myself|io)\\b"
              + "|\\b(?:for|per|x) "
              + MY
              + " "
              + PersonNames.RELATIVES
              + "(?: \\w+)? (?:and|&|e|ed|plus|\\+) (?:for |per )?"
              + MY
              + " "
              + PersonNames.RELATIVES
              + "\\b|\\b(?:me|myself|io) (?:and|&|e|ed) "
              + MY
              + " "
              + PersonNames.RELATIVES
              + "(?: \\w+)? (?:both |entrambi |,)?"
              + "(?:need|want|would|'?d|are|can|could|vorremmo|vogliamo|volevamo|abbiamo|avremmo"
              + "|dovremmo|possiamo|potremmo|ci )"
              + "|\\b"
              + MY
              + " "
              + PersonNames.RELATIVES
              + " (?:and|&|e|ed) (?:i|io) (?:both )?(?:need|want|would|'?d (?:like|love)|can|could"
              + "|vorremmo|vogliamo|volevamo|avremmo|dovremmo|potremmo)|\\b(?:for|per|in)"
              + " (?:two|2|due)(?: (?:people|persons|of us|persone|di noi))?\\b"
              + "(?!\\s*(?:pm|am|o'?clock|:|hours|ore|weeks|days|settimane|giorni|mesi|months|or|o|e"
              + " mezza|and|thirty))|\\b(?:both of us|us both|the two of us|entrambi|tutti e due"
              + " noi|noi due|siamo in (?:due|2))\\b",
          FLAGS);

  /** Two who come, and the writer is none of them. */
  private static final Pattern TWO_OTHERS =
      Pattern.compile(
          "\\b(?:for|book|bring|per|prenotare|portare) (?:my |our |both my |i miei |le mie |i"
              + " nostri )(?:two |2 |due"
              + " )?(?:kids|children|sons|daughters|boys|girls|twins|figli|figlie|bambini"
              + "|bambine|ragazzi|ragazze|gemelli|genitori|parents|nipoti)\\b");

  static Company in(Said said) {
    if (TWO_OTHERS.matcher(said.plain()).find()) {
      return new Company(true, true, Optional.empty());
    }
    boolean several = SEVERAL.matcher(said.plain()).find();
    boolean another = !several && ANOTHER.matcher(said.plain()).find();
    return new Company(
        another, several, several || another ? PersonNames.ofAnother(said) : Optional.empty());
  }
}

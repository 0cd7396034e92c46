package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import java.util.List;
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

  private static final String MY =
      "(?:my|me|our|mi[oa]|il mio|la mia|nostr[oa]|un'|un|una|a|the|l[ao])"
          + "\\s*(?:(?:little|eldest|oldest|youngest|older|younger|elderly|best)\\s+)?";

  private static final String AND = "(?:and|&|e|ed|plus|\\+)";

  private static final Pattern ANOTHER =
      Pattern.compile(
          "\\b(?:for|per|x|di)\\s+(?:my|me|mi[oa]|il mio|la"
              + " mia|our|nostr[oa]|un|una|a|sua|suo|his|her)"
              + "\\s+(?:(?:little|eldest|oldest|youngest|older|younger|elderly)\\s+)?"
              + PersonNames.RELATIVES
              + "\\b|\\b(?:my|mi[oa])\\s+"
              + PersonNames.RELATIVES
              + "\\b(?:(?!n'?t |not |non )[^.,;!?]){0,20}\\b(?:too|also|as"
              + " well|come|needs?|wants?|would|pure|vorrebbe|deve|ha"
              + " bisogno)\\b|\\b(?:can|could|may|anche|pure)\\s+(?:my|il mio|la mia|mi[oa])\\s+"
              + PersonNames.RELATIVES
              + "\\b|\\b(?:book|get|bring|fit|squeeze|put|sign|see|check|look"
              + " at|prenotare|prenoto|portare|segnare|mettere|vedere|visitare|controllare)"
              + " (?:in )?(?:my|our|il mio|la mia|mi[oa]|nostr[oa]) "
              + PersonNames.RELATIVES
              + "\\b|\\b(?:my|our) "
              + PersonNames.RELATIVES
              + "'s (?!name|number|phone)|\\b(?:not for me|non (?:e )?per me|it'?s not me)\\b",
          FLAGS);

  /** "My husband and I have moved here" asks for nothing. */
  private static final String NOT_TOLD =
      "(?! (?:\\w+ )?(?:'?ve|have|has|had|were|was|are (?:new|moving)|just|moved|went|came|live"
          + "|liked|loved|saw|don'?t|abbiamo (?!bisogno)|eravamo|siamo (?!in|interessat)|viviamo))";

  private static final Pattern SEVERAL =
      Pattern.compile(
          "\\b(?:me|myself|us|io) "
              + AND
              + " (?:for |per |anche )?"
              + MY
              + PersonNames.RELATIVES
              + NOT_TOLD
              + "|\\b"
              + MY
              + PersonNames.RELATIVES
              + "(?: \\w+)?,? "
              + AND
              + " (?:for |per |anche )?(?:me|myself|i|io)\\b"
              + NOT_TOLD
              + "|\\b(?:for|per|x) "
              + MY
              + PersonNames.RELATIVES
              + "(?: \\w+)? "
              + AND
              + " (?:for |per )?"
              + MY
              + PersonNames.RELATIVES
              + "|(?<!\\bnot )(?<!\\bnon )(?<!\\bnon [eè] )\\b(?:for|per|x)"
              + " (?:me|myself)\\b[^.;!?]{0,60}\\b"
              + AND
              + "\\b[^.;!?]{0,30}\\b(?:for|per|x) "
              + MY
              + PersonNames.RELATIVES
              + "|\\b(?:for|per|x) "
              + MY
              + PersonNames.RELATIVES
              + "[^.;!?]{0,60}\\b"
              + AND
              + "\\b[^.;!?]{0,30}\\b(?:for|per|x) (?:me|myself)\\b|\\b(?:for|per|in)"
              + " (?:two|2|due)(?: (?:people|persons|of us|persone|di noi))?\\b"
              + "(?!\\s*(?:pm|am|o'?clock|:|hours|ore|weeks|days|settimane|giorni|mesi|months|or|o|e"
              + " mezza|and|thirty))|\\b(?:both of us|us both|we both|we'd both|(?:the )?two of"
              + " us|2 of us|entrambi|tutti e due noi|noi due|siamo (?:in )?(?:due|2))\\b",
          FLAGS);

  /** "For 2", where two come and no hour is meant: something else says that they are several. */
  private static final Pattern COUNT =
      Pattern.compile(
          "\\b(?:for|per|x) (?:[2-6]|two|three|four|due|tre|quattro)\\b"
              + "(?!\\s*(?:[:.]\\d|pm|am|o'?clock|hours?|ore|weeks?|days?|settimane|giorni|mes[ei]"
              + "|months?|minut\\w+|or|o|e mezza|and a|thirty)\\b)");

  private static final Pattern OTHER_HOUR =
      Pattern.compile("\\b(?:at|alle|ore|h) ?\\d|@ ?\\d|\\d ?(?:am|pm)\\b|\\d[:.]\\d\\d\\b");

  private static final Pattern TOGETHER =
      Pattern.compile(
          "\\b(?:both|each|us|together|people|persons|me and|and me|persone|io e|e io|noi|insieme"
              + "|entrambi|tutti)\\b");

  /** Two who come, and the writer is none of them. */
  private static final Pattern TWO_OTHERS =
      Pattern.compile(
          "\\b(?:(?:for|book|bring|per|prenotare|portare) (?:my |our |both my |both of my |the |i"
              + " miei |le mie |i nostri |i )(?:two |2 |due )?|(?:my|our|i miei|le mie|i nostri)"
              + " (?:two|2|due) |both (?:of )?my )"
              + "(?:kids|children|sons|daughters|boys|girls|twins|figli|figlie|bambini"
              + "|bambine|ragazzi|ragazze|gemelli|genitori|parents|nipoti)\\b");

  /** The numbers that count who comes. */
  static List<Span> counts(Said said) {
    var together = TOGETHER.matcher(said.plain()).find();
    return COUNT
        .matcher(said.plain())
        .results()
        .map(found -> new Span(found.start(), found.end()))
        .filter(span -> together || OTHER_HOUR.matcher(said.without(List.of(span)).plain()).find())
        .toList();
  }

  static Company in(Said said) {
    if (TWO_OTHERS.matcher(said.plain()).find()) {
      return new Company(true, true, Optional.empty());
    }
    boolean several = SEVERAL.matcher(said.plain()).find();
    boolean another = !several && ANOTHER.matcher(said.plain()).find();
    return new Company(
        another, several, several || another ? CompanyNames.ofAnother(said) : Optional.empty());
  }
}

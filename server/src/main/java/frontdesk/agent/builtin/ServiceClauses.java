package frontdesk.agent.builtin;

import java.util.regex.Pattern;

/** The words around a service that is named and yet not asked for. */
final class ServiceClauses {

  /** "I don't need the full ..." */
  private static final Pattern NOT_WANTED =
      Pattern.compile(
          "\\b(?:(?:don'?t|do not|doesn'?t|didn'?t|wouldn'?t) (?:really |actually )?(?:need|want"
              + "|fancy|mean)|non (?:mi serve|voglio|vorrei|ho bisogno|intendo|intendevo))\\b"
              + "(?:(?!\\b(?:just|only|but|solo|ma)\\b)[^.,;:!?]){0,25}$");

  /** Between the occasion and what it is for. */
  private static final Pattern FOR =
      Pattern.compile(
          "\\s*(?:for|about|regarding|concerning|to (?:do|discuss|talk"
              + " about|have|get)|per|x|su|sulla|sul|riguardo(?: a)?|circa|in merito a|relativ[oa]"
              + " a)(?:l|lla|llo|lle|gli)?\\s+(?:(?:fare|parlare di|parlare della|discutere)\\s+)?"
              + "(?:(?:a|an|the|my|our|la|il|lo|le|i|un|uno|una|mia|mio)\\s+)*");

  /** From a visit that was up to here, without a wish between. */
  private static final String SINCE =
      "(?:(?!\\b(?:but|so|and i|now|would|i'?d|like|need|want|can|could|book|ma|quindi|adesso|ora"
          + "|vorrei|voglio|mi serve|posso|potrei)\\b)[^.;:!?]){0,60}$";

  private static final Pattern HAD =
      Pattern.compile(
          "\\b(?:(?:i|we)(?:'?ve| have)? (?:(?:just|already|recently|only) )?had"
              + "|ho (?:gia |appena )?(?:fatto|avuto))(?: (?:the|an?|my|la|il|lo|l'|una?))?\\s*$"
              + "|\\b(?:(?:i|we) (?:was|were) (?:with|in|there|here|at)|(?:i|we) came"
              + "|(?:sono|ero|siamo|eravamo) (?:gia )?(?:stat[oaei]|venut[oaei]))\\b"
              + SINCE);

  /** Before the words for a first visit, where somebody only says that it is one. */
  private static final Pattern IT_IS =
      Pattern.compile(
          "(?:(?:\\b(?:it'?s|this(?: is|'?s|'?ll be| will be)|that'?s|sarebbe|sar[aà])"
              + "|(?<!\\p{L})(?:è|e'))(?: actually| però| anche)?"
              + " (?:my|our|the|la mia|la nostra|il mio|la|il)|\\be (?:la mia|la nostra|il mio))"
              + " (?:very )?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ServiceClauses() {}

  static boolean turnDown(String before) {
    return NOT_WANTED.matcher(before).find();
  }

  /** "I had a check-up in March", "sono venuta il mese scorso per il colore". */
  static boolean tellOfThePast(String before) {
    return HAD.matcher(before).find();
  }

  /**
   * "I'd like a massage, it's my first visit": said of oneself.
   *
   * @param before with its accents: "è" is no "e"
   */
  static boolean tellOfOneself(String before) {
    return IT_IS.matcher(before).find();
  }

  /** "A meeting about my tax return": the first is only the occasion for the second. */
  static boolean leadOn(String between) {
    return FOR.matcher(between).matches();
  }
}

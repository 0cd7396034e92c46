package frontdesk.agent.builtin;

import java.util.regex.Pattern;

/** Words by which a writer takes back what was just said: "no wait, sorry", "anzi", "I mean". */
final class Corrections {

  /** A "no" alone denies what follows ("no beard"); before an article or a sorry it corrects. */
  private static final Pattern CORRECTS =
      Pattern.compile(
          "\\b(actually|anzi|sorry|scusa|scusi|scusate|scusami|pardon|i mean|i meant|meant|volevo"
              + " dire|intendevo|cioe|wait|aspetta|aspetti|hang on|hold on|scratch that|make"
              + " that|correggo|correction|mi sono sbagliat[oa]|ho sbagliato|mi correggo|my"
              + " mistake|no+,? (an?|the|un|uno|una|un'|il|la|lo|meglio|facciamo|rather|better)"
              + "|or rather|no no)\\b");

  /** "And actually a beard trim too" adds; it takes nothing back. */
  private static final Pattern ADDS =
      Pattern.compile("\\b(and|plus|also|as well|too|ed?|anche|pure)\\b");

  private Corrections() {}

  static boolean between(Said said, int from, int to) {
    if (from >= to) {
      return false;
    }
    return CORRECTS.matcher(said.plain()).region(from, to).find()
        && !ADDS.matcher(said.plain()).region(from, to).find();
  }
}

package frontdesk.agent.language;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where in a text an expression of time may begin, so that the rules are not tried at every word:
 * one that can lead, with the core of an expression not far behind.
 */
final class Beginnings {

  /** What every expression has one of. */
  private static final Set<Role> CORE =
      EnumSet.of(
          Role.WEEKDAY,
          Role.MONTH,
          Role.NUMBER,
          Role.ORDINAL,
          Role.UNIT,
          Role.DAY,
          Role.NOW,
          Role.PART,
          Role.TODAY,
          Role.IN_A_DAY,
          Role.HALF,
          Role.HALF_PAST,
          Role.QUARTER,
          Role.QUARTER_TO,
          Role.NOON,
          Role.MIDNIGHT,
          Role.WEEKEND,
          Role.SEASON,
          Role.HOLIDAY,
          Role.LATER,
          Role.EARLIER,
          Role.SHIFT_DAY,
          Role.SAME_TIME,
          Role.SAME_DAY,
          Role.RIGHT_AFTER);

  private static final Set<String> CORE_WORDS =
      Set.of(
          "day",
          "giorno",
          "mezz",
          "mezza",
          "mezzo",
          "mezzora",
          "mezzoretta",
          "quarter",
          "quarters",
          "quarto",
          "quarti");

  /** What may stand before the core and belong to it. */
  private static final Set<Role> LEADING =
      EnumSet.of(
          Role.FEW,
          Role.WHICH,
          Role.AT,
          Role.BEFORE,
          Role.BY,
          Role.WITHIN,
          Role.AFTER,
          Role.FROM,
          Role.IN,
          Role.BEGIN,
          Role.MID,
          Role.END,
          Role.WEEK_OF,
          Role.PUSH_LATER,
          Role.PULL_EARLIER,
          Role.IGNORE);

  private static final Set<String> LEADING_WORDS =
      Set.of(
          "the", "these", "in", "to", "il", "lo", "la", "l", "i", "gli", "le", "dal", "al", "del",
          "nel", "nei", "negli", "nelle", "a", "an", "un", "una");

  /** "Not before at around about the third": no more words than these lead up to a core. */
  private static final int LONGEST_APPROACH = 8;

  private final boolean[] may;

  Beginnings(Text text) {
    may = new boolean[text.size()];
    var core = text.size() + LONGEST_APPROACH;
    for (int i = text.size() - 1; i >= 0; i--) {
      var here = isCore(text, i);
      core = here ? i : core;
      may[i] = here || core - i <= LONGEST_APPROACH && leads(text, i);
    }
  }

  boolean at(int i) {
    return may[i];
  }

  private static boolean isCore(Text text, int i) {
    return text.digits(i).isPresent()
        || text.hasAny(CORE, i)
        || CORE_WORDS.contains(text.token(i).word())
        || Numbers.isCompound(text.token(i).word());
  }

  private static boolean leads(Text text, int i) {
    return LEADING_WORDS.contains(text.token(i).word()) || text.hasAny(LEADING, i);
  }
}

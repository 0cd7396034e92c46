package frontdesk.agent.language;

/** Slips of the finger. */
final class Slips {

  private Slips() {}

  /** One letter missing, added, changed, or two neighbours swapped; the first letter is right. */
  static boolean one(String word, String written) {
    if (word.charAt(0) != written.charAt(0) || Math.abs(word.length() - written.length()) > 1) {
      return false;
    }
    var shorter = word.length() <= written.length() ? word : written;
    var longer = shorter.equals(word) ? written : word;
    var i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    if (shorter.length() < longer.length()) {
      return shorter.substring(i).equals(longer.substring(i + 1));
    }
    if (i >= shorter.length() - 1) {
      return true;
    }
    var swapped =
        shorter.charAt(i) == longer.charAt(i + 1) && shorter.charAt(i + 1) == longer.charAt(i);
    return shorter.substring(i + 1).equals(longer.substring(i + 1))
        || (swapped && shorter.substring(i + 2).equals(longer.substring(i + 2)));
  }
}

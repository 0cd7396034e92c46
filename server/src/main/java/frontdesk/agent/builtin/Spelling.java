package frontdesk.agent.builtin;

import java.util.Set;

/** Whether a word is another one mistyped or in another form. */
final class Spelling {

  /** Everyday words one slip away from a trade's word; they mean themselves. */
  private static final Set<String> THEMSELVES = WordList.read("own-words.txt");

  private Spelling() {}

  static boolean sameWord(String said, String word) {
    return said.equals(word) || sameStem(said, word) || slip(said, word);
  }

  /** Singular or plural, English or Italian. */
  static boolean sameStem(String said, String word) {
    if (said.length() < 4 || word.length() < 3 || THEMSELVES.contains(said)) {
      return false;
    }
    return stem(said).equals(stem(word));
  }

  private static String stem(String word) {
    int end = word.length();
    while (end > 3 && "aeios".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }

  /** A slip of the finger: one in words of five letters or more, two in long ones. */
  static boolean slip(String said, String word) {
    if (word.length() < 5 || said.length() < 4 || THEMSELVES.contains(said)) {
      return false;
    }
    int allowed = word.length() >= 9 ? 2 : 1;
    return Math.abs(said.length() - word.length()) <= allowed && distance(said, word) <= allowed;
  }

  /** Letters added, left out, changed or swapped with their neighbour. */
  static int distance(String a, String b) {
    var before = new int[b.length() + 1];
    var last = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      var spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}

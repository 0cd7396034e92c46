package frontdesk.agent.builtin;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** English or Italian, and whether the writer keeps a distance. */
final class Languages {

  private static final Set<String> ENGLISH = WordList.read("english-words.txt");

  private static final Set<String> ITALIAN = WordList.read("italian-words.txt");

  private static final Pattern FORMAL =
      Pattern.compile(
          "\\b(gentil[ei]|cordial\\w*|distinti|cortese\\w*|egregi\\w*|spettabile|la"
              + " (ringrazio|prego|disturbo)|(lo|la|li|le|mi)"
              + " (metta|segni|sposti|annulli|cancelli|prenoti|confermi|dica|scusi|faccia)|(metta|segni|sposti|annulli|cancelli|confermi|scusi|dica|faccia)"
              + " pure|annulli|scusi|potrebbe|saprebbe|avrebbe|per lei|a lei|buonasera a"
              + " lei|perdon(i|ate))\\b");

  private Languages() {}

  /** The language most of the words belong to; nothing when they say neither. */
  static Optional<String> of(Said said) {
    int english = 0;
    int italian = 0;
    for (var word : said.words()) {
      english += ENGLISH.contains(word.text()) ? 1 : 0;
      italian += ITALIAN.contains(word.text()) ? 1 : 0;
    }
    if (english == italian) {
      return Optional.empty();
    }
    return Optional.of(english > italian ? "en" : "it");
  }

  /**
   * Changes to another language only on clear words: a single borrowed one ("ok", "domani") in the
   * middle of a talk does not.
   */
  static Optional<String> after(Optional<String> spoken, Said said) {
    if (spoken.isEmpty()) {
      return of(said);
    }
    int own = 0;
    int other = 0;
    for (var word : said.words()) {
      boolean english = ENGLISH.contains(word.text());
      boolean italian = ITALIAN.contains(word.text());
      if (english != italian) {
        boolean same = english == spoken.get().equals("en");
        own += same ? 1 : 0;
        other += same ? 0 : 1;
      }
    }
    return (other >= 3 && other > 2 * own) || (other == 2 && own == 0)
        ? Optional.of(spoken.get().equals("en") ? "it" : "en")
        : spoken;
  }

  static boolean formal(Said said) {
    return FORMAL.matcher(said.plain()).find();
  }
}

package frontdesk.agent.builtin;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** English or Italian, and whether the writer keeps a distance. */
final class Languages {

  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "a",
          "an",
          "i",
          "i'm",
          "im",
          "you",
          "my",
          "me",
          "is",
          "are",
          "it's",
          "its",
          "to",
          "for",
          "with",
          "and",
          "or",
          "of",
          "at",
          "on",
          "in",
          "hi",
          "hey",
          "hello",
          "hiya",
          "please",
          "pls",
          "plz",
          "thanks",
          "thank",
          "thx",
          "ta",
          "cheers",
          "yes",
          "yeah",
          "yep",
          "what",
          "when",
          "where",
          "how",
          "who",
          "which",
          "can",
          "could",
          "would",
          "do",
          "does",
          "have",
          "has",
          "need",
          "want",
          "like",
          "get",
          "book",
          "appointment",
          "haircut",
          "tomorrow",
          "today",
          "morning",
          "afternoon",
          "evening",
          "next",
          "this",
          "that",
          "not",
          "don't",
          "dont",
          "any",
          "anyone",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "much",
          "time",
          "free",
          "week",
          "good",
          "name",
          "sorry",
          "okay",
          "it",
          "we",
          "be",
          "am",
          "pm",
          "fine",
          "great",
          "cut",
          "after",
          "before",
          "something",
          "anything",
          "one",
          "first",
          "was",
          "if",
          "your",
          "there",
          "tmrw",
          "cud",
          "actually",
          "mind",
          "cancel",
          "move",
          "just");

  private static final Set<String> ITALIAN =
      Set.of(
          "il",
          "lo",
          "la",
          "gli",
          "le",
          "un",
          "una",
          "uno",
          "di",
          "da",
          "per",
          "con",
          "del",
          "della",
          "dei",
          "al",
          "alle",
          "all",
          "alla",
          "che",
          "e",
          "mi",
          "ti",
          "si",
          "sono",
          "ho",
          "ha",
          "hai",
          "avete",
          "siete",
          "ciao",
          "salve",
          "buongiorno",
          "buonasera",
          "buon",
          "grazie",
          "grz",
          "prego",
          "vorrei",
          "voglio",
          "posso",
          "potrei",
          "puo",
          "cosa",
          "come",
          "quando",
          "quanto",
          "dove",
          "chi",
          "quale",
          "domani",
          "dopodomani",
          "oggi",
          "ieri",
          "mattina",
          "mattino",
          "pomeriggio",
          "sera",
          "lunedi",
          "martedi",
          "mercoledi",
          "giovedi",
          "venerdi",
          "sabato",
          "domenica",
          "prenotare",
          "appuntamento",
          "taglio",
          "bene",
          "va",
          "non",
          "nn",
          "ma",
          "anche",
          "fare",
          "mio",
          "mia",
          "ore",
          "ora",
          "tra",
          "fra",
          "settimana",
          "prossima",
          "prossimo",
          "scusa",
          "scusi",
          "scusate",
          "perfetto",
          "certo",
          "costa",
          "dmn",
          "x",
          "nome",
          "serve",
          "tutto",
          "lei",
          "voi",
          "questo",
          "questa",
          "c",
          "nel",
          "nella",
          "anzi",
          "meglio",
          "spostare",
          "disdire",
          "annullare",
          "qualcosa",
          "stesso",
          "stessa",
          "uguale",
          "piu",
          "sul",
          "mezza",
          "mezzogiorno",
          "facciamo",
          "buona",
          "gentile",
          "ven",
          "merc",
          "giov",
          "sab");

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

package frontdesk.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells English from Italian by the small words that people cannot do without. */
final class SpokenLanguage {

  private static final Set<String> ENGLISH =
      Set.of(
          "the",
          "a",
          "an",
          "is",
          "are",
          "i",
          "i'd",
          "i'm",
          "im",
          "you",
          "u",
          "my",
          "me",
          "do",
          "does",
          "can",
          "could",
          "would",
          "have",
          "has",
          "got",
          "what",
          "when",
          "how",
          "much",
          "hi",
          "hello",
          "hey",
          "thanks",
          "thank",
          "thx",
          "please",
          "pls",
          "yes",
          "yep",
          "for",
          "at",
          "on",
          "of",
          "to",
          "and",
          "with",
          "tomorrow",
          "tmrw",
          "today",
          "morning",
          "afternoon",
          "evening",
          "book",
          "cancel",
          "appointment",
          "anyone",
          "any",
          "need",
          "want",
          "it",
          "that",
          "this",
          "be",
          "not",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

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
          "del",
          "della",
          "dei",
          "che",
          "è",
          "e",
          "sono",
          "ho",
          "hai",
          "avete",
          "ha",
          "vorrei",
          "voglio",
          "posso",
          "potrei",
          "potete",
          "può",
          "mi",
          "per",
          "x",
          "con",
          "da",
          "alle",
          "al",
          "ciao",
          "salve",
          "buongiorno",
          "buonasera",
          "grazie",
          "prego",
          "sì",
          "si",
          "quanto",
          "quando",
          "come",
          "dove",
          "domani",
          "oggi",
          "mattina",
          "pomeriggio",
          "sera",
          "prenotare",
          "appuntamento",
          "disdire",
          "annullare",
          "spostare",
          "questo",
          "quello",
          "non",
          "anche",
          "ma",
          "lunedì",
          "martedì",
          "mercoledì",
          "giovedì",
          "venerdì",
          "sabato",
          "domenica",
          "lunedi",
          "martedi",
          "mercoledi",
          "giovedi",
          "venerdi",
          "va",
          "bene",
          "perfetto",
          "certo",
          "cosa",
          "fate",
          "siete",
          "costa");

  private SpokenLanguage() {}

  /** Of the newest text that shows one; empty when none does. */
  static Optional<Locale> of(List<String> newestFirst) {
    return newestFirst.stream().flatMap(text -> of(text).stream()).findFirst();
  }

  private static Optional<Locale> of(String text) {
    var words = text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^\\p{L}']+");
    var english = Arrays.stream(words).filter(ENGLISH::contains).count();
    var italian = Arrays.stream(words).filter(ITALIAN::contains).count();
    if (english == italian) {
      return Optional.empty();
    }
    return Optional.of(english > italian ? Locale.ENGLISH : Locale.ITALIAN);
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.builtin.PersonNames.Found;
import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.builtin.Said.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names that words of time are part of: "Jo March", "Marco Sabato", "a nome Maggio". Looked for
 * before times are, so that nobody's surname becomes a day.
 */
final class TimelyNames {

  private static final Set<String> MONTHS =
      Set.of(
          "jan",
          "gio",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "gennaio",
          "febbraio",
          "marzo",
          "aprile",
          "maggio",
          "giugno",
          "luglio",
          "agosto",
          "settembre",
          "ottobre",
          "novembre",
          "dicembre");

  private static final Set<String> OTHERS =
      Set.of(
          "eve",
          "dawn",
          "day",
          "summer",
          "winter",
          "spring",
          "noon",
          "friday",
          "monday",
          "sunday",
          "domenica",
          "sabato",
          "natale",
          "pasqua",
          "sera",
          "notte",
          "mattina",
          "estate",
          "ora",
          "oggi",
          "easter",
          "christmas",
          "weeks",
          "lunedi",
          "martedi",
          "venerdi");

  /** Those that stand first in a name. */
  private static final Set<String> GIVEN =
      Set.of(
          "jan",
          "gio",
          "april",
          "may",
          "june",
          "august",
          "eve",
          "dawn",
          "summer",
          "domenica",
          "natale",
          "pasqua");

  private static final int LONGEST_ANSWER = 3;

  private final Said said;
  private final boolean answer;
  private final Predicate<String> provider;

  /**
   * @param asked the name was just asked for, so that small letters will do
   * @param provider whether a word names somebody who works here: with them a day is a day
   */
  TimelyNames(Said said, boolean asked, Predicate<String> provider) {
    this.said = said;
    this.provider = provider;
    this.answer = asked && said.words().size() <= LONGEST_ANSWER;
  }

  Optional<Found> find() {
    var words = said.words();
    for (int i = 0; i < words.size(); i++) {
      if (MONTHS.contains(words.get(i).text()) || OTHERS.contains(words.get(i).text())) {
        boolean after = i > 0 && afterGiven(words.get(i - 1), words.get(i));
        boolean before = i + 1 < words.size() && beforeSurname(words.get(i), words.get(i + 1));
        if (after || before || alone(words, i)) {
          int first = words.get(after ? i - 1 : i).start();
          int last = words.get(before ? i + 1 : i).end();
          return Optional.of(
              new Found(
                  PersonNames.written(said.raw().substring(first, last)),
                  true,
                  new Span(first, last)));
        }
      }
    }
    return Optional.empty();
  }

  private boolean afterGiven(Word given, Word word) {
    if (!said.adjoin(given.end(), word.start())) {
      return false;
    }
    if (answer) {
      return PersonNames.canBeName(given.text(), isCapital(given));
    }
    boolean name =
        PersonNames.isGiven(given.text())
            || isCapital(given)
                && PersonNames.canBeName(given.text(), true)
                && PersonNames.introducedAt(said, given.start());
    return name && isCapital(word) && !provider.test(given.text());
  }

  private boolean beforeSurname(Word word, Word surname) {
    return GIVEN.contains(word.text())
        && said.adjoin(word.end(), surname.start())
        && (answer || isCapital(word) && isCapital(surname))
        && PersonNames.canBeName(surname.text(), true)
        && !provider.test(surname.text());
  }

  private boolean alone(List<Word> words, int i) {
    boolean only = answer && words.size() == 1 && MONTHS.contains(words.get(i).text());
    return isCapital(words.get(i))
        && (only || PersonNames.introducedAt(said, words.get(i).start()));
  }

  private boolean isCapital(Word word) {
    return Character.isUpperCase(said.raw().charAt(word.start()))
        && !PersonNames.shouted(said.raw());
  }

  /** Whether a name alone would be read as a time. */
  static boolean isTime(String name) {
    return Said.of(name).words().stream()
        .anyMatch(word -> MONTHS.contains(word.text()) || OTHERS.contains(word.text()));
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who comes: the name in a text, said in so many words or standing alone. */
final class PersonNames {

  /**
   * @param sure introduced by words that only introduce a name
   */
  record Found(String name, boolean sure, Span span) {
    boolean whole() {
      return name.indexOf(' ') > 0;
    }
  }

  static final String NAME = "\\p{L}[\\p{L}'’.-]*";

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  static final String RELATIVES =
      "(?:(?:mother|father|sister|brother|son|daughter)[- ]in[- ]law|son|daughter|wife|husband"
          + "|hubby|missus|mummy|mum|mom|mother|daddy|dad|father|friend|mate|buddy|pal|bestie|partner|boyfriend|girlfriend|fianc[ée]e?|other"
          + " half|brother|sister|kid|child|boy|girl|lad|toddler|baby|little"
          + " one|nephew|niece|cousin|auntie|aunt|uncle|grandson"
          + "|granddaughter|grandmother|grandma|granny|nan|gran|grandfather|grandpa|granddad|grandad"
          + "|neighbou?r|flatmate|roommate|housemate|colleague|boss"
          + "|figlioletto|figlioletta|figlio|figlia|moglie|marito|mamma|madre|papà|papa|babbo|padre|miglior"
          + " amico|migliore amic[oa]|amico|amica|fidanzato|fidanzata|fratellino|fratello"
          + "|sorellina|sorella|bimbo|bimba|bambino|bambina|nipotino|nipotina|nipote|nonna|nonno"
          + "|zia|zio|cugino|cugina|cognato|cognata|genero|nuora|suocera|suocero|compagno|compagna"
          + "|ragazzo|ragazza|vicino|vicina|coinquilino|coinquilina|socio|socia|collega)\\b";

  /** Words after which a name follows for certain. */
  private static final List<Pattern> SURE =
      List.of(
          Pattern.compile(
              "(?:\\bmy (?:full |first )?name(?:'?s| is| would be)?|\\b(?:the|in the|under the)"
                  + " name(?: is|'s| of)?|\\bname(?:\\s*[:=]|'?s| is)|\\b(?:surname|last name|first"
                  + " name)(?: is|'s)|\\bspel(?:t|led)|\\b(?:mi chiamo|(?:il )?(?:mio |suo"
                  + " )?(?:nome|cognome) (?:è|e'|sarebbe)|si scrive|si"
                  + " chiama|nome\\s*:|nominativo\\s*:?|cognome\\s*:)|\\b(?:a|al) nome(?: di| del|"
                  + " della)?(?: (?:mi[oa]|su[oa]) "
                  + RELATIVES
                  + "| (?:mi|su|tu|lor)o\\b)?|\\b(?:called|intestato a|intestalo a|lo intesti a))"
                  + "\\s*[:,]?\\s*",
              FLAGS),
          Pattern.compile(
              "\\b(?:my|mi[oa]|il mio|la mia|our|nostr[oa])\\s+"
                  + RELATIVES
                  + "(?:'s name is| is called| si chiama)?\\s*[:,(]?\\s*",
              FLAGS));

  /** "L'avv. Bruni", "la signora Rossi", "Mrs Pike". */
  private static final String TITLE =
      "(?:(?:l['’]|(?:il|la|lo|the)\\s+)?(?:(?:avv|dott|dr|ing|geom|arch|prof|rag|sig)(?:\\.?(?:ssa|ra))?"
          + "|avvocat[oa]|dottor(?:essa|e)?|ingegnere?|professor(?:essa|e)?|architett[oa]|ragionier[ea]"
          + "|signor[ae]?|mr|mrs|ms|miss|doctor)\\b\\.?\\s*)?";

  /** Words after which a name may follow. */
  private static final Pattern MAYBE =
      Pattern.compile(
          "(?:\\b(?:i'?m|i’m|i am|this is|should be|should say|dovrebbe essere|deve"
              + " essere|it'?s|it’s|speaking is|put it under|put me down as|under|for|sono(?:"
              + " (?:il|la))?|qui è|qui e'|sono sempre|è per|per|mi segni come|segnami"
              + " come|signed|from|da parte di)\\s+)"
              + TITLE,
          FLAGS);

  static final Pattern HERE =
      Pattern.compile("((?:" + NAME + "\\s+){1,3})(?:here|speaking|qui)\\b", FLAGS);

  private static final Pattern POLITE =
      Pattern.compile(
          "^\\W*(?:(?:sure|of"
              + " course|yes|yeah|ok|okay|certainly|oh|well|sorry|ah|hi|hello|please|certo|certamente|sì|si|va"
              + " bene|allora|ciao|è|e'|it'?s|it’s|it"
              + " is|that'?s|sono|sempre|signora?|sig\\.?(?:ra)?|dott\\.?(?:ssa)?|mrs?|ms|miss|name|nome|just|solo|scusa|scusi|x|me|put|metti|metta|segna|segni|a|pure|under|per|for|as|come|il"
              + " nome è|actually|anzi|no)\\b[\\s,.:!-]*)*",
          FLAGS);

  static final Pattern PARTICLE =
      Pattern.compile(
          "(?:di|de|del|della|dello|dei|degli|da|dal|la|lo|le|van|von|der|den|el|al|bin|mc|mac|o'|d')",
          FLAGS);

  private static final Set<String> NO_NAMES = WordList.read("no-names.txt");
  private static final Set<String> ALSO_WORDS =
      Set.of("bella", "hope", "will", "may", "june", "april", "al", "ed", "libero");

  static final Set<String> GIVEN = WordList.read("given-names.txt");

  private PersonNames() {}

  /** A name that the text gives by itself, whatever was asked. */
  static Optional<Found> in(Said said, Optional<Span> phone) {
    for (var pattern : SURE) {
      var matcher = pattern.matcher(said.raw());
      while (matcher.find()) {
        var name = nameAt(said, matcher.end(), true);
        // "my son needs a cut" names nobody
        var sure = pattern == SURE.getFirst();
        if (name.filter(found -> sure || startsWithCapitalOrIsGiven(said, found)).isPresent()) {
          return Optional.of(new Found(name.get().name(), true, name.get().span()));
        }
      }
    }
    var here = HERE.matcher(said.raw());
    while (here.find()) {
      var name = lastWords(said, here.start(1), here.end(1));
      if (name.isPresent()) {
        return name;
      }
    }
    var maybe = MAYBE.matcher(said.raw());
    while (maybe.find()) {
      var name = nameAt(said, maybe.end(), false);
      if (name.isPresent()) {
        return Optional.of(new Found(name.get().name(), true, name.get().span()));
      }
    }
    return LoneNames.in(said, phone);
  }

  /** Whether the words before this place introduce a name. */
  static boolean introducedAt(Said said, int place) {
    return SURE.getFirst()
        .matcher(said.raw().substring(0, place))
        .results()
        .anyMatch(found -> found.end() == place);
  }

  static boolean isGiven(String word) {
    return GIVEN.contains(Said.fold(word));
  }

  static boolean startsWithCapitalOrIsGiven(Said said, Found found) {
    return Character.isUpperCase(said.raw().charAt(found.span().start()))
        || GIVEN.contains(Said.of(found.name()).words().getFirst().text());
  }

  /** The answer to "what name?": far more can be a name then. */
  static Optional<Found> asAnswer(Said said) {
    if (said.raw().indexOf('?') >= 0) {
      return Optional.empty();
    }
    for (var pattern : SURE) {
      var introduced = pattern.matcher(said.raw());
      while (introduced.find()) {
        var found = nameAt(said, introduced.end(), true);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    // "Bella" alone, asked for a name, is one
    if (said.words().size() == 1
        && ALSO_WORDS.contains(said.words().getFirst().text())
        && Character.isUpperCase(said.raw().charAt(said.words().getFirst().start()))) {
      var word = said.words().getFirst();
      return Optional.of(
          new Found(
              said.raw().substring(word.start(), word.end()),
              true,
              new Span(word.start(), word.end())));
    }
    var matcher = POLITE.matcher(said.raw());
    int from = matcher.find() ? matcher.end() : 0;
    var name = nameAt(said, from, true);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    long wordsLeft =
        said.words().stream().filter(word -> word.start() >= name.get().span().end()).count();
    var rest = said.plain().substring(name.get().span().end()).strip();
    return wordsLeft == 0
            || rest.startsWith(",")
            || rest.startsWith(".")
            || rest.startsWith("(")
            || rest.startsWith("\n")
            || rest.matches("(please|thanks|thank you|grazie|pls|thx|va bene|e il|and my).*")
        ? name
        : Optional.empty();
  }

  /** Up to four words that can be one name, from here on. */
  static Optional<Found> nameAt(Said said, int from, boolean lowerCaseToo) {
    var matcher = Pattern.compile("\\G" + NAME).matcher(said.raw());
    int at = from;
    int end = from;
    var parts = new ArrayList<String>();
    while (parts.size() < 4 && matcher.find(at)) {
      var part = trimmed(matcher.group());
      boolean particle =
          PARTICLE.matcher(part).matches()
              && (!parts.isEmpty() || Character.isUpperCase(part.charAt(0)));
      boolean capital = Character.isUpperCase(part.charAt(0));
      // "Hannah Price": what is no first name may be a last one
      boolean surname = lowerCaseToo && !parts.isEmpty() && capital && !shouted(said.raw());
      boolean alsoWord = lowerCaseToo && capital && ALSO_WORDS.contains(Said.fold(part));
      if (!particle && !surname && !alsoWord && !canBeName(part, capital)) {
        break;
      }
      if (particle
          && !parts.isEmpty()
          && !capital
          && Character.isUpperCase(parts.getFirst().charAt(0))
          && !continues(said, matcher.end())) {
        break;
      }
      if (!capital
          && !particle
          && !lowerCaseToo
          && !GIVEN.contains(Said.fold(part))
          && parts.isEmpty()) {
        break;
      }
      // "jess and I" or "anna vorrei": a small word after a capital one is no surname
      if (!capital
          && !particle
          && !parts.isEmpty()
          && Character.isUpperCase(parts.getFirst().charAt(0))) {
        break;
      }
      parts.add(part);
      end = matcher.start() + part.length();
      if (part.length() < matcher.group().length()
          || end >= said.raw().length()
          || said.raw().charAt(end) != ' ') {
        break;
      }
      at = end;
      while (at < said.raw().length() && said.raw().charAt(at) == ' ') {
        at++;
      }
    }
    while (!parts.isEmpty() && PARTICLE.matcher(parts.getLast()).matches()) {
      end = said.raw().lastIndexOf(parts.removeLast(), end);
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Found(
                written(String.join(" ", parts)),
                lowerCaseToo,
                new Span(from, Math.max(from, end))));
  }

  static boolean shouted(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static boolean continues(Said said, int at) {
    var rest = said.raw().substring(at).stripLeading();
    return !rest.isEmpty() && Character.isUpperCase(rest.charAt(0));
  }

  static Optional<Found> lastWords(Said said, int from, int to) {
    for (int start = from; start < to; ) {
      var name = nameAt(said, start, false);
      if (name.isPresent() && said.raw().substring(name.get().span().end(), to).isBlank()) {
        return Optional.of(new Found(name.get().name(), true, name.get().span()));
      }
      int next = said.raw().indexOf(' ', start);
      start = next < 0 ? to : next + 1;
    }
    return Optional.empty();
  }

  static boolean canBeName(String word, boolean capital) {
    var plain = Said.fold(word);
    if (plain.length() < 2 && !capital) {
      return false;
    }
    return !NO_NAMES.contains(plain)
        && (capital || !plain.endsWith("ing") || GIVEN.contains(plain));
  }

  static String trimmed(String word) {
    return word.replaceAll("[.'’-]+$", "").replaceAll("['’]s$", "");
  }

  /** "JOHN PARKER" and "john parker" are John Parker; "McDonald" stays. */
  static String written(String name) {
    boolean shout = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() > 2;
    boolean small = name.equals(name.toLowerCase(Locale.ROOT));
    if (!shout && !small) {
      return name;
    }
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split(" "))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}

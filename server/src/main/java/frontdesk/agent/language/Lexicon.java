package frontdesk.agent.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of time in both languages, read once from the word lists beside this class. */
final class Lexicon {

  /**
   * @param value what the list says of it, as the number of a month
   * @param weak it also means something else, and counts in company only
   * @param language the list it stands in
   */
  record Entry(String value, List<String> words, boolean weak, String language) {
    int number() {
      return Integer.parseInt(value);
    }
  }

  private record Forgiven(Role role, Entry entry) {}

  private static final int SHORTEST_FORGIVEN = 6;

  /** Long words of which a slip of one letter is forgiven, and the real words that look alike. */
  private static final Set<Role> FORGIVEN = Set.of(Role.WEEKDAY, Role.MONTH, Role.DAY, Role.PART);

  private static final Set<String> OTHER_WORDS =
      Set.of(
          "aprire",
          "gennaro",
          "aprite",
          "mattia",
          "mattias",
          "salato",
          "martina",
          "cattina",
          "domanda",
          "raggio",
          "mattine",
          "agosta",
          "fridge",
          "sundry",
          "morino",
          "augusta",
          "marchi",
          "evenings",
          "sabata",
          "mornings",
          "martin",
          "giugni",
          "martino",
          "sabino",
          "sabina",
          "mattino",
          "domati");

  private static final Lexicon WORDS = load();

  private final Map<String, Map<Role, List<Entry>>> byFirstWord = new HashMap<>();
  private final Map<Character, List<Forgiven>> forgiven = new HashMap<>();

  static Lexicon words() {
    return WORDS;
  }

  /** Every phrase that begins with the word, by role, the longest first. */
  Map<Role, List<Entry>> startingWith(String word) {
    var listed = byFirstWord.getOrDefault(word, Map.of());
    if (word.length() < SHORTEST_FORGIVEN || OTHER_WORDS.contains(word)) {
      return listed;
    }
    var all = listed;
    for (var slip : forgiven.getOrDefault(word.charAt(0), List.of())) {
      if (!listed.containsKey(slip.role()) && Slips.one(slip.entry().words().getFirst(), word)) {
        if (all == listed) {
          all = new EnumMap<>(Role.class);
          all.putAll(listed);
        }
        all.computeIfAbsent(slip.role(), r -> new ArrayList<>()).add(slip.entry());
      }
    }
    return all;
  }

  private static Lexicon load() {
    var lexicon = new Lexicon();
    lexicon.read("time_en.txt", "en");
    lexicon.read("time_it.txt", "it");
    lexicon.readHolidays();
    for (var roles : lexicon.byFirstWord.values()) {
      roles
          .values()
          .forEach(list -> list.sort(Comparator.comparing(entry -> -entry.words().size())));
    }
    return lexicon;
  }

  private void read(String file, String language) {
    for (var line : lines(file)) {
      var colon = line.indexOf(": ");
      var head = line.substring(0, colon).split(" ", 2);
      add(Role.named(head[0]), head.length > 1 ? head[1] : "", line.substring(colon + 2), language);
    }
  }

  private void readHolidays() {
    for (var line : lines("holidays.txt")) {
      var colon = line.indexOf(": ");
      add(Role.HOLIDAY, line.substring(0, colon), line.substring(colon + 2), "");
    }
  }

  private void add(Role role, String value, String phrases, String language) {
    for (var phrase : phrases.split(",")) {
      var weak = phrase.endsWith("?");
      var words = Tokens.of(weak ? phrase.substring(0, phrase.length() - 1) : phrase);
      var entry = new Entry(value, words.stream().map(Token::word).toList(), weak, language);
      var first = entry.words().getFirst();
      byFirstWord
          .computeIfAbsent(first, w -> new EnumMap<>(Role.class))
          .computeIfAbsent(role, r -> new ArrayList<>())
          .add(entry);
      if (FORGIVEN.contains(role)
          && entry.words().size() == 1
          && phrase.strip().length() >= SHORTEST_FORGIVEN) {
        forgiven
            .computeIfAbsent(first.charAt(0), c -> new ArrayList<>())
            .add(new Forgiven(role, entry));
      }
    }
  }

  private static List<String> lines(String file) {
    var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.builtin.Said.Word;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Who should do it, and who should not; or that it does not matter. */
final class ProviderWords {

  record Found(Set<UUID> wanted, Set<UUID> unwanted, boolean anyone, List<Span> spans) {}

  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "dott",
          "dottor",
          "dottore",
          "dottoressa",
          "dottssa",
          "doctor",
          "doc",
          "prof",
          "professor",
          "mr",
          "mrs",
          "ms",
          "miss",
          "sig",
          "signor",
          "signora",
          "ssa",
          "avv",
          "rag",
          "ing",
          "studio",
          "di",
          "de",
          "la",
          "lo",
          "van",
          "von");

  private static final Set<String> NO =
      Set.of(
          "no", "not", "non", "senza", "without", "except", "tranne", "but", "eccetto", "meno",
          "nn", "nor");

  private static final Pattern ANYONE =
      Pattern.compile(
          "\\b(any ?(one|body)|who ?ever|whichever|no (preferences?|pref)|(don'?t|dont|do"
              + " not|really don'?t) (really )?(mind|care)|not"
              + " (bothered|fussed|fussy)|(doesn'?t|doesnt|does not) (really )?matter|no"
              + " matter|either|any of (them|you)|first available|(e|fa|per me e) (uguale|lo"
              + " stesso)|^\\W*(uguale|lo stesso)\\W*$|indifferente|non (m'?)?importa|nn"
              + " importa|chiunque|qualsiasi|qualunque|uno qualsiasi|nessuna preferenza|non ho"
              + " preferenze?|chi c'?e|chi capita|chi volete|chi vuole|chi preferite|quello che"
              + " (c'?e|capita)|quell[oa] liber[oa]|chi e libero|(mi )?affido a (voi|lei)|tutti e"
              + " due|entrambi|come volete|decidete voi|faccia lei|fate voi|(il|la) (primo|prima)"
              + " liber[oa]|(che|chi) volete|up to you|your (choice|call)|^\\W*any\\W*$)\\b");

  private ProviderWords() {}

  static Found in(Said said, List<ProviderFacts> providers) {
    var names = new LinkedHashMap<UUID, List<String>>();
    for (var provider : providers) {
      names.put(
          provider.id(),
          Said.of(provider.name()).words().stream()
              .map(Word::text)
              .filter(word -> !TITLES.contains(word) && word.length() > 1)
              .toList());
    }
    var wanted = new LinkedHashSet<UUID>();
    var unwanted = new LinkedHashSet<UUID>();
    var spans = new ArrayList<Span>();
    var words = said.words();
    int named = 0;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      for (var entry : names.entrySet()) {
        if (entry.getValue().stream().noneMatch(part -> isName(word.text(), part))) {
          continue;
        }
        spans.add(new Span(word.start(), word.end()));
        if (negated(said, i)) {
          unwanted.add(entry.getKey());
        } else {
          if (!wanted.isEmpty() && Corrections.between(said, named, word.start())) {
            wanted.clear();
          }
          wanted.add(entry.getKey());
        }
        named = word.end();
      }
    }
    narrow(said, names, wanted);
    wanted.removeAll(unwanted);
    return new Found(
        wanted, unwanted, wanted.isEmpty() && ANYONE.matcher(said.plain()).find(), spans);
  }

  /** "Anna Rossi" where there are two Annas and two Rossis means the one who is both. */
  private static void narrow(Said said, LinkedHashMap<UUID, List<String>> names, Set<UUID> wanted) {
    if (wanted.size() < 2) {
      return;
    }
    var whole = new LinkedHashSet<UUID>();
    for (var id : wanted) {
      var full = String.join(" ", names.get(id));
      if (names.get(id).size() > 1 && said.plain().contains(full)) {
        whole.add(id);
      }
    }
    if (!whole.isEmpty()) {
      wanted.retainAll(whole);
    }
  }

  private static boolean isName(String said, String part) {
    return said.equals(part) || (part.length() >= 5 && Spelling.slip(said, part));
  }

  private static boolean negated(Said said, int at) {
    var words = said.words();
    for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
      var between = said.plain().substring(words.get(i).end(), words.get(i + 1).start());
      if (between.indexOf(',') >= 0 || between.indexOf('.') > 0 || between.indexOf('?') >= 0) {
        return false;
      }
      var word = words.get(i).text();
      if (word.equals("ma")
          || (word.equals("but") && !before(words, i).matches("any\\w*|who\\w*"))) {
        return false;
      }
      if (NO.contains(word)) {
        return !Corrections.between(said, words.get(i).start(), words.get(at).start());
      }
    }
    if (at + 1 < words.size() && words.get(at + 1).text().equals("no")) {
      return said.adjoin(words.get(at).end(), words.get(at + 1).start());
    }
    return false;
  }

  private static String before(List<Word> words, int i) {
    return i == 0 ? "" : words.get(i - 1).text();
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.builtin.Said.Word;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which of the business's services a text names: by name, by form, by what people call it. */
final class ServiceWords {

  /**
   * @param wanted in order of mention
   * @param unwanted named to say no to them
   * @param either one of these, the text does not say which; empty when it is clear
   * @param foreign names a service of the trade that this business does not give
   */
  record Found(
      List<UUID> wanted, Set<UUID> unwanted, Set<UUID> either, List<Span> spans, boolean foreign) {
    boolean any() {
      return !wanted.isEmpty() || !either.isEmpty();
    }
  }

  /** Words of a service's name that say too little on their own. */
  private static final Set<String> THIN = WordList.read("thin-words.txt");

  private static final Set<String> NO =
      Set.of(
          "no", "not", "non", "niente", "senza", "without", "nessun", "nessuna", "nessuno", "ne",
          "nor", "instead", "rather", "invece", "nn");

  private static final Set<String> NEW = Set.of("initial", "iniziale", "new", "nuovo", "nuova");

  private static final Set<String> CLAUSE = Set.of("ma", "but", "pero", "only", "solo", "just");

  /**
   * @param whole the name of a service from its first word to its last
   */
  private record Hit(
      int from, int to, Set<UUID> services, int strength, boolean weak, boolean whole) {}

  private final List<Word> words;
  private final Said said;
  private final List<ServiceFacts> services;
  private final Map<Integer, Set<UUID>> byKind = new HashMap<>();
  private final List<List<String>> names = new ArrayList<>();

  private ServiceWords(Said said, List<ServiceFacts> services) {
    this.said = said;
    this.words = said.words();
    this.services = services;
    for (var service : services) {
      var name = Said.of(service.name()).words().stream().map(Word::text).toList();
      names.add(name);
      for (int kind : kindsOf(name)) {
        byKind.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(service.id());
      }
    }
  }

  static Found in(Said said, List<ServiceFacts> services) {
    return new ServiceWords(said, services).find();
  }

  private static Set<Integer> kindsOf(List<String> name) {
    var kinds = new HashSet<Integer>();
    for (int i = 0; i < name.size(); i++) {
      for (var term : TradeWords.startingWith(name.get(i))) {
        boolean clear = !term.weak() || term.words().equals(name);
        if (startsAt(name, i, term.words()) && clear) {
          kinds.add(term.kind());
        }
      }
    }
    return kinds;
  }

  private Found find() {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < words.size(); ) {
      var best = bestAt(i);
      if (best.isPresent()) {
        hits.add(best.get());
        i = best.get().to();
      } else {
        i++;
      }
    }
    hits.removeIf(hit -> isOccasion(hit, hits));
    if (!hits.stream().allMatch(this::isAside)) {
      hits.removeIf(this::isAside);
    }
    var clear = hits.stream().filter(hit -> !hit.weak()).toList();
    var strong = hits.stream().filter(hit -> !hit.weak() || joinsAnother(hit, clear)).toList();
    var weak = hits.stream().filter(hit -> !strong.contains(hit)).toList();
    var counted = strong.isEmpty() ? weak : strong;

    var wanted = new LinkedHashSet<UUID>();
    var unwanted = new LinkedHashSet<UUID>();
    var open = new ArrayList<Set<UUID>>();
    for (var hit : counted) {
      if (!wanted.isEmpty() && corrects(hit, counted)) {
        wanted.clear();
        open.clear();
      }
      if (negated(hit)) {
        unwanted.addAll(hit.services());
      } else if (hit.services().size() == 1) {
        wanted.addAll(hit.services());
      } else {
        open.add(hit.services());
      }
    }
    Set<UUID> either = Set.of();
    for (var candidates : open) {
      if (candidates.stream().anyMatch(wanted::contains)) {
        continue;
      }
      var left = new LinkedHashSet<>(candidates);
      left.removeAll(unwanted);
      weak.forEach(hit -> narrow(left, hit.services()));
      open.forEach(other -> narrow(left, other));
      if (left.size() == 1) {
        wanted.addAll(left);
      } else {
        either = left;
      }
    }
    wanted.removeAll(unwanted);
    var spans =
        counted.stream()
            .map(hit -> new Span(words.get(hit.from()).start(), words.get(hit.to() - 1).end()))
            .toList();
    return new Found(
        List.copyOf(wanted),
        Set.copyOf(unwanted),
        wanted.isEmpty() ? either : Set.of(),
        spans,
        hits.isEmpty() && namesForeign());
  }

  private boolean namesForeign() {
    for (int i = 0; i < words.size(); i++) {
      for (var term : TradeWords.startingWith(words.get(i).text())) {
        if (!term.weak() && !byKind.containsKey(term.kind()) && startsAt(i, term.words())) {
          return true;
        }
      }
      var said = words.get(i).text();
      var singular = said.endsWith("s") ? said.substring(0, said.length() - 1) : said;
      for (var term : TradeWords.startingWith(singular)) {
        if (term.words().size() == 1 && !term.weak() && !byKind.containsKey(term.kind())) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Beard and hair": what stands in one breath with a clear one is as clear. */
  private boolean joinsAnother(Hit weak, List<Hit> clear) {
    return clear.stream()
        .filter(hit -> hit.services().stream().noneMatch(weak.services()::contains))
        .anyMatch(
            hit -> {
              int from = Math.min(hit.to(), weak.to()) - 1;
              int to = Math.max(hit.from(), weak.from());
              return said.plain()
                  .substring(words.get(from).end(), words.get(to).start())
                  .matches("\\s*(?:and|&|\\+|ed?)\\s+(?:(?:the|my|i|ai|la|il)\\s+)?");
            });
  }

  /** "A meeting about my tax return", "una visita per la pulizia": the second is what is booked. */
  private boolean isOccasion(Hit hit, List<Hit> all) {
    int next = all.indexOf(hit) + 1;
    return !hit.whole()
        && next < all.size()
        && all.get(next).services().stream().noneMatch(hit.services()::contains)
        && ServiceClauses.leadOn(
            said.plain()
                .substring(words.get(hit.to() - 1).end(), words.get(all.get(next).from()).start()));
  }

  /** "I had a check-up in March, so just a cleaning", "a massage, it's my first visit". */
  private boolean isAside(Hit hit) {
    boolean first =
        words.subList(hit.from(), hit.to()).stream()
            .anyMatch(word -> isOrdinal(word.text()) || NEW.contains(word.text()));
    return ServiceClauses.tellOfThePast(before(hit))
        || first && ServiceClauses.tellOfOneself(said.raw().substring(0, before(hit).length()));
  }

  private String before(Hit hit) {
    return said.plain().substring(0, words.get(hit.from()).start());
  }

  private static void narrow(Set<UUID> left, Set<UUID> by) {
    if (left.stream().anyMatch(by::contains)) {
      left.retainAll(by);
    }
  }

  private Optional<Hit> bestAt(int i) {
    var all = new ArrayList<Hit>();
    for (int s = 0; s < services.size(); s++) {
      nameAt(i, s).ifPresent(all::add);
    }
    termAt(i).ifPresent(all::add);
    int strength = all.stream().mapToInt(Hit::strength).max().orElse(0);
    var strongest = all.stream().filter(hit -> hit.strength() == strength).toList();
    if (strongest.isEmpty()) {
      return Optional.empty();
    }
    // "visita di controllo" is no "visita urgente", though both are check-ups by usage
    var named = strongest.stream().filter(Hit::whole).toList();
    var best = named.isEmpty() ? strongest : named;
    // "trim" alone may be the haircut by usage and the beard trim by name: both stay possible
    var longest = best.stream().mapToInt(Hit::to).max().orElseThrow();
    var meant = new LinkedHashSet<UUID>();
    best.stream().filter(hit -> hit.to() == longest).forEach(hit -> meant.addAll(hit.services()));
    return Optional.of(
        new Hit(
            i,
            longest,
            meant,
            strength,
            best.stream().allMatch(Hit::weak),
            best.stream().anyMatch(Hit::whole)));
  }

  /** The whole name, or a telling word of it. */
  private Optional<Hit> nameAt(int i, int service) {
    var name = names.get(service);
    var id = Set.of(services.get(service).id());
    int at = i;
    for (var part : name) {
      if (at < words.size() && Spelling.sameWord(words.get(at).text(), part)) {
        at++;
      } else if (!THIN.contains(part) || isOrdinal(part)) {
        at = -1;
        break;
      }
    }
    int told = at - i;
    if (told > 0 && (told > 1 || !THIN.contains(name.getFirst()) || name.size() == 1)) {
      return Optional.of(new Hit(i, at, id, 100 * told, false, told == name.size()));
    }
    for (var part : name) {
      if (part.length() > 2
          && !THIN.contains(part)
          && Spelling.sameWord(words.get(i).text(), part)) {
        return Optional.of(new Hit(i, i + 1, id, 100, false, false));
      }
    }
    return Optional.empty();
  }

  private static boolean isOrdinal(String word) {
    return Set.of("first", "prima", "primo", "second", "seconda", "secondo").contains(word);
  }

  private Optional<Hit> termAt(int i) {
    var said = words.get(i).text();
    for (var term : TradeWords.startingWith(said)) {
      var meant = byKind.get(term.kind());
      if (meant != null && startsAt(i, term.words())) {
        return Optional.of(
            new Hit(
                i, i + term.words().size(), meant, 100 * term.words().size(), term.weak(), false));
      }
    }
    if (said.length() < 5) {
      return Optional.empty();
    }
    for (var terms : TradeWords.all()) {
      for (var term : terms) {
        var meant = byKind.get(term.kind());
        if (meant != null
            && term.words().size() == 1
            && !term.weak()
            && Spelling.slip(said, term.words().getFirst())) {
          return Optional.of(new Hit(i, i + 1, meant, 90, false, false));
        }
      }
    }
    return Optional.empty();
  }

  private boolean startsAt(int i, List<String> term) {
    if (i + term.size() > words.size()) {
      return false;
    }
    for (int k = 0; k < term.size(); k++) {
      if (!words.get(i + k).text().equals(term.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsAt(List<String> name, int i, List<String> term) {
    return i + term.size() <= name.size() && name.subList(i, i + term.size()).equals(term);
  }

  /** "A beard trim, no sorry, a haircut": what was said before the correction is taken back. */
  private boolean corrects(Hit hit, List<Hit> all) {
    int place = all.indexOf(hit);
    return place > 0
        && !negated(hit)
        && Corrections.between(
            said, words.get(all.get(place - 1).to() - 1).end(), words.get(hit.from()).start());
  }

  private boolean negated(Hit hit) {
    if (ServiceClauses.turnDown(before(hit))) {
      return true;
    }
    for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3); i--) {
      var between = said.plain().substring(words.get(i).end(), words.get(i + 1).start());
      if (between.matches(".*[,.;:!?\\n].*") || CLAUSE.contains(words.get(i).text())) {
        return false;
      }
      if (NO.contains(words.get(i).text())) {
        return !Corrections.between(said, words.get(i).start(), words.get(hit.from()).start());
      }
    }
    if (hit.to() < words.size() && Set.of("no", "not").contains(words.get(hit.to()).text())) {
      int after = words.get(hit.to()).end();
      return said.adjoin(words.get(hit.to() - 1).end(), words.get(hit.to()).start())
          && (after >= said.plain().length() || ",.;!\n".indexOf(said.plain().charAt(after)) >= 0);
    }
    return false;
  }
}

package frontdesk.agent.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers call the common services, whatever the business calls them. */
final class TradeWords {

  /**
   * One way to name a kind of service.
   *
   * @param kind which kind: two terms of one kind mean the same
   * @param weak means it only when nothing clearer was said
   */
  record Term(List<String> words, int kind, boolean weak) {}

  private static final Map<String, List<Term>> BY_FIRST_WORD = read();

  private TradeWords() {}

  /** The terms that begin with this word, longest first. */
  static List<Term> startingWith(String word) {
    return BY_FIRST_WORD.getOrDefault(word, List.of());
  }

  static Iterable<List<Term>> all() {
    return BY_FIRST_WORD.values();
  }

  private static Map<String, List<Term>> read() {
    var byFirst = new HashMap<String, List<Term>>();
    try (var in = TradeWords.class.getResourceAsStream("/frontdesk/agent/builtin/trades.txt")) {
      if (in == null) {
        throw new IllegalStateException("trades.txt is missing from the build");
      }
      int kind = 0;
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        kind++;
        for (var entry : line.split(",")) {
          var weak = entry.strip().startsWith("(");
          var words = Said.of(entry).words().stream().map(Said.Word::text).toList();
          byFirst
              .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
              .add(new Term(words, kind, weak));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byFirst.values().forEach(terms -> terms.sort((a, b) -> b.words().size() - a.words().size()));
    return Map.copyOf(byFirst);
  }
}

package frontdesk.agent.commitments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The phrases of phrases.txt in one stretch of text. Most replies hold few of them, so one pass
 * finds which may be there at all and only those are searched for.
 */
final class Phrases {

  /**
   * @param number of its own among all
   */
  private record Phrase(Pattern pattern, int number) {}

  /** Something without which that phrase cannot stand in a text. */
  private record Piece(String letters, int phrase) {}

  private static final int SHORTEST_PIECE = 3;

  private static final Map<String, List<Phrase>> BY_NAME = load();
  private static final BitSet ALWAYS = new BitSet();
  private static final Map<Integer, List<Piece>> BY_BEGINNING = pieces();

  private final String text;
  private final BitSet possible = (BitSet) ALWAYS.clone();

  Phrases(String text) {
    this.text = text;
    for (int i = 0; i + SHORTEST_PIECE <= text.length(); i++) {
      for (var piece : BY_BEGINNING.getOrDefault(beginning(text, i), List.of())) {
        if (text.startsWith(piece.letters(), i)) {
          possible.set(piece.phrase());
        }
      }
    }
  }

  static boolean in(String name, String text) {
    return new Phrases(text).has(name);
  }

  boolean has(String name) {
    return may(name).anyMatch(phrase -> phrase.pattern().matcher(text).find());
  }

  /** Where a phrase of that name stands in the text. */
  Stream<MatchResult> find(String name) {
    return may(name).flatMap(phrase -> find(phrase.pattern()));
  }

  private Stream<Phrase> may(String name) {
    return BY_NAME.get(name).stream().filter(phrase -> possible.get(phrase.number()));
  }

  private Stream<MatchResult> find(Pattern pattern) {
    var found = new ArrayList<MatchResult>();
    var matcher = pattern.matcher(text);
    for (int from = 0; from <= text.length() && matcher.find(from); ) {
      found.add(matcher.toMatchResult());
      from = Math.max(matcher.end(), matcher.start() + 1);
    }
    return found.stream();
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << 16 ^ text.charAt(at + 1) << 8 ^ text.charAt(at + 2);
  }

  private static Map<Integer, List<Piece>> pieces() {
    var pieces = new HashMap<Integer, List<Piece>>();
    for (var phrases : BY_NAME.values()) {
      for (var phrase : phrases) {
        var needed = NeededPieces.of(phrase.pattern().pattern(), SHORTEST_PIECE);
        if (needed.isEmpty()) {
          ALWAYS.set(phrase.number());
        }
        needed.stream()
            .flatMap(letters -> letters.stream())
            .forEach(
                letters ->
                    pieces
                        .computeIfAbsent(beginning(letters, 0), b -> new ArrayList<>())
                        .add(new Piece(letters, phrase.number())));
      }
    }
    return Map.copyOf(pieces);
  }

  private static Map<String, List<Phrase>> load() {
    var parts = new HashMap<String, String>();
    var phrases = new HashMap<String, List<Phrase>>();
    var number = 0;
    for (var line : lines()) {
      var split = line.indexOf(" = ");
      var name = line.substring(0, split);
      var pattern = line.substring(split + 3);
      for (var part : parts.entrySet()) {
        pattern = pattern.replace("{" + part.getKey() + "}", part.getValue());
      }
      parts.putIfAbsent(name, pattern);
      phrases
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(new Phrase(Pattern.compile(pattern), number++));
    }
    return Map.copyOf(phrases);
  }

  private static List<String> lines() {
    try (var stream =
        Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"), "phrases.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

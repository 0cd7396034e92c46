package frontdesk.agent.commitments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The patterns of phrases.txt by their name. */
final class Phrases {

  private static final Map<String, List<Pattern>> BY_NAME = load();

  private Phrases() {}

  static boolean in(String name, String text) {
    return BY_NAME.getOrDefault(name, List.of()).stream().anyMatch(p -> p.matcher(text).find());
  }

  /** Where a phrase of that name stands in the text. */
  static Stream<Matcher> find(String name, String text) {
    return BY_NAME.getOrDefault(name, List.of()).stream()
        .flatMap(
            pattern -> {
              var found = new ArrayList<Matcher>();
              var matcher = pattern.matcher(text);
              for (int from = 0; from <= text.length() && matcher.find(from); ) {
                found.add(copy(pattern, text, matcher));
                from = Math.max(matcher.end(), matcher.start() + 1);
              }
              return found.stream();
            });
  }

  private static Matcher copy(Pattern pattern, String text, Matcher at) {
    var copy = pattern.matcher(text);
    copy.find(at.start());
    return copy;
  }

  private static Map<String, List<Pattern>> load() {
    var parts = new HashMap<String, String>();
    var patterns = new HashMap<String, List<Pattern>>();
    for (var line : lines()) {
      var split = line.indexOf(" = ");
      var name = line.substring(0, split);
      var pattern = line.substring(split + 3);
      for (var part : parts.entrySet()) {
        pattern = pattern.replace("{" + part.getKey() + "}", part.getValue());
      }
      parts.putIfAbsent(name, pattern);
      patterns.computeIfAbsent(name, n -> new ArrayList<>()).add(Pattern.compile(pattern));
    }
    return Map.copyOf(patterns);
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

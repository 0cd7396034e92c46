package frontdesk.agent.builtin;

import frontdesk.agent.builtin.PersonNames.Found;
import frontdesk.agent.builtin.Said.Span;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that nothing introduces: between commas, on a line of their own, beside a number. */
final class LoneNames {

  private LoneNames() {}

  /** A stretch between commas, lines or other facts that holds nothing but a name. */
  static Optional<Found> in(Said said, Optional<Span> phone) {
    Optional<Found> best = Optional.empty();
    var matcher = Pattern.compile("[^,.;:!?()\\n\\d+/|–—]+").matcher(said.raw());
    while (matcher.find()) {
      var piece = matcher.group().replaceAll("^[\\s-]+|[\\s-]+$", "");
      if (piece.isEmpty() || said.raw().startsWith("?", matcher.end())) {
        continue;
      }
      int from = matcher.start() + matcher.group().indexOf(piece);
      boolean besidePhone =
          phone
              .filter(
                  at -> near(said, from + piece.length(), at.start()) || near(said, at.end(), from))
              .isPresent();
      var words = Arrays.stream(piece.split("\\s+")).toList();
      boolean nameLike =
          words.size() <= 4
              && words.stream().allMatch(word -> word.matches(PersonNames.NAME))
              && words.stream()
                  .allMatch(
                      word ->
                          PersonNames.canBeName(
                                  PersonNames.trimmed(word), Character.isUpperCase(word.charAt(0)))
                              || PersonNames.PARTICLE.matcher(word).matches());
      boolean capitals =
          words.stream()
              .allMatch(
                  word ->
                      Character.isUpperCase(word.charAt(0))
                          || PersonNames.PARTICLE.matcher(word).matches());
      boolean given = words.stream().anyMatch(word -> PersonNames.GIVEN.contains(Said.fold(word)));
      if (!nameLike && besidePhone) {
        var last = lastCapitals(said, from, from + piece.length());
        if (last.isPresent() && best.isEmpty()) {
          best = last;
        }
      }
      if (nameLike
          && (besidePhone
              || (capitals && (words.size() > 1 || given))
              || (given && words.size() == 2))) {
        var found =
            new Found(
                PersonNames.written(piece), besidePhone, new Span(from, from + piece.length()));
        if (best.isEmpty() || besidePhone) {
          best = Optional.of(found);
        }
      }
    }
    return best;
  }

  /** "Per me Gigi Riva" right before a number: the capital words at its end. */
  private static Optional<Found> lastCapitals(Said said, int from, int to) {
    if (PersonNames.shouted(said.raw())) {
      return Optional.empty();
    }
    var words =
        said.words().stream().filter(word -> word.start() >= from && word.end() <= to).toList();
    int first = words.size();
    while (first > 0) {
      var word = words.get(first - 1);
      boolean capital = Character.isUpperCase(said.raw().charAt(word.start()));
      if (!capital || !PersonNames.canBeName(word.text(), true)) {
        break;
      }
      first--;
    }
    int count = words.size() - first;
    boolean name =
        count > 1 && count <= 4 || count == 1 && PersonNames.isGiven(words.getLast().text());
    if (!name || words.getLast().end() != to) {
      return Optional.empty();
    }
    int start = words.get(first).start();
    return Optional.of(new Found(said.raw().substring(start, to), true, new Span(start, to)));
  }

  private static boolean near(Said said, int from, int to) {
    return from <= to && to - from <= 3 && said.raw().substring(from, to).matches("[\\s,.:()–-]*");
  }
}

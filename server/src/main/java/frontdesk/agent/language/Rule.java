package frontdesk.agent.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one kind of expression where it begins. */
@FunctionalInterface
interface Rule {

  Optional<Hit<Facts>> read(int i);

  /** What the rule that reads farthest makes of it; of equals the first. */
  static Optional<Hit<Facts>> longest(List<Rule> rules, int i) {
    Optional<Hit<Facts>> longest = Optional.empty();
    for (var rule : rules) {
      var hit = rule.read(i);
      if (hit.isPresent() && (longest.isEmpty() || hit.get().next() > longest.get().next())) {
        longest = hit;
      }
    }
    return longest;
  }

  static <T> Optional<Hit<T>> longest(Stream<Optional<Hit<T>>> hits) {
    return hits.flatMap(Optional::stream)
        .reduce((one, other) -> other.next() > one.next() ? other : one);
  }

  static <T> Optional<Hit<T>> hit(T value, int next) {
    return Optional.of(new Hit<>(value, next));
  }
}

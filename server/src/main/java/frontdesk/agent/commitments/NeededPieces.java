package frontdesk.agent.commitments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from a regular expression some pieces of text of which each of its matches holds at least
 * one, so that a text without any of them need not be searched. Knows the syntax that phrases.txt
 * uses.
 */
final class NeededPieces {

  private final String regex;
  private int at;

  private NeededPieces(String regex) {
    this.regex = regex;
  }

  /** Empty when a match may hold none that is at least so long. */
  static Optional<Set<String>> of(String regex, int shortest) {
    return new NeededPieces(regex).alternatives().filter(all -> length(all) >= shortest);
  }

  /** Whichever of them matches: all of them must need something. */
  private Optional<Set<String>> alternatives() {
    var all = new HashSet<String>();
    var each = true;
    while (true) {
      var one = sequence();
      one.ifPresent(all::addAll);
      each &= one.isPresent();
      if (at >= regex.length() || regex.charAt(at) != '|') {
        return each ? Optional.of(all) : Optional.empty();
      }
      at++;
    }
  }

  /** All of it matches: its most telling part will do. */
  private Optional<Set<String>> sequence() {
    var parts = new ArrayList<Set<String>>();
    var run = new StringBuilder();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      var letter = letter();
      var group = letter.isEmpty() ? group() : Optional.<Set<String>>empty();
      var repeated = quantifier();
      if (letter.isPresent() && repeated != Repeated.MAYBE) {
        run.append(letter.get());
      }
      if (letter.isEmpty() || repeated != Repeated.ONCE) {
        end(run, parts);
      }
      if (repeated != Repeated.MAYBE) {
        group.ifPresent(parts::add);
      }
    }
    end(run, parts);
    return parts.stream().reduce((one, other) -> length(other) > length(one) ? other : one);
  }

  private static void end(StringBuilder run, List<Set<String>> parts) {
    if (!run.isEmpty()) {
      parts.add(Set.of(run.toString()));
      run.setLength(0);
    }
  }

  /** A letter that stands for itself. */
  private Optional<Character> letter() {
    var c = regex.charAt(at);
    if (c == '\\' && !Character.isLetterOrDigit(regex.charAt(at + 1))) {
      at += 2;
      return Optional.of(regex.charAt(at - 1));
    }
    if ("\\[(.^$".indexOf(c) >= 0) {
      return Optional.empty();
    }
    at++;
    return Optional.of(c);
  }

  /** Anything else; what it needs, if that is known. */
  private Optional<Set<String>> group() {
    switch (regex.charAt(at)) {
      case '\\' -> at += 2;
      case '[' -> at = regex.indexOf(']', at) + 1;
      case '(' -> {
        var looks = regex.startsWith("(?!", at) || regex.startsWith("(?=", at);
        var looksBehind = regex.startsWith("(?<", at);
        at += looksBehind ? 4 : regex.startsWith("(?", at) ? 3 : 1;
        var inside = alternatives();
        at++;
        return looks || looksBehind ? Optional.empty() : inside;
      }
      default -> at++;
    }
    return Optional.empty();
  }

  private enum Repeated {
    ONCE,
    MAYBE,
    MORE
  }

  private Repeated quantifier() {
    if (at >= regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0) {
      return Repeated.ONCE;
    }
    var maybe = "?*".indexOf(regex.charAt(at)) >= 0 || regex.startsWith("{0", at);
    at = regex.charAt(at) == '{' ? regex.indexOf('}', at) + 1 : at + 1;
    if (at < regex.length() && "?+".indexOf(regex.charAt(at)) >= 0) {
      at++;
    }
    return maybe ? Repeated.MAYBE : Repeated.MORE;
  }

  private static int length(Set<String> pieces) {
    return pieces.stream().mapToInt(String::length).min().orElse(0);
  }
}

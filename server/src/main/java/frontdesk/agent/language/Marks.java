package frontdesk.agent.language;

import java.util.List;
import java.util.Set;

/** What stands around an expression: "around", "not". */
final class Marks {

  private static final Set<String> PASSED_OVER =
      Set.of(
          "on", "in", "the", "at", "for", "di", "la", "il", "le", "per", "alle", "l", "a", "al",
          "i", "it", "this", "make", "do", "x", "questo", "mai", "really", "proprio", "quite",
          "venire");

  /** What makes a refusal one of something else: "I can't do Tuesday". */
  private static final Set<String> ELSEWHERE =
      Set.of("do", "make", "come", "on", "before", "after", "prima", "dopo", "di", "venire");

  private final Text text;

  Marks(Text text) {
    this.text = text;
  }

  boolean approximate(Reader.Found found) {
    for (int i = Math.max(0, found.start() - 2); i < Math.min(text.size(), found.end() + 2); i++) {
      var about = text.find(Role.ABOUT, i);
      // "how about ten?" proposes it
      var proposes = text.is(i, "about") && text.is(i - 1, "how", "what");
      if (about.isPresent() && !proposes && (i < found.end() || i == found.end())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param earlier the expressions before it, and whether each was negated
   */
  boolean negated(Reader.Found found, List<Reader.Found> earlier, List<Boolean> denied) {
    return refusedBefore(found.start())
        || refusedAfter(found.end())
        || continues(found, earlier, denied);
  }

  private boolean refusedBefore(int start) {
    var i = start - 1;
    for (int steps = 0;
        i >= 0
            && steps < 3
            && PASSED_OVER.contains(text.token(i).word())
            && !endsWith(Role.CANNOT, i)
            && !endsWith(Role.NOT, i);
        steps++) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    if (endsWith(Role.CANNOT, i)) {
      return !text.is(i - 2, "why", "perche");
    }
    if (!endsWith(Role.NOT, i)) {
      return false;
    }
    // "né lunedì", but "ce n'è" and "me ne" are no denials
    return text.is(i, "ne")
        ? !text.is(i - 1, "ce", "me", "te", "se", "ve", "c")
        : !text.is(i - 1, "why", "perche", "se");
  }

  private boolean endsWith(Role role, int i) {
    for (int k = Math.max(0, i - 5); k <= i; k++) {
      if (text.find(role, k).filter(hit -> hit.next() == i + 1).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean refusedAfter(int end) {
    var i = end;
    while (text.is(i, "purtroppo", "unfortunately", "really", "proprio", "sorry", "i", "io")) {
      i++;
    }
    // "domani mi sono ricordata che non posso"
    var remembered = text.find(Role.REMEMBERED, end);
    if (remembered.isPresent()) {
      i = remembered.get().next();
    }
    var not = text.find(Role.NOT_AFTER, i);
    if (not.isEmpty() || remembered.isPresent() && ELSEWHERE.contains(word(not.get().next()))) {
      return false;
    }
    // "domani no, ...": a bare no belongs to what is before it when the sentence pauses after it
    var bare = text.is(i, "no", "not", "mai", "lavoro") && not.get().next() == i + 1;
    var next = not.get().next();
    return !bare
        || next >= text.size() && !text.is(i, "not")
        || text.is(
            next, ",", ".", ";", "!", "-", "ho", "perche", "ma", "e", "meglio", "thanks", "grazie");
  }

  private String word(int i) {
    return i < text.size() ? text.token(i).word() : "";
  }

  /** "not Monday or Tuesday", "né lunedì né martedì". */
  private boolean continues(Reader.Found found, List<Reader.Found> earlier, List<Boolean> denied) {
    if (earlier.isEmpty() || !denied.getLast()) {
      return false;
    }
    var between = earlier.getLast().end();
    return text.has(Role.OR, between)
        && text.skip(Role.GLUE, text.skip(Role.OR, between)) >= found.start()
        && refusedBefore(earlier.getLast().start());
  }
}

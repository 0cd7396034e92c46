package frontdesk.agent.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A rule that many others ask at the same places, and that works out each place once. */
final class Remembered implements Rule {

  private final Rule rule;
  private final List<Optional<Optional<Hit<Facts>>>> read;

  Remembered(Text text, Rule rule) {
    this.rule = rule;
    this.read = new ArrayList<>(Collections.nCopies(text.size(), Optional.empty()));
  }

  @Override
  public Optional<Hit<Facts>> read(int i) {
    if (i < 0 || i >= read.size()) {
      return rule.read(i);
    }
    if (read.get(i).isEmpty()) {
      read.set(i, Optional.of(rule.read(i)));
    }
    return read.get(i).get();
  }
}

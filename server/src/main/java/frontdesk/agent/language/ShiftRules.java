package frontdesk.agent.language;

import frontdesk.agent.language.TimeMention.Shift;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves away from what was said before: "a bit later", "un'ora prima", "same time". */
final class ShiftRules {

  private final Text text;
  private final Amounts amounts;

  ShiftRules(Text text, Amounts amounts) {
    this.text = text;
    this.amounts = amounts;
  }

  Optional<Hit<Facts>> at(int i) {
    return Rule.longest(
            Stream.of(
                word(Role.SHIFT_DAY, i)
                    .filter(hit -> !text.is(hit.next(), "tomorrow", "domani", "yesterday"))
                    .map(
                        hit ->
                            hit.map(
                                days -> (Shift) new Shift.DaysLater(Period.ofDays(days.number())))),
                word(Role.SAME_TIME, i).map(hit -> hit.map(_ -> (Shift) new Shift.SameTime())),
                word(Role.SAME_DAY, i).map(hit -> hit.map(_ -> (Shift) new Shift.SameDay())),
                word(Role.RIGHT_AFTER, i).map(hit -> hit.map(_ -> (Shift) new Shift.RightAfter())),
                word(Role.LATER, i)
                    .map(hit -> hit.map(_ -> (Shift) new Shift.Later(Optional.empty()))),
                word(Role.EARLIER, i)
                    .map(hit -> hit.map(_ -> (Shift) new Shift.Earlier(Optional.empty()))),
                byAmount(i),
                moved(i)))
        .map(hit -> hit.map(Facts::of));
  }

  private Optional<Hit<Lexicon.Entry>> word(Role role, int i) {
    return text.find(role, i);
  }

  /** "Push it back an hour", "bring it forward by a day", "spostarlo di un giorno". */
  private Optional<Hit<Shift>> moved(int i) {
    var later = text.find(Role.PUSH_LATER, i);
    var earlier = text.find(Role.PULL_EARLIER, i);
    var verb = Rule.longest(Stream.of(later, earlier));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    var k = verb.get().next();
    while (text.is(
        k,
        "by",
        "di",
        "about",
        "circa",
        "another",
        "just",
        "solo",
        "exactly",
        "maybe",
        "esattamente")) {
      k++;
    }
    boolean back = earlier.filter(found -> found.next() == verb.get().next()).isPresent();
    return amounts
        .at(k)
        .map(
            amount -> {
              var suffix = text.find(Role.BEFORE_AMOUNT, amount.next());
              var length = amount.value();
              boolean toEarlier = back || suffix.isPresent();
              Shift shift =
                  length.ofDays()
                      ? new Shift.DaysLater(toEarlier ? length.period().negated() : length.period())
                      : toEarlier
                          ? new Shift.Earlier(Optional.of(length.duration()))
                          : new Shift.Later(Optional.of(length.duration()));
              return new Hit<>(shift, suffix.map(Hit::next).orElse(amount.next()));
            });
  }

  /** "an hour later", "mezz'ora prima", "two days later". */
  private Optional<Hit<Shift>> byAmount(int i) {
    var amount = amounts.at(i);
    if (amount.isEmpty()) {
      return Optional.empty();
    }
    var next = amount.get().next();
    var later = text.find(Role.AFTER_AMOUNT, next);
    var earlier = text.find(Role.BEFORE_AMOUNT, next);
    if (later.isEmpty() && earlier.isEmpty()) {
      return Optional.empty();
    }
    var length = amount.get().value();
    var end = later.or(() -> earlier).orElseThrow().next();
    // "un'ora dopo pranzo" is no move
    if (text.has(Role.PART, end) || text.has(Role.DAY, end) || text.has(Role.PART, next)) {
      return Optional.empty();
    }
    Shift shift =
        length.ofDays()
            ? new Shift.DaysLater(later.isPresent() ? length.period() : length.period().negated())
            : later.isPresent()
                ? new Shift.Later(Optional.of(length.duration()))
                : new Shift.Earlier(Optional.of(length.duration()));
    return Optional.of(new Hit<>(shift, end));
  }
}

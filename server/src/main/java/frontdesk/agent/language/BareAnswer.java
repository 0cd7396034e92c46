package frontdesk.agent.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A message that is an hour or a number of days and nothing else: "11", "4 is gd", "le undici
 * allora", "quindici giorni".
 */
final class BareAnswer {

  private static final Optional<Hit<Amounts.Amount>> NONE = Optional.empty();

  private final Text text;
  private final Numbers numbers;
  private final Amounts amounts;
  private final LocalDate today;

  BareAnswer(Text text, LocalDate today) {
    this.text = text;
    this.numbers = new Numbers(text);
    this.amounts = new Amounts(text, numbers);
    this.today = today;
  }

  List<Reader.Found> found() {
    var days = days();
    return days.isEmpty() ? hour(0, text.size()) : days;
  }

  private List<Reader.Found> days() {
    List<Reader.Found> found = List.of();
    for (int i = 0; i < text.size(); ) {
      var amount = found.isEmpty() ? amounts.at(i).filter(BareAnswer::isStretch) : NONE;
      if (amount.isPresent()) {
        var day = new DaySpec.Fixed(today.plus(amount.get().value().period()), false);
        found = List.of(new Reader.Found(Facts.of(day), i, amount.get().next()));
        i = amount.get().next();
      } else if (text.token(i).kind() == Token.Kind.SIGN || text.has(Role.FILLER, i)) {
        i++;
      } else {
        return List.of();
      }
    }
    return found;
  }

  /** "Another day" is no stretch of one day. */
  private static boolean isStretch(Hit<Amounts.Amount> amount) {
    return amount.value().ofDays() && !amount.value().period().equals(Period.ofDays(1));
  }

  /** "The afternoon, 4 maybe": the hour stands in a part of its own beside the others. */
  List<Reader.Found> besides(List<Reader.Found> others) {
    var all = new ArrayList<>(others);
    for (int start = 0; start < text.size(); ) {
      var end = start;
      while (end < text.size() && !text.is(end, ".", "?", "!", ",")) {
        end++;
      }
      var from = start;
      var to = end;
      if (others.stream().noneMatch(other -> other.start() < to && from < other.end())) {
        all.addAll(hour(from, to));
      }
      start = end + 1;
    }
    all.sort(Comparator.comparingInt(Reader.Found::start));
    return all;
  }

  private List<Reader.Found> hour(int from, int to) {
    Reader.Found hour = null;
    for (int i = from; i < to; ) {
      var number =
          text.is(i, "one", "a", "an", "un", "uno", "una")
              ? Optional.<Hit<Integer>>empty()
              : numbers.cardinal(i);
      if (number.isPresent()) {
        var value = number.get().value();
        if (hour != null || value < 1 || value > 24) {
          return List.of();
        }
        var open = value <= 12 && !text.token(i).word().startsWith("0");
        hour =
            new Reader.Found(
                Facts.of(new TimeSpec.Point(LocalTime.of(value % 24, 0), open, Grain.HOUR)),
                i,
                number.get().next());
        i = number.get().next();
      } else if (hour != null && ratherThan(i)) {
        break;
      } else if (text.token(i).kind() == Token.Kind.SIGN || text.has(Role.FILLER, i)) {
        i++;
      } else {
        return List.of();
      }
    }
    return hour == null ? List.of() : List.of(hour);
  }

  /** What follows is the hour that is not wanted: "12 rather than 11", "le 12 invece delle 11". */
  private boolean ratherThan(int i) {
    return text.is(i, "rather", "instead") && text.is(i + 1, "than", "of")
        || text.is(i, "invece") && text.is(i + 1, "di", "del", "delle", "dell", "che")
        || text.is(i, "anziche", "not");
  }
}

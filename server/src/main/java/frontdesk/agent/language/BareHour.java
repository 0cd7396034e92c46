package frontdesk.agent.language;

import java.time.LocalTime;
import java.util.List;

/** "11", "4 is gd", "le undici allora": a message that is an hour and nothing else. */
final class BareHour {

  private final Text text;
  private final Numbers numbers;

  BareHour(Text text) {
    this.text = text;
    this.numbers = new Numbers(text);
  }

  List<Reader.Found> found() {
    Reader.Found hour = null;
    for (int i = 0; i < text.size(); ) {
      var number =
          text.is(i, "one", "a", "an", "un", "uno", "una")
              ? java.util.Optional.<Hit<Integer>>empty()
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
      } else if (text.token(i).kind() == Token.Kind.SIGN || text.has(Role.FILLER, i)) {
        i++;
      } else {
        return List.of();
      }
    }
    return hour == null ? List.of() : List.of(hour);
  }
}

package frontdesk.agent.builtin;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import frontdesk.agent.builtin.Said.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** The phone number in a text, however it is written; read by the business's country. */
final class PhoneNumbers {

  /**
   * @param number as said, or what was meant to be one and is none
   * @param possible whether such a number can exist
   */
  record Found(String number, boolean possible, Span span) {}

  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\d:,])(?:\\+\\s?|00)?\\(?\\d(?:[\\s./()–-]{0,3}\\d){4,19}(?![\\d:€%])");

  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}[./-]\\d{1,2}[./-](\\d{4}|\\d{2})(\\D+\\d{1,2}([.]\\d{2})?)?"
              + "|\\d{4}-\\d{1,2}-\\d{1,2}(\\D+\\d{1,2})?");

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  static Optional<Found> in(Said said, String country) {
    var matcher = DIGITS.matcher(said.plain());
    Optional<Found> sure = Optional.empty();
    Optional<Found> doubtful = Optional.empty();
    while (matcher.find()) {
      var run = matcher.group();
      if (DATE.matcher(run).matches()) {
        continue;
      }
      var found = best(run, matcher.start(), country);
      if (found.isPresent()) {
        // the first of two is the customer's own, unless the second corrects it
        boolean corrects =
            sure.filter(
                    first ->
                        Corrections.between(said, first.span().end(), found.get().span().start()))
                .isPresent();
        sure = corrects ? found : sure.or(() -> found);
        continue;
      }
      if (doubtful.isEmpty() && run.chars().filter(Character::isDigit).count() >= 5) {
        doubtful = Optional.of(new Found(run, false, new Span(matcher.start(), matcher.end())));
      }
    }
    if (sure.isPresent()) {
      return sure;
    }
    var spoken = SpokenDigits.in(said).filter(found -> score(found.number(), country) > 0);
    return spoken.isPresent() ? spoken : doubtful;
  }

  /**
   * A time or a house number may stand right beside the number, so every stretch of the groups is
   * tried: one that is in use somewhere before one that is only possible, longer before shorter.
   */
  private static Optional<Found> best(String run, int offset, String country) {
    var starts = Pattern.compile("(?:\\+\\s?)?\\(?\\d+").matcher(run).results().toList();
    Optional<Found> best = Optional.empty();
    int bestScore = 0;
    for (int i = 0; i < starts.size(); i++) {
      for (int j = i; j < starts.size(); j++) {
        int from = starts.get(i).start();
        int to = starts.get(j).end();
        var piece = run.substring(from, to);
        int score = score(piece, country);
        if (score > bestScore) {
          bestScore = score;
          best = Optional.of(new Found(piece, true, new Span(offset + from, offset + to)));
        }
      }
    }
    return best;
  }

  private static int score(String piece, String country) {
    int digits = (int) piece.chars().filter(Character::isDigit).count();
    if (digits < 6) {
      return 0;
    }
    try {
      var written = piece.startsWith("00") ? "+" + piece.substring(2) : piece;
      var number = NUMBERS.parse(written, country);
      if (!NUMBERS.isPossibleNumber(number)) {
        return 0;
      }
      return digits
          + (NUMBERS.isValidNumber(number) ? 100 : 0)
          + (written.startsWith("+") ? 200 : 0);
    } catch (NumberParseException e) {
      return 0;
    }
  }
}

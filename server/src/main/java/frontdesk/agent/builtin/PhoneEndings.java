package frontdesk.agent.builtin;

import frontdesk.agent.builtin.PhoneNumbers.Found;
import frontdesk.agent.builtin.Said.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** "It ends in 481, not 418": the number that was given, with other last digits. */
final class PhoneEndings {

  private static final String DIGITS = "(\\d(?:[ .-]?\\d){0,5})(?![\\d:])";

  private static final Pattern ENDS =
      Pattern.compile(
          "\\b(?:(?:it |number |which )?(?:ends?|ending|finish(?:es|ing)?) (?:in|with|on)|last"
              + " (?:\\w+ )?(?:digits?|numbers?|figures?)(?: is| are| should be|'s)?"
              + "|(?:finisc[ea]|termin[ai]|che finisce|finendo) (?:con|per|in)(?: il)?"
              + "|(?:(?:l'|le )?ultim[aeio] (?:\\w+ )?(?:cifr[ae]|numer[oi])|(?:il )?finale)"
              + "(?: e'?| sono| dovrebbe essere)?)"
              + "(?: (?:actually|really|in realta|invece))?[:,]? "
              + DIGITS);

  private PhoneEndings() {}

  /** The whole number, once it is known what it was before. */
  static Optional<Found> in(Said said, Optional<String> known) {
    var matcher = ENDS.matcher(said.plain());
    if (known.isEmpty() || !matcher.find()) {
      return Optional.empty();
    }
    var span = new Span(matcher.start(), matcher.end());
    return mended(known.get(), matcher.group(1).replaceAll("\\D", ""))
        .map(number -> new Found(number, true, span));
  }

  private static Optional<String> mended(String number, String ending) {
    var mended = new StringBuilder(number);
    int left = ending.length();
    for (int i = number.length() - 1; i >= 0 && left > 0; i--) {
      if (Character.isDigit(number.charAt(i))) {
        mended.setCharAt(i, ending.charAt(--left));
      }
    }
    return left == 0 ? Optional.of(mended.toString()) : Optional.empty();
  }
}

package frontdesk.agent.builtin;

import java.time.LocalTime;
import java.util.regex.Pattern;

/** "What about half past instead?": the hour is the one that was spoken of. */
final class HourLeftOut {

  private static final Pattern PAST =
      Pattern.compile(
          "(?iu)\\b(half|quarter|a quarter) past\\b(?!\\s+(?:\\d|the"
              + " hour\\b|one\\b|two\\b|three\\b|four\\b"
              + "|five\\b|six\\b|seven\\b|eight\\b|nine\\b|ten\\b|eleven\\b|twelve\\b|noon\\b|midday\\b"
              + "|midnight\\b))");

  /** "E mezza" after anything but an hour. */
  private static final Pattern AND_A_HALF =
      Pattern.compile(
          "(?iu)(^|[,.;:?!]\\s*|\\b(?:facciamo|fare|meglio|invece|anzi|alle|per le|magari)\\s+)"
              + "e\\s+(mezz[ao]|un quarto)\\b");

  private HourLeftOut() {}

  static String filledIn(String text, LocalTime spokenOf) {
    var twelve = spokenOf.getHour() % 12 == 0 ? 12 : spokenOf.getHour() % 12;
    var half = spokenOf.getHour() < 12 ? "am" : "pm";
    var english = PAST.matcher(text).replaceAll("$1 past " + twelve + " " + half);
    return AND_A_HALF.matcher(english).replaceAll("$1alle " + spokenOf.getHour() + " e $2");
  }
}

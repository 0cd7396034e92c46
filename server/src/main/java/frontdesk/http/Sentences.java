package frontdesk.http;

import java.util.regex.Pattern;

/** How sentences end that names are put into. */
public final class Sentences {

  private static final Pattern TWO_STOPS = Pattern.compile("(?<!\\.)\\.\\.(?!\\.)");

  private Sentences() {}

  /** A name that brings its own full stop, as "Rossi & Co.", ends the sentence with it. */
  public static String ended(String text) {
    return TWO_STOPS.matcher(text).replaceAll(".");
  }
}

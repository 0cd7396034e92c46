package frontdesk.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words of a mail: paragraphs, at most one thing to do, and small print. How it looks as text
 * and as HTML is the same for all.
 */
public record Mail(
    Locale locale, String subject, List<String> lines, Optional<Button> button, String small) {

  /** The one link of a mail. */
  public record Button(String words, String address) {}
}

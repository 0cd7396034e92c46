package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** The e-mail address in a text. */
final class EmailAddresses {

  record Found(String address, Span span) {}

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{2,63}){1,4}");

  private EmailAddresses() {}

  static Optional<Found> in(Said said) {
    var matcher = ADDRESS.matcher(said.raw());
    return matcher.find()
        ? Optional.of(new Found(matcher.group(), new Span(matcher.start(), matcher.end())))
        : Optional.empty();
  }
}

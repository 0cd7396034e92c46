package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What a new password must be: long enough to be worth having, short enough to be read whole, and
 * none of those that are tried first everywhere.
 */
public final class NewPasswords {

  private static final Set<String> COMMONEST = read();

  private NewPasswords() {}

  public static void check(String field, String password) {
    if (password.codePointCount(0, password.length()) < Passwords.MIN_CHARACTERS) {
      throw new Invalid(field, Texts.say("identity.password-short", Passwords.MIN_CHARACTERS));
    }
    if (Passwords.tooLong(password)) {
      throw new Invalid(field, Texts.say("identity.password-long", Passwords.MAX_BYTES));
    }
    if (COMMONEST.contains(password.toLowerCase(Locale.ROOT))) {
      throw new Invalid(field, Texts.say("identity.password-common"));
    }
  }

  /** From leaked ones, as zxcvbn counts them (MIT licence), and some of ours. */
  private static Set<String> read() {
    try {
      return new ClassPathResource("identity/commonest-passwords.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

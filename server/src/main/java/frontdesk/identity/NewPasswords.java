package frontdesk.identity;

import frontdesk.http.Invalid;
import frontdesk.http.Texts;

/** What a new password must be: long enough to be worth having, short enough to be read whole. */
public final class NewPasswords {

  private NewPasswords() {}

  public static void check(String field, String password) {
    if (password.codePointCount(0, password.length()) < Passwords.MIN_CHARACTERS) {
      throw new Invalid(field, Texts.say("identity.password-short", Passwords.MIN_CHARACTERS));
    }
    if (Passwords.tooLong(password)) {
      throw new Invalid(field, Texts.say("identity.password-long", Passwords.MAX_BYTES));
    }
  }
}

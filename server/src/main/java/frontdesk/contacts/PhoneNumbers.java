package frontdesk.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** Phone numbers as people write them, to E.164. */
public final class PhoneNumbers {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /**
   * Refused only when not possible: numbers of test ranges and forgotten ranges are possible, not
   * valid.
   *
   * @param country ISO 3166; national numbers are read by it
   */
  public static Optional<String> read(String written, String country) {
    try {
      var number = LIBRARY.parse(written, country);
      return LIBRARY.isPossibleNumber(number)
          ? Optional.of(LIBRARY.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Enough to know one from another, and too little to call. */
  public static String lastDigits(String phone) {
    return "•••" + phone.substring(Math.max(0, phone.length() - 3));
  }
}

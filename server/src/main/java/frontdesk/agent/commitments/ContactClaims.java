package frontdesk.agent.commitments;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers, e-mail addresses and streets: the business's, or what the customer gave. */
final class ContactClaims {

  private static final Pattern PHONE =
      Pattern.compile("(?<![\\d.,:])\\+?\\d[\\d ./()-]{6,}\\d(?![\\d.,:]\\d)");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w");
  private static final Pattern STREET =
      Pattern.compile(
          "\\b(?:[Vv]ia|[Vv]iale|[Cc]orso|[Pp]iazza|[Pp]iazzale|[Ll]argo)\\s+(?!mail\\b)[A-Z]\\w+|\\b\\d{1,4}\\s+[A-Z]\\w+\\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square)\\b");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}.*");

  private final Reply reply;

  ContactClaims(Reply reply) {
    this.reply = reply;
  }

  List<Claim> unbacked(Evidence evidence) {
    var known = Stream.concat(evidence.facts().stream(), evidence.customerSaid().stream()).toList();
    var claims = new ArrayList<Claim>();
    matches(PHONE)
        .filter(phone -> digits(phone).length() >= 7 && !DATE.matcher(phone).matches())
        .filter(phone -> known.stream().noneMatch(text -> digits(text).contains(national(phone))))
        .forEach(phone -> claims.add(new Claim(Claim.Kind.CONTACT, phone)));
    Stream.concat(emails(), matches(STREET))
        .filter(
            words -> known.stream().noneMatch(text -> Reply.fold(text).contains(Reply.fold(words))))
        .forEach(words -> claims.add(new Claim(Claim.Kind.CONTACT, words)));
    return claims;
  }

  private Stream<String> emails() {
    return reply.text().indexOf('@') < 0 ? Stream.empty() : matches(EMAIL);
  }

  private Stream<String> matches(Pattern pattern) {
    return pattern.matcher(reply.text()).results().map(java.util.regex.MatchResult::group);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  /** Without the country's prefix, which one side may have and the other not. */
  private static String national(String phone) {
    var digits = digits(phone);
    return digits.substring(Math.max(0, digits.length() - 9));
  }
}

package frontdesk.simulators.models;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the receptionist makes of words that no note explains: mostly an answer to what it asked
 * last. No more than a script needs; the product has an assistant that understands people.
 */
final class Hearing {

  private static final Pattern NAME = asked("what name|che nome");
  private static final Pattern PHONE = asked("phone number|numero di telefono");
  private static final Pattern SERVICE = asked("which service|quale servizio");
  private static final Pattern DAY = asked("which day|che giorno");
  private static final Pattern ONE_OF_THESE = asked("which of these|quale di quest");
  private static final Pattern YES_OR_NO = asked("shall i|conferm");

  private static final Pattern YES =
      words("yes|yep|yeah|ok|sure|correct|perfect|sì|si|sisi|confermo|va bene|perfetto|certo");
  private static final Pattern NO = words("no|nope|leave it|forget it|lascia|lasciamo");
  private static final Pattern PERSON =
      words("human|real person|speak to (some|a)|talk to (some|a)|operatore|una persona|qualcuno");
  private static final Pattern CANCEL = words("cancel|annull\\w*|disdi\\w*|cancell\\w*");
  private static final Pattern MOVE = words("move|reschedule|spost\\w*");
  private static final Pattern TIME =
      words(
          "\\d{1,2}|noon|tomorrow|today|morning|afternoon|\\w+day|domani|dopodomani|oggi|mattina"
              + "|pomeriggio|mezzogiorno|\\w+edì|sabato|domenica");
  private static final Pattern INTRODUCTION =
      Pattern.compile("(?iu)^(my name is|i'm|i am|it's|this is|mi chiamo|sono|a nome)\\s+");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d\\s./-]{4,}\\d");
  private static final Pattern OFFER = Pattern.compile("(\\d)\\) ([^;?]+?)(?=[;.?]\\s|[;.?]?$)");

  private Hearing() {}

  private static Pattern asked(String question) {
    return Pattern.compile("(?iu)(" + question + ")[^?]*\\?");
  }

  private static Pattern words(String any) {
    return Pattern.compile("(?iU)\\b(" + any + ")\\b");
  }

  /**
   * @param before what the receptionist said last
   * @param services the names that can be booked
   */
  static Map<String, String> of(String said, String before, Wish wish, List<String> services) {
    if (PERSON.matcher(said).find()) {
      return Map.of("wants", "person");
    }
    if (NAME.matcher(before).find()) {
      return Map.of("name", INTRODUCTION.matcher(said).replaceFirst(""));
    }
    if (PHONE.matcher(before).find()) {
      var number = NUMBER.matcher(said);
      return Map.of("phone", number.find() ? number.group() : said);
    }
    if (SERVICE.matcher(before).find()) {
      return Map.of("service", service(said, services).orElse(said));
    }
    if (ONE_OF_THESE.matcher(before).find()) {
      return Map.of("when", said);
    }
    if (DAY.matcher(before).find()) {
      return Map.of("when", (wish.get("when") + " " + said).strip());
    }
    if (YES_OR_NO.matcher(before).find() && YES.matcher(said).find()) {
      return Map.of();
    }
    return unasked(said, services);
  }

  private static Map<String, String> unasked(String said, List<String> services) {
    if (CANCEL.matcher(said).find()) {
      return Map.of("wants", "cancel");
    }
    var when = TIME.matcher(said).find() ? Optional.of(said) : Optional.<String>empty();
    if (MOVE.matcher(said).find()) {
      return when.map(words -> Map.of("wants", "move", "when", words))
          .orElse(Map.of("wants", "move"));
    }
    var service = service(said, services);
    if (service.isPresent()) {
      return when.map(words -> Map.of("wants", "book", "service", service.get(), "when", words))
          .orElse(Map.of("wants", "book", "service", service.get()));
    }
    if (NO.matcher(said).find()) {
      return Map.of("wants", "nothing");
    }
    return when.map(words -> Map.of("when", words)).orElse(Map.of());
  }

  private static Optional<String> service(String said, List<String> services) {
    var plain = said.toLowerCase(Locale.ROOT);
    return services.stream()
        .filter(name -> plain.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The n-th of the times that were offered, in the words of the offer. */
  static Optional<String> offer(int n, String before) {
    return OFFER
        .matcher(before)
        .results()
        .filter(offer -> offer.group(1).equals(String.valueOf(n)))
        .map(offer -> offer.group(2).strip())
        .findFirst();
  }
}

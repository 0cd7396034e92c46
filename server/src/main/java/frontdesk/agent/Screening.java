package frontdesk.agent;

import frontdesk.conversations.TurnRequest;
import frontdesk.conversations.TurnRequest.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of the new messages can be answered: their words, cleaned and cut to a size one reads. */
final class Screening {

  private static final int LONGEST = 4_000;

  private Screening() {}

  /** What carries data and no sentence: coordinates and prices are no times. */
  private static final Set<String> WORDLESS = Set.of("location", "order", "unsupported");

  /** Empty when there are pictures, sounds, files or places alone. */
  static List<String> words(List<Said> messages) {
    return messages.stream()
        .filter(said -> !WORDLESS.contains(said.kind()))
        .map(said -> said.text().replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .toList();
  }

  /** The language of the latest words that show one, else the business's. */
  static Locale language(TurnRequest request, List<String> said, Locale fallback) {
    var before =
        request.history().stream()
            .filter(message -> message.author().equals("contact"))
            .map(Said::text)
            .toList();
    var newestFirst = new ArrayList<>(before);
    newestFirst.addAll(said);
    return SpokenLanguage.of(newestFirst.reversed()).orElse(fallback);
  }
}

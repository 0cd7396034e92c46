package frontdesk.agent.builtin;

import java.util.ArrayList;
import java.util.Locale;

/** What a colleague should know on taking over, in the business's language. */
final class Summary {

  private static final int LONGEST_QUOTE = 280;

  private Summary() {}

  static String of(Talk talk, String lastWords) {
    boolean italian = talk.situation.locale().getLanguage().equals(Locale.ITALIAN.getLanguage());
    var voice =
        italian
            ? new Italian(false, talk.business, talk.today())
            : new English(talk.business, talk.today());
    var known = new ArrayList<String>();
    talk.name.or(talk.situation::knownName).ifPresent(known::add);
    talk.phone.or(talk.situation::knownPhone).ifPresent(known::add);
    talk.wishedService().ifPresent(service -> known.add(service.name()));
    talk.wish.start.ifPresent(start -> known.add(voice.moment(talk.local(start))));
    var quote = lastWords.strip();
    if (quote.length() > LONGEST_QUOTE) {
      quote = quote.substring(0, LONGEST_QUOTE) + "…";
    }
    return (known.isEmpty() ? "" : String.join(", ", known) + ". ") + "“" + quote + "”";
  }
}

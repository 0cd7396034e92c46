package frontdesk.agent.builtin;

import frontdesk.agent.builtin.PersonNames.Found;
import frontdesk.agent.builtin.Said.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where one writes for another: which name is whose. */
final class CompanyNames {

  /** Words after which the name of another one who comes follows. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "(?:\\b(?:my|me|our|mi[oa]|nostr[oa]|su[oa]|the|a|un[a']?)\\s+(?:(?:little|eldest|oldest"
              + "|youngest|older|younger|other|elderly)\\s+)?"
              + PersonNames.RELATIVES
              + "(?:'s name is|\\s+(?:is called|called|named|si chiama|che si chiama|di"
              + " nome))?\\s*[:,(]?|\\b(?:his|her|their) (?:full |first )?name(?:'?s|"
              + " is)|\\b(?:he|she)(?:'s| is)(?: called)?|\\b(?:il suo nome è|(?:lui|lei)(?: è| si"
              + " chiama)?|si chiama|la chiamo|lo chiamo)|\\b"
              + PersonNames.RELATIVES
              + " (?:di|of))\\s*",
          PersonNames.FLAGS);

  /** "I'm Leo's dad": whose. */
  private static final Pattern WHOSE =
      Pattern.compile(
          "(" + PersonNames.NAME + ")['’]s\\s+" + PersonNames.RELATIVES + "\\b", PersonNames.FLAGS);

  /** Words by which writers introduce themselves, and what they are to the one who comes. */
  private static final Pattern OF_THE_WRITER =
      Pattern.compile(
          "\\b(?:i['’]?m|i am|this is|my name(?:['’]?s| is)|sono|mi chiamo|qui è|il mio nome è)"
              + "\\s+(?:(?:(?:his|her|their|the|il|la|suo|sua|lo)\\s+)*"
              + PersonNames.RELATIVES
              + "\\b\\s*[,:(]?\\s*)?",
          PersonNames.FLAGS);

  /** The end of a letter: "Many thanks, Paul". */
  private static final Pattern SIGNED =
      Pattern.compile(
          "\\b(?:thanks|thank you|cheers|regards|wishes|grazie(?: mille)?|saluti)\\s*[,.!\\n-]\\s*"
              + "(?="
              + PersonNames.NAME
              + "(?:\\s+"
              + PersonNames.NAME
              + ")?\\W*$)",
          PersonNames.FLAGS);

  private CompanyNames() {}

  /** What another one who comes is called: "my son Leo", "her name is Mia", "I'm Leo's dad". */
  static Optional<Found> ofAnother(Said said) {
    var whose = WHOSE.matcher(said.raw());
    while (whose.find()) {
      var name = PersonNames.nameAt(said, whose.start(1), false);
      if (name.isPresent() && PersonNames.GIVEN.contains(Said.fold(name.get().name()))) {
        return name;
      }
    }
    var matcher = OF_ANOTHER.matcher(said.raw());
    while (matcher.find()) {
      var name = PersonNames.nameAt(said, matcher.end(), true);
      if (name.filter(found -> PersonNames.startsWithCapitalOrIsGiven(said, found)).isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** Where the writers name themselves. */
  static List<Span> ofTheWriter(Said said) {
    var spans = new ArrayList<Span>();
    for (var pattern : List.of(OF_THE_WRITER, SIGNED)) {
      var matcher = pattern.matcher(said.raw());
      while (matcher.find()) {
        PersonNames.nameAt(said, matcher.end(), false).map(Found::span).ifPresent(spans::add);
      }
    }
    var here = PersonNames.HERE.matcher(said.raw());
    while (here.find()) {
      PersonNames.lastWords(said, here.start(1), here.end(1))
          .map(Found::span)
          .ifPresent(spans::add);
    }
    return spans;
  }
}

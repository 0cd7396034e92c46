package frontdesk.agent.language;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What words say about time, in English and Italian. Both languages are read in any text; the
 * locale decides what is ambiguous between them. The one place where days and hours are worked out.
 */
public final class TimeWords {

  private TimeWords() {}

  /**
   * The mentions of a day, a time of day or a move, in order of appearance. "Now" and "at once" are
   * no mentions: in talk they mean everything else.
   *
   * @param reference when it was written, in the zone of the business
   */
  public static List<TimeMention> mentions(String text, Locale locale, ZonedDateTime reference) {
    var words = new Text(text, locale);
    var marks = new Marks(words);
    var resolver = new Resolver(words, reference);
    var found = new Reader(words, reference).expressions();
    found = withBare(words, found, reference);
    var before = new ArrayList<Reader.Found>();
    var denied = new ArrayList<Boolean>();
    var mentions = new ArrayList<TimeMention>();
    for (var one : found) {
      var negated = marks.negated(one, before, denied);
      before.add(one);
      denied.add(negated);
      if (!one.facts().exact().map(Facts.Exact::now).orElse(false)) {
        mentions.add(resolver.mention(one, marks.approximate(one), negated));
      }
    }
    return List.copyOf(mentions);
  }

  private static List<Reader.Found> withBare(
      Text words, List<Reader.Found> found, ZonedDateTime reference) {
    var bare = new BareAnswer(words, reference.toLocalDate());
    return found.isEmpty() ? bare.found() : bare.besides(found);
  }

  /**
   * What the text names, best reading first: all that was named in order, then the other readings.
   * What is denied ("not Friday") or does not exist is left out.
   */
  public static List<TimeValue> read(String text, Locale locale, ZonedDateTime reference) {
    var words = new Text(text, locale);
    var marks = new Marks(words);
    var found = new ArrayList<Reader.Found>();
    var denied = new ArrayList<Boolean>();
    var asked = new ArrayList<Reader.Found>();
    var expressions = new Reader(words, reference).expressions();
    expressions = withBare(words, expressions, reference);
    for (var one : expressions) {
      var negated = marks.negated(one, found, denied);
      found.add(one);
      denied.add(negated);
      if (!negated) {
        asked.add(one);
      }
    }
    return new Resolver(words, reference).values(asked.stream().map(Reader.Found::facts).toList());
  }
}

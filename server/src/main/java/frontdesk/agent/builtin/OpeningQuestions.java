package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.language.TimeMention;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** "Are you open on Sunday? And Christmas Day?": the second question asks what the first does. */
final class OpeningQuestions {

  private static final Pattern NEXT = Pattern.compile("[?!.\\s]*([^?!.\\n]+)\\?");

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^\\W*(?:(?:and|or|also|what|how|about|then|e|ed|o|oppure|invece|anche|pure|poi)\\b\\W*)+");

  /** What such a question may sound like besides. */
  private static final Set<Intent> HARMLESS = Set.of(Intent.HOURS, Intent.ANOTHER);

  private static final Pattern OF_THE_DOORS =
      Pattern.compile(
          "\\b(?:open\\w*|clos\\w+|shut|apr\\w+|apert\\w+|chiu\\w+|lavor\\w+|orario d\\w*)\\b");

  private OpeningQuestions() {}

  /** "What times have you got on Sunday for a blow-dry?" asks when one can come. */
  static boolean asksWhenToCome(
      Said said, Span asked, List<TimeMention> times, List<Span> services) {
    return services.stream().anyMatch(span -> span.overlaps(asked.start(), asked.end()))
        && times.stream().anyMatch(time -> asked.overlaps(time.start(), time.end()))
        && !OF_THE_DOORS.matcher(said.plain().substring(asked.start(), asked.end())).find();
  }

  /** The question with those that follow it and only name another day. */
  static Span whole(Said said, Span first, List<TimeMention> times, List<Span> services) {
    var next = NEXT.matcher(said.plain());
    int end = first.end();
    while (next.region(end, said.plain().length()).lookingAt()) {
      var span = new Span(next.start(1), next.end(1));
      boolean namesDay =
          times.stream()
              .filter(time -> span.overlaps(time.start(), time.end()))
              .anyMatch(time -> time.days().isPresent() && time.clock().isEmpty());
      boolean wishes =
          services.stream().anyMatch(service -> span.overlaps(service.start(), service.end()))
              || !HARMLESS.containsAll(Intent.in(Said.of(next.group(1))).keySet());
      if (!namesDay || wishes || !GOES_ON.matcher(next.group(1)).find()) {
        break;
      }
      end = next.end(1);
    }
    return new Span(first.start(), end);
  }
}

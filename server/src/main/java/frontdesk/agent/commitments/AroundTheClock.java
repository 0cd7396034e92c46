package frontdesk.agent.commitments;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** "Around the clock", "24 ore su 24": hours without a beginning or an end, and no length. */
final class AroundTheClock {

  private static final Pattern SAID =
      Pattern.compile(
          "(?i)\\b(?:a?round the clock|24 hours a day|24/7|h24|24 ore su 24|24 ore al giorno)\\b");

  private final String text;
  private final Evidence evidence;
  private final Reply reply;
  private final OpeningClaims opening;

  AroundTheClock(String text, Locale locale, ZonedDateTime now, Evidence evidence) {
    this.text = text;
    this.evidence = evidence;
    this.opening = new OpeningClaims(evidence);
    this.reply = Reply.of(without(), locale, now);
  }

  /** The text with blanks in its place, so that its numbers are not read as something else. */
  String without() {
    return SAID.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }

  List<Claim> unbacked() {
    return SAID.matcher(text)
        .results()
        .filter(said -> !backed(said))
        .map(said -> new Claim(Claim.Kind.TIME, said.group()))
        .toList();
  }

  private boolean backed(MatchResult said) {
    var sentence = reply.sentenceAt(said.start());
    var hours = new Phrases(reply.plain(sentence.start(), sentence.end())).has("hours");
    return !hours
        || quoted(said)
        || opening.aroundTheClock(
            reply.mentions().stream()
                .filter(time -> time.start() >= sentence.start() && time.start() < sentence.end())
                .flatMap(time -> time.days().stream())
                .toList());
  }

  private boolean quoted(MatchResult said) {
    var words = Reply.fold(said.group());
    return evidence.facts().stream().map(Reply::fold).anyMatch(fact -> fact.contains(words));
  }
}

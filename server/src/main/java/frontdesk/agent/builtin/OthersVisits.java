package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Said.Span;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is told in passing of somebody else: "my mate Steve's booked in on Thursday at five", "me
 * l'ha consigliato mia sorella Anna". Nothing in it is wished for, but for the day and the hour
 * that the wish leans on: "right before him", "the same day".
 */
record OthersVisits(List<Span> spans) {

  private static final String SOMEBODY =
      "(?:my|me|our|a|one of my|mi[oa]|la mia|il mio|nostr[oa]|un'?|una)\\s*(?:(?:best|little|older"
          + "|younger|elder|good|old|cara|caro|migliore|miglior)\\s+)?"
          + PersonNames.RELATIVES
          + "(?: of mine)?";

  /** Between the relative and the verb: what they are called. */
  private static final String CALLED = "(?:,? [\\p{L}'’-]+?){0,2},?";

  private static final String ALREADY =
      "(?: (?:already|also|just|always|usually|actually|già|gia|anche|sempre|di solito))*";

  private static final String DOES =
      "(?:"
          + "(?:['’]?s| is| was| are| has been|['’]s been)"
          + ALREADY
          + " (?:(?:all )?booked|coming|due|down for|in (?:with|at|on|for)|with you|a"
          + " (?:client|regular|customer))|(?: has|['’]s got| has got| had| have| got|['’]s)"
          + ALREADY
          + " (?:(?:an?|her|his|their|the) )?(?:appointment|appt|booking|slot|reservation|booked)"
          + "|"
          + ALREADY
          + " (?:booked|comes|came|goes|went|recommended|suggested|told me|mentioned|swears"
          + " by|raves)|(?: ha| aveva| ha preso| ha fissato)"
          + ALREADY
          + " (?:(?:un|l'|il suo|preso|fissato|preso un|fissato un) ?)?(?:appuntamento|prenotat[oa]"
          + "|prenotazione|fissato|posto|consigliat[oa]|parlato|detto)"
          + "|(?: viene| verrà| verra| va| passa| è venut[oa]| è stat[oa]| e' venut[oa])"
          + ALREADY
          + " (?:da voi|da te|da lei|lì|li da|qui|in studio|in salone)"
          + "|(?: è| e'| era)"
          + ALREADY
          + " (?:prenotat[oa]|segnat[oa]|(?:una |un )?(?:vostr[oa] )?client[ei]|da voi)"
          + "| mi (?:ha|aveva) (?:consigliato|parlato|detto|suggerito|mandato)"
          + ")\\b";

  /** Up to where the writer begins to ask. */
  private static final String CLAUSE =
      "(?:(?!\\b(?:can|could|may|is there|i'?d|i’d|i would|i want|i need|i was|so i|and i|me"
          + " too|right|just|before|after|then|vorrei|volevo|voglio|posso|potrei|io|anch'io|anch’io"
          + "|mi (?:serv|piacer)|avete|c'[eè]|prima di|dopo di|subito|avrei|insieme)\\b)"
          + "[^.,;!?\\n])*";

  private static final Pattern TOLD =
      Pattern.compile(
          "\\b"
              + SOMEBODY
              + CALLED
              + DOES
              + CLAUSE
              + "|\\b(?:recommended|suggested|referred|sent)(?: to me)? by "
              + SOMEBODY
              + CALLED
              + "|\\b(?:consigliat[oa]|suggerit[oa]|mandat[oa]|parlato|detto)(?: bene)?(?: di"
              + " voi)?(?: da| dal| dalla)? ?"
              + SOMEBODY
              + CALLED,
          PersonNames.FLAGS);

  /** The appointment of the other one is what this is about. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\b(?:cancel\\w*|mov(?:e|ed|ing)|resched\\w+|chang(?:e|ing)|instead|swap|spost\\w+|annull\\w+"
              + "|disd\\w+|cambi\\w+|invece|anticip\\w+|posticip\\w+)\\b");

  private static final String THEM_EN =
      "(?:him|her|hers|his|them|theirs|she|he|they|that|my " + PersonNames.RELATIVES + ")\\b";
  private static final String THEM_IT = "(?:di )?(?:lei|lui|loro|quello|mi[oa] )";

  private static final Pattern BEFORE_THEM =
      Pattern.compile("\\bbefore " + THEM_EN + "|\\bprima " + THEM_IT, PersonNames.FLAGS);

  private static final Pattern AFTER_THEM =
      Pattern.compile(
          "\\bafter " + THEM_EN + "|\\bdopo " + THEM_IT + "|\\b(?:straight|right) after\\b",
          PersonNames.FLAGS);

  private static final Pattern WITH_THEM =
      Pattern.compile(
          "\\b(?:then too|then as well|(?:at )?the same time|at that time|together|with"
              + " (?:her|him|them)|alongside|insieme|alla stessa ora|stesso orario|con"
              + " (?:lei|lui|loro)|anche io|anch'io|come (?:lei|lui))\\b");

  private static final Pattern THAT_DAY =
      Pattern.compile("\\b(?:(?:the same|that|same) day|(?:quel|lo stesso|stesso) giorno)\\b");

  static OthersVisits in(Said said) {
    if (CHANGES.matcher(said.plain()).find()) {
      return new OthersVisits(List.of());
    }
    return new OthersVisits(
        TOLD.matcher(said.raw())
            .results()
            .map(found -> new Span(found.start(), found.end()))
            .toList());
  }

  /** The mentions outside, and of those inside what the wish leans on. */
  List<TimeMention> wishesOf(List<TimeMention> mentions, Said own) {
    if (spans.isEmpty()) {
      return mentions;
    }
    var theirs = mentions.stream().filter(this::isTold).toList();
    var wishes = new ArrayList<>(mentions);
    wishes.removeAll(theirs);
    boolean ownDay = wishes.stream().anyMatch(time -> time.days().isPresent());
    boolean ownHour = wishes.stream().anyMatch(time -> time.clock().isPresent());
    for (var their : ownDay ? List.<TimeMention>of() : theirs) {
      leaningOn(their, ownHour, own).ifPresent(wishes::addFirst);
    }
    return wishes;
  }

  private boolean isTold(TimeMention mention) {
    return spans.stream().anyMatch(span -> span.overlaps(mention.start(), mention.end()));
  }

  private static Optional<TimeMention> leaningOn(TimeMention their, boolean ownHour, Said own) {
    var plain = own.plain();
    var at = their.clock().filter(clock -> clock.to().isEmpty()).map(Clock::from);
    if (!ownHour && at.isPresent()) {
      if (BEFORE_THEM.matcher(plain).find()) {
        return Optional.of(between(their, LocalTime.MIN, at.get()));
      }
      if (AFTER_THEM.matcher(plain).find()) {
        return Optional.of(between(their, at.get(), LocalTime.MAX));
      }
      if (WITH_THEM.matcher(plain).find()) {
        return Optional.of(their);
      }
    }
    boolean leans = ownHour || THAT_DAY.matcher(plain).find() || WITH_THEM.matcher(plain).find();
    return their.days().filter(_ -> leans).map(_ -> their.dayAlone());
  }

  private static TimeMention between(TimeMention their, LocalTime from, LocalTime to) {
    return new TimeMention(
        their.start(),
        their.end(),
        their.days(),
        Optional.of(new Clock(from, Optional.of(to))),
        List.of(),
        Optional.empty(),
        false,
        false,
        false);
  }
}

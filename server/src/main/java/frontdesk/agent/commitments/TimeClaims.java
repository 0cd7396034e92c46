package frontdesk.agent.commitments;

import frontdesk.agent.commitments.Evidence.Booking;
import frontdesk.agent.commitments.Evidence.Slot;
import frontdesk.agent.commitments.Evidence.Standing;
import frontdesk.agent.commitments.Reply.Sentence;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Days;
import frontdesk.agent.language.TimeWords;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days and hours a reply names, each against what it is said to be: free, taken, booked. */
final class TimeClaims {

  private static final Pattern ENDS =
      Pattern.compile("\\b(?:until|till|ends?|finish\\w*|fino|termin\\w+|finisce|finira)\\b");

  private final Reply reply;
  private final Evidence evidence;
  private final ActionClaims actions;
  private final OpeningClaims opening;
  private final ZonedDateTime now;
  private Optional<List<TimeMention>> customers = Optional.empty();

  TimeClaims(Reply reply, Evidence evidence, ActionClaims actions, ZonedDateTime now) {
    this.reply = reply;
    this.evidence = evidence;
    this.actions = actions;
    this.opening = new OpeningClaims(evidence);
    this.now = now;
  }

  List<Claim> unbacked() {
    var claims = new ArrayList<Claim>();
    Optional<Days> said = Optional.empty();
    for (var mention : reply.mentions()) {
      said = mention.days().or(contextOf(mention, said));
      if (!backed(mention, said)) {
        claims.add(new Claim(Claim.Kind.TIME, reply.words(mention.start(), mention.end())));
      }
    }
    return claims;
  }

  /** The day named before, or the one that follows in the same sentence: "at 10 on Thursday". */
  private java.util.function.Supplier<Optional<Days>> contextOf(
      TimeMention mention, Optional<Days> said) {
    var sentence = reply.sentenceAt(mention.start());
    return () ->
        said.or(
            () ->
                reply.mentions().stream()
                    .filter(
                        other -> other.start() > mention.start() && other.start() < sentence.end())
                    .flatMap(other -> other.days().stream())
                    .findFirst());
  }

  private boolean backed(TimeMention mention, Optional<Days> days) {
    if (mention.days().isEmpty() && mention.clock().isEmpty()) {
      return true;
    }
    var sentence = reply.sentenceAt(mention.start());
    var clause = reply.clauseAt(mention.start());
    var words = reply.plain(clause.start(), clause.end());
    var whole = reply.plain(sentence.start(), sentence.end());
    var inClause = new Phrases(words);
    var inSentence = new Phrases(whole);
    var dayOnly = mention.clock().isEmpty();
    if (mention.impossible()) {
      return inSentence.has("refused") || inSentence.has("echo");
    }
    if (inClause.has("hours") || inSentence.has("hours") && actions.claimed(sentence).isEmpty()) {
      var said = inClause.has("hours") ? words : whole;
      return opening.bears(mention, days, said) || known(mention, days) || quoted(mention);
    }
    var deeds = actions.claimed(sentence);
    if (!deeds.isEmpty()) {
      return byDeeds(deeds, mention, days, sentence);
    }
    if (inClause.has("refused") || mention.negated()) {
      return refused(mention, days)
          || opening.closed(mention, days, now)
          || notOffered(mention, days, dayOnly);
    }
    if (part(mention) && sentence.question() && inSentence.has("open_question")) {
      return true;
    }
    if (inClause.has("echo") || inSentence.has("echo") && !sentence.question()) {
      return customerSaid(mention) || known(mention, days);
    }
    if (dayOnly
        && (inSentence.has("smalltalk")
            || sentence.question() && inSentence.has("open_question"))) {
      return customerSaid(mention) || known(mention, days) || inSentence.has("smalltalk");
    }
    return known(mention, days) || quoted(mention);
  }

  private boolean byDeeds(
      Set<Deed> deeds, TimeMention mention, Optional<Days> days, Sentence sentence) {
    var certain = EnumSet.copyOf(deeds);
    certain.remove(Deed.DONE);
    certain.remove(Deed.HANDED);
    certain.remove(Deed.DISCOUNTED);
    if (certain.isEmpty()) {
      return known(mention, days);
    }
    var words = reply.plain(sentence.start(), sentence.end());
    return certain.stream()
            .flatMap(deed -> deed.subjects(evidence).stream())
            .anyMatch(
                booking ->
                    at(booking.slot(), mention, days, words)
                        || certain.contains(Deed.MOVED) && was(booking, mention, days))
        || certain.contains(Deed.HELD)
            && evidence.deals().stream().anyMatch(deal -> at(deal.slot(), mention, days, words));
  }

  private static boolean was(Booking booking, TimeMention mention, Optional<Days> days) {
    return booking.before().filter(before -> starts(before, mention, days)).isPresent();
  }

  /** Free, proposed or booked. */
  private boolean known(TimeMention mention, Optional<Days> days) {
    var words =
        reply.plain(
            reply.sentenceAt(mention.start()).start(), reply.sentenceAt(mention.start()).end());
    return Stream.of(
            evidence.offers().stream(),
            evidence.deals().stream().map(Evidence.Deal::slot),
            evidence.appointments().stream()
                .filter(booking -> booking.standing() != Standing.ENDED)
                .map(Booking::slot))
        .flatMap(slots -> slots)
        .anyMatch(slot -> at(slot, mention, days, words));
  }

  private boolean refused(TimeMention mention, Optional<Days> days) {
    return evidence.refused().stream().anyMatch(start -> starts(start, mention, days))
        || evidence.appointments().stream()
            .filter(booking -> booking.standing() == Standing.ENDED)
            .anyMatch(booking -> starts(booking.slot().start(), mention, days));
  }

  /** Nothing is claimed free here, and the search that was made found nothing there either. */
  private boolean notOffered(TimeMention mention, Optional<Days> days, boolean dayOnly) {
    var asked = customerSaid(mention) || dayOnly || part(mention);
    return asked
        && !evidence.refused().isEmpty()
        && !evidence.offers().stream().anyMatch(slot -> starts(slot.start(), mention, days));
  }

  private boolean customerSaid(TimeMention mention) {
    return customerSaid().stream()
        .anyMatch(
            said ->
                mention
                        .days()
                        .map(
                            days ->
                                said.days().map(days::equals).orElse(mention.clock().isPresent()))
                        .orElse(true)
                    && mention
                        .clock()
                        .map(
                            clock ->
                                said.clock().isEmpty() && mention.days().isPresent()
                                    || said.clock().map(clock::equals).orElse(false)
                                    || said.otherClocks().contains(clock))
                        .orElse(true));
  }

  /** Read once, and only where it matters. */
  private List<TimeMention> customerSaid() {
    var said =
        customers.orElseGet(
            () ->
                evidence.customerSaid().stream()
                    .flatMap(words -> TimeWords.mentions(words, reply.locale(), now).stream())
                    .toList());
    customers = Optional.of(said);
    return said;
  }

  private boolean quoted(TimeMention mention) {
    var words = reply.plain(mention.start(), mention.end()).strip();
    return evidence.facts().stream().map(Reply::fold).anyMatch(fact -> fact.contains(words));
  }

  private static boolean part(TimeMention mention) {
    return mention.clock().flatMap(TimeMention.Clock::to).isPresent();
  }

  /** The slot starts then; or the mention is the whole slot, or its end. */
  private static boolean at(Slot slot, TimeMention mention, Optional<Days> days, String words) {
    if (starts(slot.start(), mention, days)) {
      return true;
    }
    var onDay = onDay(slot.start().toLocalDate(), days);
    var end = slot.end().toLocalTime();
    var whole =
        mention
            .clock()
            .filter(
                c ->
                    c.from().equals(slot.start().toLocalTime())
                        && c.to().filter(end::equals).isPresent())
            .isPresent();
    var upTo =
        mention
            .clock()
            .filter(c -> c.from().equals(LocalTime.MIN) && c.to().filter(end::equals).isPresent())
            .isPresent();
    var ends =
        mention.clock().filter(c -> c.to().isEmpty() && c.from().equals(end)).isPresent()
            && ENDS.matcher(words).find();
    return onDay && (whole || upTo || ends);
  }

  private static boolean starts(ZonedDateTime start, TimeMention mention, Optional<Days> days) {
    return onDay(start.toLocalDate(), days) && atTime(start.toLocalTime(), mention);
  }

  private static boolean onDay(LocalDate date, Optional<Days> days) {
    return days.map(d -> !date.isBefore(d.first()) && !date.isAfter(d.last())).orElse(true);
  }

  private static boolean atTime(LocalTime time, TimeMention mention) {
    if (mention.clock().isEmpty()) {
      return true;
    }
    return Stream.concat(mention.clock().stream(), mention.otherClocks().stream())
        .anyMatch(
            clock ->
                clock.to().isPresent()
                    ? !time.isBefore(clock.from()) && time.isBefore(clock.to().get())
                    : mention.approximate()
                        ? !time.isBefore(clock.from().minusMinutes(30))
                            && !time.isAfter(clock.from().plusMinutes(30))
                        : time.equals(clock.from()));
  }
}

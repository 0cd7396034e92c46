package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Edge;
import frontdesk.agent.builtin.DialogueState.Errand;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import frontdesk.agent.language.TimeMention;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes what was heard into what is known, and says whether anything is now different. */
final class Facts {

  private static final Pattern ADDS_BEFORE =
      Pattern.compile(
          "\\b(also|and|plus|add(ing)?|aggiung\\w+|anche|pure|poi|ed?|oltre)\\s+(also |anche |maybe"
              + " |magari |then )?(do |get |have |book |need |want |fare |prenotare |voglio"
              + " |vorrei )?(me |my |alla? |al )?(an?|un[ao']?|l[ao]|il|the|my)?\\s*$");

  private static final Pattern ADDS_AFTER =
      Pattern.compile("^\\s*(too|as well|also|anche|pure|in piu)\\b");

  private static final Pattern CLOSEST =
      Pattern.compile(
          "\\b(?:closest|nearest|quell[oa] piu vicin[oa]|(?:il|la) piu vicin[oa]|l'orario piu"
              + " vicino)\\b");

  /** Before a service already booked: "a blow-dry after the cut". */
  static final Pattern AFTER_IT =
      Pattern.compile("\\b(?:after|dopo)\\s+(?:the |my |il |la |l'|mio |mia )*$");

  private final Talk talk;
  private final Heard heard;
  private List<TimeMention> times;

  private boolean changed;
  private boolean phoneImpossible;
  private Trouble trouble = Trouble.NONE;
  private Optional<Errand> later = Optional.empty();

  Facts(Talk talk, Heard heard) {
    this.talk = talk;
    this.heard = heard;
    this.times = wishes(heard);
  }

  /** All times but those that are only asked about. */
  private static List<TimeMention> wishes(Heard heard) {
    var asked = FactAnswers.questions(heard);
    var wishes =
        new ArrayList<>(
            heard.times().stream()
                .filter(
                    time ->
                        asked.stream().noneMatch(span -> span.overlaps(time.start(), time.end())))
                .toList());
    // "When do you close on Friday? A cut around 4, if there's room": on that Friday
    var hours = heard.intents().get(Intent.HOURS);
    boolean more =
        !wishes.isEmpty()
            || heard.services().spans().stream()
                .anyMatch(
                    named ->
                        asked.stream()
                            .noneMatch(span -> span.overlaps(named.start(), named.end())));
    if (hours != null && more && wishes.stream().noneMatch(time -> time.days().isPresent())) {
      heard.times().stream()
          .filter(time -> hours.overlaps(time.start(), time.end()) && time.days().isPresent())
          .findFirst()
          .ifPresent(time -> wishes.add(time.dayAlone()));
    }
    return List.copyOf(wishes);
  }

  void take() {
    var ofServices =
        talk.wish.service.isEmpty() && talk.goal == DialogueState.Goal.BOOK
            ? ServiceTimes.in(heard.services(), times)
            : Map.<UUID, TimeMention>of();
    service();
    if (!ofServices.isEmpty()) {
      ownTimes(ofServices);
    }
    providers();
    when();
    var who = new PersonFacts(talk, heard);
    who.take();
    changed |= who.changed();
    phoneImpossible = who.phoneImpossible();
  }

  boolean changed() {
    return changed;
  }

  boolean phoneImpossible() {
    return phoneImpossible;
  }

  Trouble trouble() {
    return trouble;
  }

  /** What was just put off until the present booking is done. */
  Optional<Errand> later() {
    return later;
  }

  List<TimeMention> times() {
    return times;
  }

  private void service() {
    var services = heard.services();
    var current = talk.wish.service;
    if (talk.goal == DialogueState.Goal.MOVE) {
      return;
    }
    if (current.filter(services.unwanted()::contains).isPresent()) {
      talk.wish.service = Optional.empty();
      changed = true;
    }
    if (talk.question == Question.SERVICE && !services.any() && times.isEmpty()) {
      var nth = Ordinals.nth(heard.said(), talk.services.size());
      if (nth.isPresent()) {
        talk.wish.service = Optional.of(talk.services.get(nth.getAsInt()).id());
        changed = true;
      }
    }
    errands();
    var wanted = wanted();
    if (wanted.isEmpty() || talk.wish.service.filter(wanted::contains).isPresent()) {
      return;
    }
    boolean onlyAsked =
        current.isPresent() && heard.has(Intent.PRICE, Intent.DURATION, Intent.SERVICES);
    boolean unclear = wanted.size() > 1 && heard.has(Intent.PRICE, Intent.DURATION);
    if (!onlyAsked && !unclear && !adds()) {
      talk.wish.service = Optional.of(wanted.getFirst());
      talk.wish.start.ifPresent(this::keepTime);
      changed = true;
    }
  }

  /** "Keeping the cut, add a blow-dry": what is booked and stays is not asked for again. */
  private List<UUID> wanted() {
    var named = heard.services().wanted();
    var others =
        named.stream()
            .filter(
                service ->
                    !heard.kept().services().contains(service)
                        || talk.finished.stream().noneMatch(done -> done.service().equals(service)))
            .toList();
    return others.isEmpty() ? named : others;
  }

  /** What is asked for in the same breath is kept for afterwards. */
  private void errands() {
    var wanted = wanted();
    talk.errands.removeIf(
        errand -> errand.service().filter(heard.services().unwanted()::contains).isPresent());
    boolean onlyAsks = heard.has(Intent.PRICE, Intent.DURATION, Intent.SERVICES);
    if (talk.goal != DialogueState.Goal.BOOK || onlyAsks) {
      return;
    }
    var first = adds() ? talk.wish.service : wanted.stream().findFirst();
    wanted.stream()
        .filter(service -> first.filter(service::equals).isEmpty())
        .filter(service -> talk.wish.service.filter(service::equals).isEmpty() || wanted.size() > 1)
        .filter(service -> talk.errands.stream().noneMatch(known -> isFor(known, service)))
        .filter(service -> talk.finished.stream().noneMatch(done -> done.service().equals(service)))
        .forEach(service -> added(new Errand(Optional.of(service), false, Optional.empty())));
    boolean newPerson = talk.finished.isEmpty() && talk.errands.stream().noneMatch(Errand::another);
    if (heard.company().several() && newPerson) {
      var called = heard.company().called().map(PersonNames.Found::name);
      var service =
          talk.errands.isEmpty() ? Optional.<UUID>empty() : talk.errands.getFirst().service();
      talk.errands.clear();
      added(new Errand(service, true, called));
    }
  }

  /** Each service has its own time; a day that is said once is everybody's. */
  private void ownTimes(Map<UUID, TimeMention> ofServices) {
    var first = ofServices.get(talk.wish.service.orElseThrow());
    var days =
        times.stream()
            .filter(time -> !time.negated())
            .flatMap(time -> time.days().stream())
            .toList();
    talk.errands.replaceAll(
        errand ->
            errand
                .service()
                .map(ofServices::get)
                .map(time -> timed(errand, time, days))
                .orElse(errand));
    var kept = new ArrayList<>(times);
    kept.removeAll(ofServices.values());
    kept.add(first);
    if (first.days().isEmpty() && days.stream().distinct().count() == 1) {
      times.stream()
          .filter(time -> time.days().isPresent() && !kept.contains(time))
          .findFirst()
          .ifPresent(time -> kept.add(time.dayAlone()));
    }
    times = List.copyOf(kept);
  }

  private static Errand timed(Errand errand, TimeMention time, List<TimeMention.Days> days) {
    var clock = time.clock().orElseThrow();
    var day =
        time.days()
            .or(
                () ->
                    days.stream().distinct().count() == 1
                        ? days.stream().findFirst()
                        : Optional.empty());
    return new Errand(
        errand.service(),
        errand.another(),
        errand.called(),
        day.map(found -> new DialogueState.DayRange(found.first(), found.last())),
        Optional.of(new DialogueState.ClockRange(clock.from(), clock.to())));
  }

  private void added(Errand errand) {
    talk.errands.add(errand);
    later = Optional.of(errand);
    changed = true;
  }

  private static boolean isFor(Errand errand, UUID service) {
    return errand.service().filter(service::equals).isPresent();
  }

  /** "And a beard trim too", said while another service is being booked. */
  private boolean adds() {
    if (talk.wish.service.isEmpty()
        || heard.services().wanted().isEmpty()
        || heard.services().wanted().contains(talk.wish.service.get())) {
      return false;
    }
    var plain = heard.said().plain();
    return heard.services().spans().stream()
        .anyMatch(
            span ->
                ADDS_BEFORE.matcher(plain.substring(0, span.start())).find()
                    || ADDS_AFTER.matcher(plain.substring(span.end())).find());
  }

  /** Another service at the time agreed for the first: its time is a wish again. */
  private void keepTime(Instant start) {
    var at = talk.local(start);
    talk.wish.days = List.of(new DialogueState.DayRange(at.toLocalDate(), at.toLocalDate()));
    talk.wish.clocks = List.of(new DialogueState.ClockRange(at.toLocalTime(), Optional.empty()));
    talk.wish.otherClocks = List.of();
    talk.wish.start = Optional.empty();
  }

  private void providers() {
    var found = heard.providers();
    var wish = talk.wish;
    var agreed = talk.proposal.map(open -> open.deal().provider());
    if (!found.unwanted().isEmpty()) {
      Set<UUID> not = new HashSet<>(wish.notProviders);
      not.addAll(found.unwanted());
      changed |= agreed.isEmpty() || agreed.filter(found.unwanted()::contains).isPresent();
      wish.notProviders = not;
      Set<UUID> wanted = new HashSet<>(wish.providers);
      wanted.removeAll(not);
      wish.providers = wanted;
    }
    if (!found.wanted().isEmpty()) {
      changed |= agreed.filter(found.wanted()::contains).isEmpty();
      wish.providers = found.wanted();
      Set<UUID> not = new HashSet<>(wish.notProviders);
      not.removeAll(found.wanted());
      wish.notProviders = not;
    } else if (found.anyone() && agreed.isEmpty()) {
      changed |= !wish.providers.isEmpty();
      wish.providers = Set.of();
    }
  }

  private void when() {
    var chosen = heard.edge() == Edge.NONE ? chosen() : OptionalInt.empty();
    if (chosen.isPresent()) {
      talk.wish.start = Optional.of(talk.offers.get(chosen.getAsInt()).start());
      changed = true;
      return;
    }
    if (heard.goneBy().isPresent()) {
      talk.wish.doneBy = heard.goneBy();
    }
    if (!times.isEmpty()) {
      mergeTimes();
    } else if (afterOwn().isPresent()) {
      keepTime(afterOwn().get());
      changed = true;
    }
    if (heard.edge() != Edge.NONE && talk.proposal.isEmpty()) {
      talk.wish.edge = heard.edge();
      talk.wish.start = Optional.empty();
      changed = true;
    }
  }

  /** The end of the appointment made before, where this is to follow it. */
  private Optional<Instant> afterOwn() {
    var plain = heard.said().plain();
    boolean after =
        heard.services().spans().stream()
            .anyMatch(span -> AFTER_IT.matcher(plain.substring(0, span.start())).find());
    return talk.finished.stream()
        .filter(done -> after && heard.services().wanted().contains(done.service()))
        .map(DialogueState.Booked::end)
        .findFirst();
  }

  private void mergeTimes() {
    var agreed = talk.proposal.map(open -> open.deal().start()).or(() -> talk.wish.start);
    if (agreed.isPresent() && Repeats.all(times, talk.local(agreed.get()))) {
      return;
    }
    trouble = new TimeWishes(talk, heard.said()).merge(times);
    changed = true;
  }

  private OptionalInt chosen() {
    boolean picking = talk.question == Question.PICK_TIME || talk.question == Question.WHEN;
    if (!picking || talk.offers.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!times.isEmpty() && Ordinals.likesAll(heard.said())) {
      var fitting =
          IntStream.range(0, talk.offers.size())
              .filter(i -> Repeats.all(times, talk.local(talk.offers.get(i).start())))
              .toArray();
      // "do you have any time on Wednesday?" asks for more of them
      boolean asks = heard.isQuestion() && fitting.length < talk.offers.size();
      if (fitting.length > 0 && !asks) {
        return OptionalInt.of(fitting[0]);
      }
    }
    boolean namesTime =
        times.stream()
            .anyMatch(
                time ->
                    !time.negated()
                        && (time.days().isPresent()
                            || time.clock()
                                .filter(
                                    clock -> isOffered(clock) || heard.said().words().size() > 1)
                                .isPresent()));
    if (namesTime) {
      return OptionalInt.empty();
    }
    if (CLOSEST.matcher(heard.said().plain()).find()) {
      return OptionalInt.of(closest());
    }
    var nth = Ordinals.in(heard.said(), talk.offers.size());
    if (nth.isEmpty()
        && talk.offers.size() == 1
        && times.isEmpty()
        && heard.yesNo() == YesNo.YES
        && !heard.isQuestion()) {
      return OptionalInt.of(0);
    }
    return nth;
  }

  /** The offer nearest to the hour that was wished for. */
  private int closest() {
    var wished =
        talk.wish.clocks.stream().findFirst().map(clock -> clock.from().toSecondOfDay()).orElse(0);
    return IntStream.range(0, talk.offers.size())
        .boxed()
        .min(
            Comparator.comparingInt(
                i ->
                    Math.abs(
                        talk.local(talk.offers.get(i).start()).toLocalTime().toSecondOfDay()
                            - wished)))
        .orElse(0);
  }

  private boolean isOffered(TimeMention.Clock clock) {
    return talk.offers.stream()
        .anyMatch(offer -> talk.local(offer.start()).toLocalTime().equals(clock.from()));
  }
}

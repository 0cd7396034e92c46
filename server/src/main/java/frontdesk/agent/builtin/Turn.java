package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Answer.Choice;
import frontdesk.agent.builtin.Answer.Handoff;
import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One answer: what was heard decides which way the talk goes. */
final class Turn {

  private static final int HANDED_OVER_AFTER = 3;

  private final Talk talk;
  private final Heard heard;
  private final Voice say;
  private final Reply reply = new Reply();
  private final Booking booking;
  private final OwnAppointments own;
  private final Facts facts;
  private final List<String> asides;
  private final YesNo decision;

  private Optional<Handoff> handoff = Optional.empty();
  private String intent = "unclear";

  Turn(Talk talk, Said said) {
    this.talk = talk;
    talk.language = Languages.after(talk.language, said).or(() -> Optional.of(talk.spoken()));
    talk.formal |= talk.spoken().equals("it") && Languages.formal(said);
    var plain = said.without(spans(said));
    this.heard =
        Heard.in(plain, talk.question, talk.spoken(), talk.now(), talk.business, talk.services);
    this.say = talk.voice();
    this.booking = new Booking(talk, reply);
    this.own = new OwnAppointments(talk, heard, reply, booking);
    this.facts = new Facts(talk, heard);
    this.asides = new FactAnswers(talk, heard).sentences();
    this.decision = YesNo.of(plain.without(FactAnswers.questions(heard)));
  }

  private static List<Said.Span> spans(Said said) {
    return Cues.POLITE
        .matcher(said.plain())
        .results()
        .map(found -> new Said.Span(found.start(), found.end()))
        .toList();
  }

  Answer answer() {
    boolean understood = decide();
    // the very same answer in the middle of a booking shows that something was missed
    boolean again =
        understood
            && facts.trouble() == Trouble.NONE
            && talk.goal != Goal.NONE
            && reply.text().equals(talk.lastReply);
    if (again) {
      reply.clear();
    } else {
      talk.lastReply = reply.text();
    }
    if (understood && !again) {
      talk.misunderstood = 0;
    } else {
      misunderstood();
    }
    return new Answer(talk.state(), reply.text(), say.locale(), handoff, reply.choices(), intent);
  }

  private boolean decide() {
    if (wantsPerson()) {
      return true;
    }
    asides.forEach(reply::add);
    if (talk.proposal.isPresent() && talk.question == Question.CONFIRM) {
      return atTheDeal();
    }
    if (!asksForOthers() && gaveUp()) {
      drop();
      return true;
    }
    var change = asksForOthers() ? Optional.<Goal>empty() : change();
    if (change.isPresent()) {
      intent = change.get() == Goal.CANCEL ? "cancel" : "move";
      own.begin(change.get(), facts.times());
      return true;
    }
    return switch (talk.goal) {
      case BOOK -> goOnBooking();
      case MOVE, CANCEL -> goOnChanging();
      case NONE -> freely();
    };
  }

  /** "Cancel John Smith's appointment": it was answered that this cannot be. */
  private boolean asksForOthers() {
    return asides.contains(say.onlyYours());
  }

  private boolean wantsPerson() {
    // "okay, thank you" to "I can ask a colleague" asks for nothing more
    boolean onlyThanks =
        heard.has(Intent.THANKS) && !Cues.CLEAR_YES.matcher(heard.said().plain()).find();
    boolean agreed =
        talk.question == Question.WANT_A_PERSON
            && decision == YesNo.YES
            && !onlyThanks
            && !heard.bringsFacts();
    boolean somebody =
        !heard.providers().wanted().isEmpty() && Cues.TALK_TO.matcher(heard.said().plain()).find();
    boolean asked = heard.has(Intent.PERSON) && !aboutService();
    if (!asked && !heard.has(Intent.COMPLAINT) && !agreed && !somebody) {
      return false;
    }
    if (heard.has(Intent.COMPLAINT)) {
      reply.add(say.sorryToHear());
    }
    handOver(
        heard.has(Intent.COMPLAINT)
            ? Handoff.Why.COMPLAINT
            : agreed ? Handoff.Why.QUESTION_FOR_PEOPLE : Handoff.Why.ASKED_FOR);
    return true;
  }

  /** "Talk to someone about my taxes" is what is booked where that is the service. */
  private boolean aboutService() {
    return heard.services().any() && Cues.TALK_ABOUT.matcher(heard.said().plain()).find();
  }

  private void handOver(Handoff.Why why) {
    facts.take();
    talk.withdraw();
    intent = "handoff";
    handoff = Optional.of(new Handoff(why, Summary.of(talk, heard.said().raw())));
    reply.add(say.handoff(talk.phone.or(talk.situation::knownPhone).isPresent()));
    talk.rest();
  }

  /** The deal is on the table: a yes, a no, a change, or something in between. */
  private boolean atTheDeal() {
    var open = talk.proposal.orElseThrow();
    intent = open.goal() == Goal.CANCEL ? "cancel" : open.goal() == Goal.MOVE ? "move" : "booking";
    if (open.goal() == Goal.CANCEL) {
      return atTheCancellation();
    }
    boolean cancels = heard.has(Intent.CANCEL) && !heard.has(Intent.INSTEAD);
    if (givesUp() || cancels) {
      drop();
      return true;
    }
    if (decision == YesNo.YES && open.goal() == Goal.BOOK && wantsOneMore()) {
      booking.commit();
      return talk.goal != Goal.NONE || begin();
    }
    facts.take();
    if (facts.changed()) {
      talk.withdraw();
      sayIfLater();
      booking.next(facts.trouble());
      return true;
    }
    if (decision == YesNo.YES && !(heard.isQuestion() && asides.isEmpty())) {
      booking.commit();
      return true;
    }
    if (decision == YesNo.DROP) {
      drop();
      return true;
    }
    if (decision == YesNo.NO) {
      talk.withdraw();
      talk.wish.start = Optional.empty();
      talk.question = Question.WHEN;
      reply.add(say.whatToChange());
      return true;
    }
    boolean heardNothing =
        asides.isEmpty() && !heard.has(Intent.THANKS, Intent.GREETING, Intent.HOW_ARE_YOU);
    if (heardNothing && heard.isQuestion() && !heard.bringsFacts()) {
      reply.add(say.dontKnow());
    } else if (heardNothing && !heard.bringsFacts()) {
      return false;
    }
    booking.putDeal();
    return true;
  }

  /** "Yes, and a blow-dry right after": agreed, and something new besides. */
  private boolean wantsOneMore() {
    boolean otherService =
        !heard.services().wanted().isEmpty()
            && talk.wish.service.filter(heard.services().wanted()::contains).isEmpty();
    return heard.has(Intent.ANOTHER) && (otherService || heard.company().another());
  }

  private boolean atTheCancellation() {
    if (heard.has(Intent.MOVE) || (!facts.times().isEmpty() && decision != YesNo.YES)) {
      own.begin(Goal.MOVE, facts.times());
      return true;
    }
    if (decision == YesNo.YES || (heard.has(Intent.CANCEL) && decision != YesNo.NO)) {
      booking.commit();
      return true;
    }
    if (decision == YesNo.NO || decision == YesNo.DROP) {
      talk.withdraw();
      talk.rest();
      reply.add(say.keptAsItIs());
      return true;
    }
    if (asides.isEmpty()) {
      return false;
    }
    booking.putDeal();
    return true;
  }

  private boolean gaveUp() {
    boolean open = talk.goal != Goal.NONE || talk.question != Question.NONE;
    boolean facts =
        heard.times().stream()
            .anyMatch(
                time -> !time.negated() && (time.days().isPresent() || time.clock().isPresent()));
    boolean strong = givesUp();
    boolean cancels =
        talk.goal == Goal.BOOK
            && heard.has(Intent.CANCEL)
            && heard.times().isEmpty()
            && !namesOwn();
    return open && (strong || cancels || (decision == YesNo.DROP && !facts));
  }

  /** "Forget next week, could I come tomorrow instead?" gives up nothing. */
  private boolean givesUp() {
    boolean wishes =
        heard.has(Intent.INSTEAD) && (!heard.times().isEmpty() || heard.services().any());
    return Cues.GIVES_UP.matcher(heard.said().plain()).find() && !wishes;
  }

  private boolean namesOwn() {
    return heard.services().wanted().stream()
            .anyMatch(
                service ->
                    talk.finished.stream().anyMatch(booked -> booked.service().equals(service)))
        && talk.wish.service.filter(heard.services().wanted()::contains).isEmpty();
  }

  private void drop() {
    intent = "refusal";
    boolean ownStays = talk.goal == Goal.MOVE || talk.goal == Goal.CANCEL;
    boolean booking = talk.goal == Goal.BOOK;
    talk.withdraw();
    talk.rest();
    talk.errands.clear();
    reply.add(ownStays ? say.keptAsItIs() : booking ? say.nothingBooked() : say.hereIfNeeded());
  }

  /** Whether this asks to move or cancel what is booked. */
  private Optional<Goal> change() {
    boolean hasNewTime = heard.times().stream().anyMatch(time -> !time.negated());
    if (talk.goal == Goal.BOOK && talk.finished.isEmpty() && !heard.has(Intent.CANCEL)) {
      return Optional.empty();
    }
    var plain = heard.said().plain();
    boolean asksForNew =
        hasNewTime
            && (Cues.BOOK_ME.matcher(plain).find()
                || heard.services().any() && !Cues.HAS_ONE.matcher(plain).find());
    if (talk.goal == Goal.NONE
        && asksForNew
        && heard.has(Intent.MOVE, Intent.CANCEL)
        && talk.tools.ownAppointments().isEmpty()) {
      return Optional.empty();
    }
    if (talk.goal == Goal.MOVE || talk.goal == Goal.CANCEL) {
      return talk.goal == Goal.MOVE && heard.has(Intent.CANCEL) && !hasNewTime
          ? Optional.of(Goal.CANCEL)
          : Optional.empty();
    }
    boolean otherTime = hasNewTime && heard.has(Intent.INSTEAD, Intent.FREE_TIMES, Intent.MOVE);
    if (heard.has(Intent.CANCEL)) {
      return Optional.of(otherTime ? Goal.MOVE : Goal.CANCEL);
    }
    if (heard.has(Intent.MOVE)) {
      return Optional.of(Goal.MOVE);
    }
    boolean another =
        heard.has(Intent.ANOTHER) || heard.company().another() || namesAnotherService();
    boolean afterwards =
        talk.goal == Goal.NONE && !talk.finished.isEmpty() && !facts.times().isEmpty();
    return afterwards && !another && !repeatsOwn() ? Optional.of(Goal.MOVE) : Optional.empty();
  }

  /** "See you tomorrow at four then": what was booked, said once more. */
  private boolean repeatsOwn() {
    boolean names =
        facts.times().stream()
            .anyMatch(time -> time.days().isPresent() || time.clock().isPresent());
    return names
        && talk.finished.stream()
            .anyMatch(booked -> TimeWishes.repeats(facts.times(), talk.local(booked.start())));
  }

  private boolean namesAnotherService() {
    var last = FactAnswers.last(talk.finished).map(Booked::service);
    return heard.services().wanted().stream()
        .anyMatch(service -> last.filter(service::equals).isEmpty());
  }

  private boolean goOnBooking() {
    intent = "booking";
    var asked = talk.question;
    facts.take();
    if (facts.phoneImpossible()) {
      reply.add(say.noPhone());
    }
    if (!facts.changed() && asides.isEmpty()) {
      if (asked == Question.NAME && talk.called.isPresent()) {
        talk.name = talk.called;
        talk.called = Optional.empty();
      } else if (asked == Question.PHONE
          && (decision == YesNo.NO || heard.isQuestion() || asksWhy())) {
        reply.add(say.phoneNeeded());
      } else if (heard.services().either().size() > 1 && talk.wish.service.isEmpty()) {
        askWhich();
        return true;
      } else if (decision == YesNo.NO && asked == Question.WHEN && talk.offers.isEmpty()) {
        drop();
        return true;
      } else if (decision == YesNo.NO && (asked == Question.PICK_TIME || asked == Question.WHEN)) {
        talk.offers = List.of();
        talk.question = Question.WHEN;
        reply.add(say.askOtherTime());
        return true;
      } else if (decision == YesNo.NO && asked == Question.SERVICE) {
        drop();
        return true;
      } else if (!saysAnything() && !facts.phoneImpossible()) {
        return false;
      } else if (heard.isQuestion()
          && !heard.bringsFacts()
          && !heard.has(Intent.BOOK, Intent.FREE_TIMES, Intent.HOW_ARE_YOU)) {
        reply.add(say.dontKnow());
      }
    }
    sayIfLater();
    sayIfForeign();
    booking.next(facts.trouble());
    return true;
  }

  private boolean asksWhy() {
    return Cues.WHY.matcher(heard.said().plain()).find();
  }

  private boolean goOnChanging() {
    intent = talk.goal == Goal.MOVE ? "move" : "cancel";
    if (talk.question == Question.WHICH_APPOINTMENT) {
      own.pick(facts.times());
      return true;
    }
    facts.take();
    if (!facts.changed() && asides.isEmpty()) {
      if (decision == YesNo.NO) {
        talk.question = Question.WHEN;
        reply.add(say.askOtherTime());
        return true;
      }
      if (!saysAnything()) {
        return false;
      }
    }
    booking.next(facts.trouble());
    return true;
  }

  private boolean saysAnything() {
    return heard.bringsFacts()
        || heard.providers().anyone()
        || decision != YesNo.NEITHER
        || !heard.intents().isEmpty();
  }

  private boolean freely() {
    boolean agreed = talk.question == Question.WANT_TO_BOOK && decision == YesNo.YES;
    boolean another =
        heard.has(Intent.ANOTHER, Intent.BOOK, Intent.FREE_TIMES)
            || heard.company().another()
            || namesAnotherService();
    if (!facts.times().isEmpty() && !another && repeatsOwn() && asides.isEmpty()) {
      intent = "smalltalk";
      reply.add(heard.has(Intent.THANKS) || !heard.isQuestion() ? say.welcome() : yours());
      return true;
    }
    if (agreed || wantsToBook()) {
      return begin();
    }
    if (talk.question == Question.WANT_A_PERSON && decision == YesNo.NO) {
      talk.question = Question.NONE;
      reply.add(say.hereIfNeeded());
      return true;
    }
    if (!asides.isEmpty()) {
      return afterAsides();
    }
    return smallTalk();
  }

  private String yours() {
    return say.yours(
        talk.tools.ownAppointments().stream().map(own -> Deals.of(talk, own)).toList());
  }

  private boolean wantsToBook() {
    boolean times = facts.times().stream().anyMatch(time -> !time.negated());
    var asked = FactAnswers.questions(heard);
    boolean wishes =
        Stream.of(Intent.BOOK, Intent.FREE_TIMES)
            .flatMap(wish -> Stream.ofNullable(heard.intents().get(wish)))
            .anyMatch(at -> asked.stream().noneMatch(span -> span.overlaps(at.start(), at.end())));
    boolean onlyAsks = !asides.isEmpty() && !wishes && !times;
    return !onlyAsks
        && (heard.services().any()
            || times
            || wishes
            || !talk.finished.isEmpty() && Cues.ONE_MORE.matcher(heard.said().plain()).find()
            || heard.company().another()
            || heard.company().several());
  }

  private boolean begin() {
    intent = "booking";
    talk.goal = Goal.BOOK;
    talk.question = Question.NONE;
    talk.offers = List.of();
    var last = FactAnswers.last(talk.finished);
    facts.take();
    sayIfLater();
    if (talk.wish.service.isEmpty() && heard.services().either().size() > 1) {
      askWhich();
      return true;
    }
    if (last.isPresent() && talk.wish.service.isEmpty()) {
      talk.wish.service = last.map(Booked::service);
    }
    if (last.isPresent() && talk.wish.days.isEmpty() && !talk.wish.clocks.isEmpty()) {
      var day = talk.local(last.get().start()).toLocalDate();
      talk.wish.days = List.of(new DayRange(day, day));
    }
    greet();
    sayIfForeign();
    booking.next(facts.trouble());
    return true;
  }

  private void sayIfLater() {
    facts
        .later()
        .ifPresent(
            errand -> {
              var first = talk.wishedService().map(ServiceFacts::name);
              reply.add(
                  !errand.another()
                      ? say.oneAtATime(first.orElse(""))
                      : talk.another ? say.oneByOne() : say.youFirst());
            });
  }

  private void sayIfForeign() {
    if (talk.wish.service.isEmpty() && heard.services().foreign()) {
      reply.add(say.notOffered());
    }
  }

  private void askWhich() {
    talk.goal = Goal.BOOK;
    talk.question = Question.SERVICE;
    var names =
        talk.services.stream()
            .filter(service -> heard.services().either().contains(service.id()))
            .map(service -> service.name())
            .toList();
    reply.add(say.askWhichService(names));
  }

  private void greet() {
    if (talk.situation.firstReply() && heard.has(Intent.GREETING) && reply.isEmpty()) {
      reply.add(say.hello(talk.now()));
    }
  }

  private boolean afterAsides() {
    intent = "question";
    facts.take();
    boolean aboutService =
        heard.has(Intent.PRICE, Intent.DURATION) && talk.wish.service.isPresent();
    if (aboutService) {
      talk.question = Question.WANT_TO_BOOK;
      reply.add(say.wantToBook(talk.wishedService().map(service -> service.name()).orElse("")));
      reply.choices(List.of(new Choice("yes", say.yesWord()), new Choice("no", say.noWord())));
    } else {
      boolean annoyed = heard.has(Intent.INSULT);
      talk.question =
          annoyed || heard.has(Intent.UNKNOWN_FACT, Intent.ADDRESS)
              ? Question.WANT_A_PERSON
              : Question.NONE;
      if (annoyed) {
        reply.add(say.askPerson());
      }
    }
    return true;
  }

  private boolean smallTalk() {
    boolean fresh = talk.finished.isEmpty();
    facts.take();
    intent = "smalltalk";
    if (heard.has(Intent.HOW_ARE_YOU)) {
      reply.add(say.wellThanks()).add(say.offerHelp());
    } else if (heard.has(Intent.GREETING)) {
      intent = "greeting";
      reply.add(say.hello(talk.now())).add(say.offerHelp());
    } else if (heard.has(Intent.BYE)) {
      reply.add(say.goodbye());
    } else if (heard.has(Intent.THANKS) && decision != YesNo.NO) {
      reply.add(say.welcome());
    } else if (decision != YesNo.NEITHER) {
      reply.add(fresh && decision == YesNo.YES ? say.offerHelp() : say.hereIfNeeded());
    } else if (facts.changed() || heard.bringsFacts()) {
      reply.add(say.noted()).add(say.offerHelp());
    } else if (heard.services().foreign()) {
      reply.add(say.notOffered()).add(say.weOffer(talk.services)).add(say.offerHelp());
    } else if (heard.isQuestion()) {
      intent = "question";
      reply.add(say.dontKnow());
      talk.question = Question.WANT_A_PERSON;
    } else if (heard.said().words().isEmpty()) {
      reply.add(say.offerHelp());
    } else {
      intent = "unclear";
      return false;
    }
    return true;
  }

  /** Admits it and asks again in other words; then offers a person; then fetches one. */
  private void misunderstood() {
    talk.misunderstood++;
    intent = "unclear";
    if (talk.misunderstood >= HANDED_OVER_AFTER) {
      handOver(Handoff.Why.NOT_UNDERSTOOD);
      return;
    }
    reply.add(say.unclear());
    if (talk.misunderstood == HANDED_OVER_AFTER - 1) {
      talk.withdraw();
      talk.question = Question.WANT_A_PERSON;
      reply.add(say.askPerson());
    } else if (talk.proposal.isPresent()) {
      booking.putDeal();
    } else if (talk.goal == Goal.BOOK || talk.goal == Goal.MOVE && talk.target.isPresent()) {
      booking.next(Trouble.NONE);
    } else {
      reply.add(say.whatICanDo()).add(say.offerHelp());
    }
  }
}

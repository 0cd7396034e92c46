package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.util.List;
import java.util.Optional;

/** Takes up what is wanted, goes on with it, or gives it up. */
final class Course {

  private final Talk talk;
  private final Heard heard;
  private final Facts facts;
  private final List<String> asides;
  private final YesNo decision;
  private final Voice say;
  private final Reply reply;
  private final Asking asking;
  private final Booking booking;
  private final OwnAppointments own;

  Course(Scene scene) {
    this.talk = scene.talk();
    this.heard = scene.heard();
    this.facts = scene.facts();
    this.asides = scene.asides();
    this.decision = scene.decision();
    this.say = scene.say();
    this.reply = scene.reply();
    this.asking = scene.asking();
    this.booking = scene.booking();
    this.own = scene.own();
  }

  boolean begin() {
    reply.intent("booking");
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

  boolean goOnBooking() {
    reply.intent("booking");
    var asked = talk.question;
    facts.take();
    if (saysNothingNew() && asking.again(decision == YesNo.YES)) {
      return true;
    }
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
        asking.otherTime();
        return true;
      } else if (decision == YesNo.NO && asked == Question.SERVICE) {
        drop();
        return true;
      } else if (!saysAnything() && !facts.phoneImpossible()) {
        return false;
      } else if (heard.isQuestion()
          && !heard.bringsFacts()
          && !heard.has(Intent.BOOK, Intent.FREE_TIMES, Intent.HOW_ARE_YOU)) {
        reply.add(say.askAPerson());
        if (asking.again(false)) {
          return true;
        }
      }
    }
    sayIfLater();
    sayIfForeign();
    booking.next(facts.trouble());
    return true;
  }

  boolean goOnChanging() {
    reply.intent(talk.goal == Goal.MOVE ? "move" : "cancel");
    if (talk.question == Question.WHICH_APPOINTMENT) {
      own.pick(facts.times());
      return true;
    }
    facts.take();
    if (saysNothingNew() && asking.again(decision == YesNo.YES)) {
      return true;
    }
    if (!facts.changed() && asides.isEmpty()) {
      if (decision == YesNo.NO) {
        asking.otherTime();
        return true;
      }
      if (!saysAnything()) {
        return false;
      }
    }
    booking.next(facts.trouble());
    return true;
  }

  /** A question that is answered, a thank you, an emoji: what was asked before stays open. */
  private boolean saysNothingNew() {
    boolean onlyAside = !asides.isEmpty() && !FactAnswers.wishes(heard);
    boolean onlyKind =
        asides.isEmpty()
            && decision != YesNo.NO
            && (heard.onlyThanks() || heard.said().words().isEmpty() || picksNone());
    boolean nothing =
        !facts.changed()
            && facts.trouble() == TimeWishes.Trouble.NONE
            && !facts.phoneImpossible()
            && (onlyAside || onlyKind);
    if (nothing && heard.onlyThanks() && decision == YesNo.NEITHER) {
      reply.add(say.welcome());
    }
    return nothing;
  }

  /** "Yes" to several times leaves open which. */
  private boolean picksNone() {
    return decision == YesNo.YES
        && talk.question == Question.PICK_TIME
        && talk.offers.size() > 1
        && !heard.bringsFacts()
        && !heard.isQuestion()
        && heard.intents().isEmpty();
  }

  private boolean asksWhy() {
    return Cues.WHY.matcher(heard.said().plain()).find();
  }

  private boolean saysAnything() {
    return heard.bringsFacts()
        || heard.providers().anyone()
        || decision != YesNo.NEITHER
        || !heard.intents().isEmpty();
  }

  void drop() {
    reply.intent("refusal");
    boolean ownStays = talk.goal == Goal.MOVE || talk.goal == Goal.CANCEL;
    boolean nothing = talk.goal == Goal.BOOK && talk.finished.isEmpty();
    boolean oneMore = talk.goal == Goal.BOOK && !talk.finished.isEmpty();
    talk.withdraw();
    talk.rest();
    talk.errands.clear();
    reply.add(
        ownStays || oneMore
            ? say.keptAsItIs()
            : nothing ? say.nothingBooked() : say.hereIfNeeded());
  }

  void sayIfLater() {
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
}

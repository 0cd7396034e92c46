package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import java.util.List;
import java.util.Optional;

/** The deal is on the table: a yes, a no, a change, or something in between. */
final class OpenDeal {

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
  private final Wants wants;
  private final Course course;

  OpenDeal(Scene scene, Wants wants, Course course) {
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
    this.wants = wants;
    this.course = course;
  }

  /** False when nothing in the message bears on it. */
  boolean answered() {
    var open = talk.proposal.orElseThrow();
    reply.intent(
        open.goal() == Goal.CANCEL ? "cancel" : open.goal() == Goal.MOVE ? "move" : "booking");
    if (open.goal() == Goal.CANCEL) {
      return atTheCancellation();
    }
    // "cancel that instead, I keep the other"
    boolean keepsAnother = !heard.kept().services().isEmpty() && heard.times().isEmpty();
    boolean cancels = heard.has(Intent.CANCEL) && (!heard.has(Intent.INSTEAD) || keepsAnother);
    if (wants.givesUp() || cancels) {
      course.drop();
      return true;
    }
    if (decision == YesNo.NO && open.goal() == Goal.BOOK && wants.onlyWhatIsBooked()) {
      course.drop();
      return true;
    }
    if (decision == YesNo.YES && open.goal() == Goal.BOOK && wants.oneMore()) {
      booking.commit();
      return talk.goal != Goal.NONE || course.begin();
    }
    facts.take();
    if (facts.changed()) {
      talk.withdraw();
      course.sayIfLater();
      booking.next(facts.trouble());
      return true;
    }
    if (decision == YesNo.YES && !(heard.isQuestion() && asides.isEmpty())) {
      booking.commit();
      return true;
    }
    if (decision == YesNo.DROP) {
      course.drop();
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
    boolean asksIfDone = Cues.IF_DONE.matcher(heard.said().plain()).find();
    if (heardNothing && heard.isQuestion() && !heard.bringsFacts()) {
      if (!asksIfDone) {
        reply.add(say.askAPerson());
      }
    } else if (heardNothing && !heard.bringsFacts() && !heard.said().words().isEmpty()) {
      return false;
    }
    boolean aside = !asksIfDone && (!asides.isEmpty() || !heard.bringsFacts());
    if (aside) {
      asking.again(false);
    } else {
      booking.putDeal();
    }
    return true;
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
    if (asides.isEmpty() && !heard.said().words().isEmpty()) {
      return false;
    }
    asking.again(false);
    return true;
  }
}

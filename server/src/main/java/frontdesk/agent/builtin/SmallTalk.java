package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Question;
import java.util.List;
import java.util.stream.Stream;

/** Nothing is under way: questions, greetings, thanks, or the beginning of something. */
final class SmallTalk {

  private final Talk talk;
  private final Heard heard;
  private final Facts facts;
  private final List<String> asides;
  private final YesNo decision;
  private final Voice say;
  private final Reply reply;
  private final Asking asking;
  private final Wants wants;
  private final Course course;

  SmallTalk(Scene scene, Wants wants, Course course) {
    this.talk = scene.talk();
    this.heard = scene.heard();
    this.facts = scene.facts();
    this.asides = scene.asides();
    this.decision = scene.decision();
    this.say = scene.say();
    this.reply = scene.reply();
    this.asking = scene.asking();
    this.wants = wants;
    this.course = course;
  }

  boolean goesOn() {
    boolean agreed = talk.question == Question.WANT_TO_BOOK && decision == YesNo.YES;
    boolean another =
        heard.has(Intent.ANOTHER, Intent.BOOK, Intent.FREE_TIMES)
            || heard.company().another()
            || wants.namesAnotherService();
    if (!facts.times().isEmpty() && !another && wants.repeatsOwn() && asides.isEmpty()) {
      reply.intent("smalltalk");
      reply.add(heard.has(Intent.THANKS) || !heard.isQuestion() ? say.welcome() : yours());
      return true;
    }
    if (agreed || wants.toBook()) {
      return course.begin();
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

  private boolean afterAsides() {
    reply.intent("question");
    facts.take();
    boolean aboutService =
        heard.has(Intent.PRICE, Intent.DURATION) && talk.wish.service.isPresent();
    boolean leftOpen =
        heard.has(Intent.INSULT, Intent.UNKNOWN_FACT)
            || heard.has(Intent.ADDRESS) && talk.business.address().isEmpty();
    if (leftOpen) {
      asking.person();
    } else if (aboutService) {
      asking.wantToBook(talk.wishedService().map(service -> service.name()).orElse(""));
    } else {
      talk.question = Question.NONE;
    }
    return true;
  }

  private boolean smallTalk() {
    boolean fresh = talk.finished.isEmpty();
    facts.take();
    reply.intent("smalltalk");
    if (heard.has(Intent.HOW_ARE_YOU)) {
      reply.add(say.wellThanks()).add(say.offerHelp());
    } else if (heard.has(Intent.GREETING)) {
      reply.intent("greeting");
      reply.add(say.hello(talk.now())).add(say.offerHelp());
    } else if (heard.has(Intent.BYE)) {
      reply.add(say.goodbye());
    } else if (heard.has(Intent.THANKS) && decision != YesNo.NO) {
      reply.add(say.welcome());
    } else if (decision != YesNo.NEITHER) {
      reply.add(
          fresh && !dropped() && decision == YesNo.YES ? say.offerHelp() : say.hereIfNeeded());
    } else if (facts.changed() || heard.bringsFacts()) {
      reply.add(say.noted()).add(say.offerHelp());
    } else if (heard.services().foreign()) {
      reply.add(say.notOffered()).add(say.weOffer(talk.services)).add(say.offerHelp());
    } else if (heard.isQuestion()) {
      reply.intent("question");
      reply.add(say.dontKnow());
      asking.person();
    } else if (heard.said().words().isEmpty()) {
      reply.add(say.offerHelp());
    } else {
      reply.intent("unclear");
      return false;
    }
    return true;
  }

  /** "Ok" to "nothing has been booked" asks for nothing more. */
  private boolean dropped() {
    return Stream.of(say.nothingBooked(), say.keptAsItIs(), say.hereIfNeeded())
        .anyMatch(talk.lastReply::contains);
  }
}

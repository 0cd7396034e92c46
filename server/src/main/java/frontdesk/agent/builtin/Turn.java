package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Answer.Handoff;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import java.util.List;
import java.util.Optional;

/** One answer: what was heard decides which way the talk goes. */
final class Turn {

  private static final int HANDED_OVER_AFTER = 3;

  private final Talk talk;
  private final String words;
  private final Heard heard;
  private final Voice say;
  private final Reply reply = new Reply();
  private final Asking asking;
  private final Booking booking;
  private final OwnAppointments own;
  private final Facts facts;
  private final List<String> asides;
  private final Wants wants;
  private final Course course;
  private final OpenDeal deal;
  private final SmallTalk smallTalk;

  private Optional<Handoff> handoff = Optional.empty();

  Turn(Talk talk, String words) {
    this.talk = talk;
    this.words = words;
    var written = Shorthand.writtenOut(words);
    var whole =
        talk.anchor()
            .map(start -> HourLeftOut.filledIn(written, talk.local(start).toLocalTime()))
            .orElse(written);
    var said = Said.of(whole).withoutHesitation();
    talk.language = Languages.after(talk.language, said).or(() -> Optional.of(talk.spoken()));
    talk.formal |= talk.spoken().equals("it") && Languages.formal(said);
    var plain = said.without(spans(said));
    this.heard =
        Heard.in(
            plain,
            talk.question,
            talk.spoken(),
            talk.now(),
            talk.business,
            talk.services,
            talk.phone);
    this.say = talk.voice();
    this.asking = new Asking(talk, reply);
    this.booking = new Booking(talk, reply, asking);
    this.own = new OwnAppointments(talk, heard, reply, asking, booking);
    this.facts = new Facts(talk, heard);
    this.asides = new FactAnswers(talk, heard).sentences();
    var decision = YesNo.of(plain.without(FactAnswers.questions(heard)));
    var scene = new Scene(talk, heard, facts, asides, decision, say, reply, asking, booking, own);
    this.wants = new Wants(scene);
    this.course = new Course(scene);
    this.deal = new OpenDeal(scene, wants, course);
    this.smallTalk = new SmallTalk(scene, wants, course);
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
            && asides.isEmpty()
            && !heard.onlyThanks()
            && !heard.said().words().isEmpty()
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
    return new Answer(
        talk.state(), reply.text(), say.locale(), handoff, reply.choices(), reply.intent());
  }

  private boolean decide() {
    var person = wants.person();
    if (person.isPresent()) {
      if (person.get() == Handoff.Why.COMPLAINT) {
        reply.add(say.sorryToHear());
      }
      handOver(person.get());
      return true;
    }
    asides.forEach(reply::add);
    if (talk.proposal.isPresent() && talk.question == Question.CONFIRM) {
      return deal.answered();
    }
    if (!wants.asksForOthers()) {
      if (wants.gaveUp()) {
        course.drop();
        return true;
      }
      var change = wants.change();
      if (change.isPresent()) {
        reply.intent(change.get() == Goal.CANCEL ? "cancel" : "move");
        own.begin(change.get(), facts.times());
        return true;
      }
    }
    return switch (talk.goal) {
      case BOOK -> course.goOnBooking();
      case MOVE, CANCEL -> course.goOnChanging();
      case NONE -> smallTalk.goesOn();
    };
  }

  private void handOver(Handoff.Why why) {
    facts.take();
    talk.withdraw();
    reply.intent("handoff");
    handoff = Optional.of(new Handoff(why, Summary.of(talk, words)));
    reply.add(say.handoff(talk.phone.or(talk.situation::knownPhone).isPresent()));
    talk.rest();
  }

  /** Admits it and asks again in other words; then offers a person; then fetches one. */
  private void misunderstood() {
    talk.misunderstood++;
    reply.intent("unclear");
    if (talk.misunderstood >= HANDED_OVER_AFTER) {
      handOver(Handoff.Why.NOT_UNDERSTOOD);
      return;
    }
    reply.add(say.unclear());
    if (talk.misunderstood == HANDED_OVER_AFTER - 1) {
      talk.withdraw();
      asking.person();
    } else if (talk.proposal.isPresent()) {
      booking.putDeal();
    } else if (heard.isQuestion() && asking.again(false)) {
      // what is on offer stands above
      return;
    } else if (talk.goal == Goal.BOOK || talk.goal == Goal.MOVE && talk.target.isPresent()) {
      booking.next(Trouble.NONE);
    } else {
      reply.add(say.whatICanDo()).add(say.offerHelp());
    }
  }
}

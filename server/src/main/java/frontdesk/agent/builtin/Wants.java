package frontdesk.agent.builtin;

import frontdesk.agent.builtin.Answer.Handoff;
import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.Question;
import java.util.List;
import java.util.Optional;

/** What a message is after, seen from where the talk stands. */
final class Wants {

  private final Talk talk;
  private final Heard heard;
  private final Facts facts;
  private final List<String> asides;
  private final YesNo decision;
  private final Voice say;

  Wants(Scene scene) {
    this.talk = scene.talk();
    this.heard = scene.heard();
    this.facts = scene.facts();
    this.asides = scene.asides();
    this.decision = scene.decision();
    this.say = scene.say();
  }

  /** Why a person should take over, if one should. */
  Optional<Handoff.Why> person() {
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
      return Optional.empty();
    }
    return Optional.of(
        heard.has(Intent.COMPLAINT)
            ? Handoff.Why.COMPLAINT
            : agreed ? Handoff.Why.QUESTION_FOR_PEOPLE : Handoff.Why.ASKED_FOR);
  }

  /** "Talk to someone about my taxes" is what is booked where that is the service. */
  private boolean aboutService() {
    return heard.services().any() && Cues.TALK_ABOUT.matcher(heard.said().plain()).find();
  }

  /** "Cancel John Smith's appointment": it was answered that this cannot be. */
  boolean asksForOthers() {
    return asides.contains(say.onlyYours());
  }

  boolean gaveUp() {
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
  boolean givesUp() {
    boolean wishes =
        heard.has(Intent.INSTEAD) && (!heard.times().isEmpty() || heard.services().any());
    return Cues.GIVES_UP.matcher(heard.said().plain()).find() && !wishes;
  }

  private boolean namesOwn() {
    return heard.services().wanted().stream()
            .filter(service -> !heard.kept().services().contains(service))
            .anyMatch(
                service ->
                    talk.finished.stream().anyMatch(booked -> booked.service().equals(service)))
        && talk.wish.service.filter(heard.services().wanted()::contains).isEmpty();
  }

  /** Whether this asks to move or cancel what is booked. */
  Optional<Goal> change() {
    boolean hasNewTime = heard.times().stream().anyMatch(time -> !time.negated());
    if (talk.goal == Goal.BOOK && talk.finished.isEmpty() && !heard.has(Intent.CANCEL)) {
      return Optional.empty();
    }
    if (heard.has(Intent.MOVE, Intent.CANCEL) && asksForTheFirst()) {
      return Optional.empty();
    }
    if (talk.goal == Goal.MOVE || talk.goal == Goal.CANCEL) {
      return talk.goal == Goal.MOVE && heard.has(Intent.CANCEL) && !hasNewTime
          ? Optional.of(Goal.CANCEL)
          : Optional.empty();
    }
    if (keepsOnlyOne()) {
      return Optional.of(Goal.CANCEL);
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

  /** "I'll keep only the colour", where there is more than that. */
  private boolean keepsOnlyOne() {
    return heard.kept().only()
        && heard.times().isEmpty()
        && talk.goal == Goal.NONE
        && talk.tools.ownAppointments().size() > 1;
  }

  /** "I can't make it any earlier": there is nothing yet that could be moved or cancelled. */
  private boolean asksForTheFirst() {
    var plain = heard.said().plain();
    boolean timed = heard.times().stream().anyMatch(time -> !time.negated());
    boolean asks =
        talk.goal == Goal.BOOK
            || talk.goal == Goal.NONE
                && (Cues.BOOK_ME.matcher(plain).find()
                    || heard.services().any() && !Cues.HAS_ONE.matcher(plain).find());
    return timed && asks && talk.tools.ownAppointments().isEmpty();
  }

  /** "See you tomorrow at four then": what was booked, said once more. */
  boolean repeatsOwn() {
    boolean names =
        facts.times().stream()
            .anyMatch(time -> time.days().isPresent() || time.clock().isPresent());
    return names
        && !heard.has(Intent.INSTEAD)
        && talk.finished.stream()
            .anyMatch(booked -> Repeats.all(facts.times(), talk.local(booked.start())));
  }

  boolean namesAnotherService() {
    var last = FactAnswers.last(talk.finished).map(Booked::service);
    return heard.services().wanted().stream()
        .anyMatch(service -> last.filter(service::equals).isEmpty());
  }

  /** "No, just the massage", where that is booked and something more was proposed. */
  boolean onlyWhatIsBooked() {
    var named = heard.services().wanted();
    var plain = heard.said().plain();
    boolean afterIt =
        heard.services().spans().stream()
            .anyMatch(span -> Facts.AFTER_IT.matcher(plain.substring(0, span.start())).find());
    boolean says =
        named.isEmpty()
            ? Cues.HAVE_IT.matcher(plain).find() && !heard.bringsFacts()
            : talk.wish.service.filter(named::contains).isEmpty()
                && named.stream()
                    .allMatch(
                        service ->
                            talk.finished.stream()
                                .anyMatch(booked -> booked.service().equals(service)));
    return says && !afterIt && !talk.finished.isEmpty() && heard.times().isEmpty();
  }

  /** "Yes, and a blow-dry right after": agreed, and something new besides. */
  boolean oneMore() {
    boolean otherService =
        !heard.services().wanted().isEmpty()
            && talk.wish.service.filter(heard.services().wanted()::contains).isEmpty();
    return heard.has(Intent.ANOTHER) && (otherService || heard.company().another());
  }

  boolean toBook() {
    boolean times = facts.times().stream().anyMatch(time -> !time.negated());
    boolean wishes = FactAnswers.wishes(heard);
    // "how much is it? I'm not booking now" asks in spite of its words
    boolean onlyAsks = !asides.isEmpty() && (!wishes || decision == YesNo.DROP) && !times;
    return !onlyAsks
        && (heard.services().any()
            || times
            || wishes
            || !talk.finished.isEmpty() && Cues.ONE_MORE.matcher(heard.said().plain()).find()
            || heard.company().another()
            || heard.company().several());
  }
}

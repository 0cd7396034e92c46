package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.OpenProposal;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.agent.tools.Toolbox.Proposed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Moving and cancelling what the contact has booked. */
final class OwnAppointments {

  /** Before a time that says which appointment is meant, not where it should go. */
  private static final Pattern OLD_TIME =
      Pattern.compile(
          "\\b(from|my|the|of|d[ai]|del\\w*|dall\\w*|quell[oa] (di|delle|del)|il|la|mio|mia)\\s*$");

  private static final Pattern NEW_TIME =
      Pattern.compile("\\b(to|at|a|al|alle|alla|per|for|instead)\\b[^.]*$");

  private final Talk talk;
  private final Heard heard;
  private final Reply reply;
  private final Asking asking;
  private final Booking booking;

  OwnAppointments(Talk talk, Heard heard, Reply reply, Asking asking, Booking booking) {
    this.talk = talk;
    this.heard = heard;
    this.reply = reply;
    this.asking = asking;
    this.booking = booking;
  }

  /** Takes up a new goal, or goes on once it is known which appointment is meant. */
  void begin(Goal goal, List<TimeMention> times) {
    talk.withdraw();
    talk.wish.clear();
    talk.offers = List.of();
    talk.goal = goal;
    talk.target = Optional.empty();
    pick(times);
  }

  void pick(List<TimeMention> times) {
    var say = talk.voice();
    var own = talk.tools.ownAppointments();
    if (own.isEmpty()) {
      talk.rest();
      reply.add(say.noneOfYours());
      asking.person();
      return;
    }
    var meant = meant(own, times);
    if (meant.isEmpty()) {
      talk.question = Question.WHICH_APPOINTMENT;
      reply.add(say.yours(own.stream().map(one -> Deals.of(talk, one)).toList()));
      reply.add(say.askWhichOne(talk.goal == Goal.CANCEL));
      return;
    }
    talk.target = meant.map(AppointmentFacts::id);
    if (talk.goal == Goal.CANCEL) {
      proposeCancel(meant.get());
    } else {
      startMove(meant.get(), times);
    }
  }

  /** By service, provider or day named; the only one; or the one just spoken of. */
  private Optional<AppointmentFacts> meant(List<AppointmentFacts> own, List<TimeMention> times) {
    var kept = heard.kept();
    var left = new ArrayList<>(own);
    narrow(left, one -> !kept.means(one, talk.business.zone()));
    var gone = ServiceWords.in(heard.said().without(kept.spans()), talk.services);
    narrow(left, one -> gone.wanted().contains(one.service()));
    if (talk.goal == Goal.CANCEL) {
      // "no blow-dry after all"
      narrow(left, one -> gone.unwanted().contains(one.service()));
    }
    narrow(left, one -> heard.providers().wanted().contains(one.provider()));
    if (left.size() > 1) {
      narrow(
          left,
          one ->
              times.stream()
                  .anyMatch(
                      time ->
                          isAt(time, one) && (talk.goal == Goal.CANCEL || says(time, OLD_TIME))));
    }
    if (left.size() > 1) {
      narrow(
          left,
          one -> heard.name().filter(name -> one.name().equalsIgnoreCase(name.name())).isPresent());
    }
    if (left.size() == 1) {
      return Optional.of(left.getFirst());
    }
    if (talk.question == Question.WHICH_APPOINTMENT) {
      OptionalInt nth = Ordinals.in(heard.said(), own.size());
      return nth.isPresent() ? Optional.of(own.get(nth.getAsInt())) : Optional.empty();
    }
    // "cancel it" right after booking means that one
    boolean pronoun =
        heard
            .said()
            .plain()
            .matches("(?s).*\\b(it|this|that|\\w+(arl|erl|irl)[oa]|l[oa]|quest[oa])\\b.*");
    return FactAnswers.last(talk.finished)
        .filter(booked -> pronoun)
        .flatMap(booked -> left.stream().filter(one -> one.id().equals(booked.id())).findFirst());
  }

  private static void narrow(List<AppointmentFacts> left, Predicate<AppointmentFacts> by) {
    var fitting = left.stream().filter(by).toList();
    if (!fitting.isEmpty()) {
      left.retainAll(fitting);
    }
  }

  private boolean isAt(TimeMention time, AppointmentFacts one) {
    return !time.negated()
        && time.shift().isEmpty()
        && Repeats.all(List.of(time), talk.local(one.start()));
  }

  private boolean says(TimeMention time, Pattern before) {
    return before.matcher(heard.said().plain().substring(0, time.start())).find();
  }

  private void startMove(AppointmentFacts target, List<TimeMention> times) {
    talk.wish.service = Optional.of(target.service());
    var wanted = heard.providers().wanted();
    boolean other =
        heard.providers().anyone() || heard.providers().unwanted().contains(target.provider());
    talk.wish.providers =
        wanted.isEmpty() ? (other ? Set.of() : Set.of(target.provider())) : wanted;
    talk.wish.notProviders = heard.providers().unwanted();
    var wishes =
        times.stream().filter(time -> !(isAt(time, target) && isOld(time, times))).toList();
    var trouble =
        wishes.isEmpty() ? Trouble.NONE : new TimeWishes(talk, heard.said()).merge(wishes);
    booking.next(trouble);
  }

  /**
   * "My Saturday appointment", "from Friday", or the first of two times that name the present one.
   */
  private boolean isOld(TimeMention time, List<TimeMention> times) {
    if (TimeWishes.isDayAfter(heard.said(), time)) {
      return false;
    }
    var before = heard.said().plain().substring(0, time.start());
    if (OLD_TIME.matcher(before).find() && !NEW_TIME.matcher(before).find()) {
      return true;
    }
    boolean dayOnly = time.days().isPresent() && time.clock().isEmpty();
    return !dayOnly
        && times.size() > 1
        && times.getFirst() == time
        && time.days().isPresent()
        && time.clock().isPresent();
  }

  private void proposeCancel(AppointmentFacts target) {
    switch (talk.tools.propose(new Change.Cancel(target.id()))) {
      case Proposed.Proposal proposal -> {
        talk.proposal =
            Optional.of(new OpenProposal(proposal.id(), Goal.CANCEL, Deals.kept(proposal.deal())));
        booking.putDeal();
      }
      case Proposed.Refused refused -> {
        talk.rest();
        reply.add(talk.voice().noneOfYours());
        asking.person();
      }
    }
  }
}

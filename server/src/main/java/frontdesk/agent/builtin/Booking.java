package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.OpenProposal;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.TimeFinder.Outcome;
import frontdesk.agent.builtin.TimeWishes.Trouble;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.agent.tools.Toolbox.Committed;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.Proposed;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steps to an appointment: one question at a time, then the deal, then the yes. */
final class Booking {

  private final Talk talk;
  private final Voice say;
  private final Reply reply;
  private final Asking asking;
  private boolean afterwards;

  Booking(Talk talk, Reply reply, Asking asking) {
    this.talk = talk;
    this.say = talk.voice();
    this.reply = reply;
    this.asking = asking;
  }

  /** Asks for what is missing next, or puts the deal. */
  void next(Trouble trouble) {
    var service = talk.wishedService();
    if (service.isEmpty()) {
      reply.add(say.weOffer(talk.services));
      asking.service();
      return;
    }
    mindProvider(service.get());
    if (trouble == Trouble.NO_SUCH_DAY) {
      reply.add(say.noSuchDay());
    } else if (trouble == Trouble.NO_SUCH_HOUR) {
      reply.add(say.noSuchHour());
    } else if (trouble == Trouble.PAST_DAY) {
      reply.add(say.pastDay());
    }
    boolean troubled = trouble != Trouble.NONE && talk.wish.days.isEmpty();
    if (!talk.wish.saysWhen() || troubled) {
      askWhen(service.get());
      return;
    }
    switch (new TimeFinder(talk, service.get()).best()) {
      case Outcome.Settled(var offer) -> settled(service.get(), offer);
      case Outcome.Choices choices -> choose(service.get(), choices);
    }
  }

  /** One who does not do it is left out of the wish, and the customer hears of it. */
  private void mindProvider(ServiceFacts service) {
    var able = service.providers().stream().map(provider -> provider.id()).toList();
    var unable = new HashSet<>(talk.wish.providers);
    able.forEach(unable::remove);
    if (unable.isEmpty()) {
      return;
    }
    unable.forEach(
        id ->
            reply.add(
                say.providerDoesNot(
                    talk.providerName(id),
                    service.name(),
                    service.providers().stream().map(provider -> provider.name()).toList())));
    var left = new HashSet<>(talk.wish.providers);
    left.removeAll(unable);
    talk.wish.providers = left;
  }

  private void askWhen(ServiceFacts service) {
    var kept = talk.wish.start;
    talk.wish.start = Optional.empty();
    if (new TimeFinder(talk, service).find()
            instanceof Outcome.Choices(var offers, var wanted, var reason)
        && !offers.isEmpty()
        && reason.isEmpty()) {
      talk.offer(offers);
      reply.add(say.firstFree(asking.moments()));
      asking.choices();
    }
    talk.wish.start = kept;
    asking.when();
  }

  private void choose(ServiceFacts service, Outcome.Choices choices) {
    boolean bounded = talk.wish.after.isPresent() || talk.wish.before.isPresent();
    if (choices.reason().isPresent()) {
      if (bounded) {
        reply.add(talk.wish.after.isPresent() ? say.nothingLater() : say.nothingEarlier());
        talk.wish.after = Optional.empty();
        talk.wish.before = Optional.empty();
      } else {
        explain(service, choices);
      }
    }
    offer(service, choices.offers());
  }

  private void explain(ServiceFacts service, Outcome.Choices choices) {
    var reason = choices.reason().orElse(Reason.TAKEN);
    var hours =
        choices.wanted().map(at -> FactAnswers.hoursOn(talk, at.toLocalDate())).orElse(List.of());
    boolean whole =
        talk.wish.start.isEmpty()
            && talk.wish.clocks.stream().noneMatch(DialogueState.ClockRange::isPoint);
    reply.add(
        say.cannotBe(reason, choices.wanted(), whole, service.name(), service.minutes(), hours));
    talk.wish.start = Optional.empty();
  }

  private void offer(ServiceFacts service, List<Offer> offers) {
    talk.offer(offers);
    if (offers.isEmpty()) {
      asking.otherTime();
      return;
    }
    if (offers.size() == 1) {
      reply.add(say.onlyThis(say.moment(talk.local(offers.getFirst().start()))));
      asking.oneTime();
      return;
    }
    reply.add(say.iHave(service.name(), asking.moments()));
    asking.times();
  }

  private void settled(ServiceFacts service, Offer offer) {
    boolean news =
        talk.wish.start.filter(offer.start()::equals).isEmpty()
            || talk.question == Question.PICK_TIME;
    talk.wish.start = Optional.of(offer.start());
    talk.offers = List.of();
    if (talk.goal == Goal.MOVE) {
      boolean asItIs =
          talk.target
              .flatMap(talk::appointment)
              .filter(
                  own ->
                      own.start().equals(offer.start()) && own.provider().equals(offer.provider()))
              .isPresent();
      if (asItIs) {
        reply.add(say.alreadyThen(say.moment(talk.local(offer.start()))));
        if (talk.question == Question.PICK_TIME) {
          // none of the other times suits
          talk.withdraw();
          talk.rest();
          reply.add(say.keptAsItIs());
          return;
        }
        talk.wish.start = Optional.empty();
        asking.when();
        return;
      }
      propose(
          service,
          new Change.Move(talk.target.orElseThrow(), talk.providersFor(service), offer.start()));
      return;
    }
    var name = talk.nameOfWhoComes();
    var phone = talk.phone.or(talk.situation::knownPhone);
    if (name.isEmpty() || phone.isEmpty()) {
      if (news) {
        reply.add(
            say.isFree(
                service.name(), talk.local(offer.start()), talk.providerName(offer.provider())));
      }
      if (name.isEmpty()) {
        asking.name();
      } else {
        asking.phone();
      }
      return;
    }
    propose(
        service,
        new Change.Book(
            service.id(), whoGives(service, offer), offer.start(), name.get(), phone.get()));
  }

  /** Where one after the other is booked, the one whose time was looked up gives both. */
  private Set<UUID> whoGives(ServiceFacts service, Offer offer) {
    boolean severalServices = !talk.errands.isEmpty() || afterwards;
    return severalServices ? Set.of(offer.provider()) : talk.providersFor(service);
  }

  private void propose(ServiceFacts service, Change change) {
    switch (talk.tools.propose(change)) {
      case Proposed.Proposal proposal -> {
        talk.proposal =
            Optional.of(new OpenProposal(proposal.id(), talk.goal, Deals.kept(proposal.deal())));
        putDeal();
      }
      case Proposed.Refused(var reason, var alternatives) -> refused(service, reason, alternatives);
    }
  }

  private void refused(ServiceFacts service, Reason reason, List<Offer> alternatives) {
    talk.proposal = Optional.empty();
    if (reason == Reason.INVALID_PHONE) {
      talk.phone = Optional.empty();
      reply.add(say.noPhone());
      asking.phone();
      return;
    }
    if (reason == Reason.UNKNOWN || reason == Reason.NOT_ACCEPTED) {
      talk.wish.start = Optional.empty();
      reply.add(say.timeGone());
      asking.otherTime();
      return;
    }
    explain(
        service,
        new Outcome.Choices(alternatives, talk.wish.start.map(talk::local), Optional.of(reason)));
    offer(service, alternatives.stream().limit(3).toList());
  }

  /** Says the open proposal in full and asks for the yes. */
  void putDeal() {
    var open = talk.proposal.orElseThrow();
    var deal = Deals.of(talk, open.deal());
    switch (open.goal()) {
      case MOVE -> {
        var from =
            talk.target
                .flatMap(talk::appointment)
                .map(own -> talk.local(own.start()))
                .orElse(deal.start());
        reply.add(say.moveDeal(deal, from));
      }
      case CANCEL -> reply.add(say.cancelDeal(deal));
      default -> reply.add(say.deal(deal, talk.phone));
    }
    asking.toDo();
  }

  /** The customer has said yes to the open proposal. */
  void commit() {
    var open = talk.proposal.orElseThrow();
    switch (talk.tools.commit(open.id())) {
      case Committed.Done(var appointment) -> {
        var deal = Deals.of(talk, appointment);
        talk.finished.removeIf(booked -> talk.target.filter(booked.id()::equals).isPresent());
        switch (open.goal()) {
          case MOVE -> reply.add(say.moved(deal));
          case CANCEL -> reply.add(say.cancelled(deal));
          default ->
              reply.add(say.booked(deal, appointment.status().equalsIgnoreCase("requested")));
        }
        if (open.goal() != Goal.CANCEL) {
          talk.finished.add(Deals.kept(appointment));
        }
        talk.rest();
        if (open.goal() == Goal.BOOK) {
          afterwards(appointment);
        } else if (open.goal() == Goal.CANCEL) {
          // "can I have it on Monday instead" means the same again
          talk.wish.service = Optional.of(appointment.service());
        }
      }
      case Committed.Refused(var reason, var alternatives) ->
          notCommitted(open, reason, alternatives);
    }
  }

  /** What was asked for in the same breath: right after it, if that is free. */
  private void afterwards(AppointmentFacts booked) {
    if (talk.errands.isEmpty()) {
      if (talk.another) {
        talk.comes(false, Optional.empty());
      }
      return;
    }
    afterwards = true;
    var errand = talk.errands.removeFirst();
    if (errand.another()) {
      talk.comes(true, errand.called());
    }
    var service = talk.service(errand.service().orElse(booked.service())).orElseThrow();
    var end = talk.local(booked.end());
    talk.goal = Goal.BOOK;
    talk.wish.service = Optional.of(service.id());
    talk.wish.days =
        List.of(errand.day().orElseGet(() -> new DayRange(end.toLocalDate(), end.toLocalDate())));
    talk.wish.clocks =
        List.of(errand.time().orElseGet(() -> new ClockRange(end.toLocalTime(), Optional.empty())));
    reply.add(
        errand.another()
            ? say.nowTheOther(Asking.sayable(errand.called()))
            : say.nowThe(service.name()));
    switch (new TimeFinder(talk, service).preferring(Set.of(booked.provider()))) {
      case Outcome.Settled(var offer) -> settled(service, offer);
      case Outcome.Choices(var offers, _, _) -> offer(service, offers);
    }
  }

  private void notCommitted(OpenProposal open, Reason reason, List<Offer> alternatives) {
    if (reason == Reason.NOT_ACCEPTED) {
      putDeal();
      return;
    }
    talk.proposal = Optional.empty();
    if (open.goal() == Goal.CANCEL) {
      reply.add(say.noneOfYours());
      talk.rest();
      return;
    }
    var service = talk.wishedService();
    if (reason == Reason.EXPIRED || service.isEmpty()) {
      next(Trouble.NONE);
      return;
    }
    reply.add(say.timeGone());
    talk.wish.start = Optional.empty();
    offer(service.get(), alternatives.stream().limit(3).toList());
  }
}

package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;

/** The same deal as the tools tell it, as it is remembered, and as it is spoken of. */
final class Deals {

  private Deals() {}

  static Voice.Deal of(Talk talk, AppointmentFacts facts) {
    return new Voice.Deal(
        facts.serviceName(),
        talk.local(facts.start()),
        facts.providerName(),
        facts.price(),
        facts.name());
  }

  static Voice.Deal of(Talk talk, Booked booked) {
    var service = talk.service(booked.service());
    return new Voice.Deal(
        service.map(ServiceFacts::name).orElse(""),
        talk.local(booked.start()),
        talk.providerName(booked.provider()),
        service.flatMap(ServiceFacts::price),
        booked.name());
  }

  static Booked kept(AppointmentFacts facts) {
    return new Booked(
        facts.id(), facts.service(), facts.provider(), facts.start(), facts.end(), facts.name());
  }
}

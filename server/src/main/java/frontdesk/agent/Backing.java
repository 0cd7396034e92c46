package frontdesk.agent;

import frontdesk.agent.Findings.Deed;
import frontdesk.agent.commitments.Evidence;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.conversations.TurnRequest.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that may back a reply of this turn: what the tools said, now and before, and the business.
 */
record Backing(Briefing briefing, Findings findings) {

  Evidence evidence(boolean handedOver) {
    var business = briefing.business();
    return new Evidence(
        findings.offers().stream().map(this::slot).toList(),
        findings.refused().stream().map(this::local).toList(),
        bookings(),
        findings.deal().stream()
            .map(deal -> new Evidence.Deal(change(deal.kind()), slot(deal.facts())))
            .toList(),
        briefing.services().stream()
            .map(s -> new Evidence.Service(s.name(), Duration.ofMinutes(s.minutes()), s.price()))
            .toList(),
        business.hours(),
        business.exceptions(),
        handedOver ? EnumSet.of(Evidence.Effect.HANDED_OVER) : Set.of(),
        customerSaid(),
        Stream.of(
                Optional.of(business.name()),
                business.address(),
                business.phone(),
                business.email(),
                business.website())
            .flatMap(Optional::stream)
            .toList());
  }

  private List<String> customerSaid() {
    var said = new ArrayList<>(briefing.said());
    briefing.request().history().stream()
        .filter(message -> message.author().equals("contact"))
        .map(Said::text)
        .forEach(said::add);
    return said;
  }

  /** As last seen, and what this conversation did to them since. */
  private List<Evidence.Booking> bookings() {
    Map<UUID, Evidence.Booking> bookings = new LinkedHashMap<>();
    findings
        .appointments()
        .forEach(
            own ->
                bookings.put(
                    own.id(),
                    new Evidence.Booking(slot(own), standing(own), Set.of(), Optional.empty())));
    findings
        .deeds()
        .forEach(deed -> bookings.merge(deed.appointment().id(), booking(deed), Backing::joined));
    return List.copyOf(bookings.values());
  }

  private Evidence.Booking booking(Deed deed) {
    var standing =
        deed.kind() == Findings.Kind.CANCEL
            ? Evidence.Standing.ENDED
            : standing(deed.appointment());
    return new Evidence.Booking(
        slot(deed.appointment()),
        standing,
        EnumSet.of(change(deed.kind())),
        deed.before().map(this::local));
  }

  private static Evidence.Booking joined(Evidence.Booking earlier, Evidence.Booking later) {
    var done = EnumSet.noneOf(Evidence.Change.class);
    done.addAll(earlier.done());
    done.addAll(later.done());
    return new Evidence.Booking(
        later.slot(), later.standing(), done, later.before().or(earlier::before));
  }

  private static Evidence.Standing standing(AppointmentFacts appointment) {
    return switch (appointment.status()) {
      case "confirmed" -> Evidence.Standing.CONFIRMED;
      case "requested" -> Evidence.Standing.REQUESTED;
      default -> Evidence.Standing.ENDED;
    };
  }

  private static Evidence.Change change(Findings.Kind kind) {
    return switch (kind) {
      case BOOK -> Evidence.Change.BOOK;
      case MOVE -> Evidence.Change.MOVE;
      case CANCEL -> Evidence.Change.CANCEL;
    };
  }

  private Evidence.Slot slot(AppointmentFacts facts) {
    return new Evidence.Slot(
        facts.serviceName(), facts.providerName(), local(facts.start()), local(facts.end()));
  }

  private Evidence.Slot slot(Offer offer) {
    var service =
        briefing.services().stream().filter(s -> s.id().equals(offer.service())).findFirst();
    var provider =
        service.map(ServiceFacts::providers).orElse(List.of()).stream()
            .filter(p -> p.id().equals(offer.provider()))
            .findFirst();
    return new Evidence.Slot(
        service.map(ServiceFacts::name).orElse(""),
        provider.map(ProviderFacts::name).orElse(""),
        local(offer.start()),
        local(offer.end()));
  }

  private ZonedDateTime local(Instant time) {
    return time.atZone(briefing.now().getZone());
  }
}

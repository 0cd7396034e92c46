package frontdesk.agent;

import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.booking.Appointment;
import frontdesk.booking.Hold;
import frontdesk.booking.Refusal;
import frontdesk.booking.Slot;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the books hold, as the tools tell it. */
record BookingFacts(Catalog catalog) {

  AppointmentFacts deal(Hold hold, String name, Optional<String> phone) {
    var service =
        catalog.get().services().stream()
            .filter(s -> s.id().equals(hold.service()))
            .findFirst()
            .orElseThrow();
    return new AppointmentFacts(
        hold.id(),
        service.id(),
        service.name(),
        hold.slot().provider(),
        catalog.providerNames().apply(hold.slot().provider()),
        hold.slot().start(),
        hold.slot().end(),
        service.price(),
        name,
        phone,
        "proposed");
  }

  AppointmentFacts moved(Appointment moving, Slot to) {
    var name = catalog.providerNames().apply(to.provider());
    return new AppointmentFacts(
        moving.id(),
        moving.service(),
        moving.serviceName(),
        to.provider(),
        name.isEmpty() ? moving.providerName() : name,
        to.start(),
        to.end(),
        moving.price(),
        moving.guest().name(),
        moving.guest().phone(),
        "proposed");
  }

  static AppointmentFacts withId(AppointmentFacts f, UUID id) {
    return new AppointmentFacts(
        id,
        f.service(),
        f.serviceName(),
        f.provider(),
        f.providerName(),
        f.start(),
        f.end(),
        f.price(),
        f.name(),
        f.phone(),
        f.status());
  }

  static AppointmentFacts of(Appointment appointment) {
    return new AppointmentFacts(
        appointment.id(),
        appointment.service(),
        appointment.serviceName(),
        appointment.provider(),
        appointment.providerName(),
        appointment.start(),
        appointment.end(),
        appointment.price(),
        appointment.guest().name(),
        appointment.guest().phone(),
        appointment.status().word());
  }

  static List<Offer> offers(UUID service, List<Slot> slots) {
    return slots.stream()
        .map(slot -> new Offer(service, slot.provider(), slot.start(), slot.end()))
        .toList();
  }

  static Reason reason(Refusal refusal) {
    return switch (refusal.reason()) {
      case TAKEN, BETWEEN_STARTS -> Reason.TAKEN;
      case CLOSED -> Reason.CLOSED;
      case OUTSIDE_HOURS -> Reason.OUTSIDE_HOURS;
      case PAST -> Reason.PAST;
      case TOO_SOON -> Reason.TOO_SOON;
      case TOO_FAR -> Reason.TOO_FAR;
      case NOT_OFFERED_BY_PROVIDER -> Reason.NOT_OFFERED_BY_PROVIDER;
      case EXPIRED -> Reason.EXPIRED;
      case INVALID_PHONE -> Reason.INVALID_PHONE;
      case NOT_BOOKABLE, ENDED, NOT_BEGUN, CHANGED -> Reason.UNKNOWN;
    };
  }
}

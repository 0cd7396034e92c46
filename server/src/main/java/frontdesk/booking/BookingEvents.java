package frontdesk.booking;

import frontdesk.identity.AuditTrail;
import frontdesk.identity.AuditTrail.Actor;
import frontdesk.live.LiveEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says what has happened: to the audit trail with the deed, to calendars after the commit. */
@Component
class BookingEvents {

  private static final String CALENDAR = "calendar.see";

  /** A ghost for the calendar; without a time it is gone. */
  record HeldSlot(
      UUID id, UUID providerId, Instant start, Instant end, Instant until, String source) {
    static HeldSlot of(Hold hold) {
      return new HeldSlot(
          hold.id(),
          hold.slot().provider(),
          hold.slot().start(),
          hold.slot().end(),
          hold.until(),
          hold.source().word());
    }
  }

  record ReleasedSlot(UUID id, boolean released) {}

  record Changed(AppointmentView appointment) {}

  private final LiveEvents live;
  private final AuditTrail audit;

  BookingEvents(LiveEvents live, AuditTrail audit) {
    this.live = live;
    this.audit = audit;
  }

  void made(Appointment appointment) {
    record("created", appointment.source(), appointment.id(), Map.of(), facts(appointment));
    publish(appointment);
  }

  void changed(String what, Appointment before, Appointment after, Source by) {
    record(what, by, after.id(), facts(before), facts(after));
    publish(after);
  }

  /** The trail holds who and when, not what people said of themselves. */
  private static Map<String, Object> facts(Appointment appointment) {
    return Map.of(
        "service", appointment.service(),
        "provider", appointment.provider(),
        "start", appointment.start(),
        "end", appointment.end(),
        "status", appointment.status().word());
  }

  private void record(
      String what, Source by, UUID id, Map<String, Object> before, Map<String, Object> after) {
    var action = "appointment." + what;
    switch (by) {
      case MEMBER, API -> audit.record(action, "appointment", id, before, after);
      case ASSISTANT -> audit.recordAs(Actor.AI, action, "appointment", id, before, after);
      case PUBLIC -> audit.recordAs(Actor.CONTACT, action, "appointment", id, before, after);
    }
  }

  private void publish(Appointment appointment) {
    live.publish(
        "appointment.changed",
        CALENDAR,
        Optional.empty(),
        () -> new Changed(AppointmentView.of(appointment)));
  }

  void held(Hold hold) {
    live.publish("slot.held", CALENDAR, Optional.empty(), () -> HeldSlot.of(hold));
  }

  void released(Hold hold) {
    live.publish("slot.held", CALENDAR, Optional.empty(), () -> new ReleasedSlot(hold.id(), true));
  }
}

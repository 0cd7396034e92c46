package frontdesk.booking;

import frontdesk.live.LiveEvents;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells calendars what has happened, after the commit. */
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

  BookingEvents(LiveEvents live) {
    this.live = live;
  }

  void changed(Appointment appointment) {
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

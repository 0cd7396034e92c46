package frontdesk.booking;

import frontdesk.conversations.AppointmentLines;
import frontdesk.conversations.AppointmentLines.Deed;
import frontdesk.conversations.AppointmentLines.Row;
import frontdesk.conversations.TurnResult.AppointmentCard;
import frontdesk.identity.AuditTrail;
import frontdesk.identity.AuditTrail.Actor;
import frontdesk.live.EventKind;
import frontdesk.live.LiveEvents;
import frontdesk.live.Streamed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says what has happened: to the audit trail and in the customer's threads with the deed, to
 * calendars after the commit.
 */
@Component
class BookingEvents implements Streamed {

  private static final String CALENDAR = "calendar.see";
  private static final String EVERYBODYS_CALENDAR = "calendar.all";

  static final EventKind<Changed> APPOINTMENT_CHANGED =
      new EventKind<>("appointment.changed", EVERYBODYS_CALENDAR, Changed.class)
          .less("contacts.all", changed -> new Changed(changed.appointment().discreet()));
  static final EventKind<SlotHeld> SLOT_HELD =
      new EventKind<>("slot.held", CALENDAR, SlotHeld.class);

  static final EventKind<TimeOffChanged> TIME_OFF_CHANGED =
      new EventKind<>("time-off.changed", EVERYBODYS_CALENDAR, TimeOffChanged.class);

  /** The same for those who may not be told of whom: they look again. */
  static final EventKind<CalendarChanged> CALENDAR_CHANGED =
      new EventKind<>("calendar.changed", CALENDAR, CalendarChanged.class);

  record CalendarChanged(Instant start, Instant end) {}

  /** A time that somebody is booking just now; the calendar shows it as a ghost. */
  record HeldSlot(
      UUID id, UUID providerId, Instant start, Instant end, Instant until, Source source)
      implements SlotHeld {
    static HeldSlot of(Hold hold) {
      return new HeldSlot(
          hold.id(),
          hold.slot().provider(),
          hold.slot().start(),
          hold.slot().end(),
          hold.until(),
          hold.source());
    }
  }

  /** A ghost has come or gone. */
  @Schema(oneOf = {HeldSlot.class, ReleasedSlot.class})
  sealed interface SlotHeld {}

  record ReleasedSlot(UUID id, boolean released) implements SlotHeld {}

  record Changed(AppointmentView appointment) {}

  record TimeOffChanged(TimeOffView timeOff, boolean givenBack) {}

  private final LiveEvents live;
  private final AuditTrail audit;
  private final AppointmentLines lines;

  BookingEvents(LiveEvents live, AuditTrail audit, AppointmentLines lines) {
    this.live = live;
    this.audit = audit;
    this.lines = lines;
  }

  @Override
  public Map<String, Class<?>> events() {
    return Streamed.of(List.of(APPOINTMENT_CHANGED, SLOT_HELD, TIME_OFF_CHANGED, CALENDAR_CHANGED));
  }

  /**
   * @param waived the rule of the business that its people passed over
   */
  void made(Appointment appointment, Optional<Reason> waived) {
    record("created", appointment.source(), appointment.id(), Map.of(), facts(appointment, waived));
    publish(appointment);
  }

  /**
   * One line for all that was booked at once.
   *
   * @param made soonest first, at least one
   * @param everyWeeks how many weeks lie between two
   */
  void booked(List<Appointment> made, int everyWeeks) {
    var first = made.getFirst();
    var row =
        made.size() == 1 ? Optional.<Row>empty() : Optional.of(new Row(made.size(), everyWeeks));
    line(Deed.BOOKED, first, first.source(), row);
  }

  void changed(
      String what, Appointment before, Appointment after, Source by, Optional<Reason> waived) {
    record(what, by, after.id(), facts(before), facts(after, waived));
    deed(before, after).ifPresent(deed -> line(deed, after, by, Optional.empty()));
    publish(after);
  }

  /** What the customer would call it; that they came, or stay longer, is no news to them. */
  private static Optional<Deed> deed(Appointment before, Appointment after) {
    if (!after.start().equals(before.start()) || !after.provider().equals(before.provider())) {
      return Optional.of(Deed.MOVED);
    }
    if (after.status() == before.status()) {
      return Optional.empty();
    }
    return switch (after.status()) {
      case CANCELLED -> Optional.of(Deed.CANCELLED);
      case REQUESTED, CONFIRMED -> again(before.status());
      case ARRIVED, DONE, NO_SHOW -> Optional.empty();
    };
  }

  private static Optional<Deed> again(Status before) {
    return switch (before) {
      // it is in the books again
      case CANCELLED -> Optional.of(Deed.BOOKED);
      case REQUESTED, CONFIRMED -> Optional.of(Deed.CONFIRMED);
      // a slip of the team's, put right
      case ARRIVED, DONE, NO_SHOW -> Optional.empty();
    };
  }

  private void line(Deed deed, Appointment appointment, Source by, Optional<Row> row) {
    var card =
        new AppointmentCard(
            appointment.id(),
            appointment.status().word(),
            appointment.serviceName(),
            appointment.providerName(),
            appointment.start(),
            appointment.end());
    var member = by == Source.MEMBER ? audit.member() : Optional.<UUID>empty();
    appointment
        .contact()
        .ifPresent(
            contact ->
                lines.add(contact, new AppointmentLines.Line(deed, by.word(), member, card, row)));
  }

  private static Map<String, Object> facts(Appointment appointment, Optional<Reason> waived) {
    var facts = new HashMap<>(facts(appointment));
    waived.ifPresent(reason -> facts.put("waived", reason.word()));
    return facts;
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
    live.publish(APPOINTMENT_CHANGED, () -> new Changed(AppointmentView.of(appointment)));
    publish(appointment.start(), appointment.end());
  }

  private void publish(Instant start, Instant end) {
    live.publish(CALENDAR_CHANGED, () -> new CalendarChanged(start, end));
  }

  void held(Hold hold) {
    live.publish(SLOT_HELD, () -> HeldSlot.of(hold));
  }

  void released(Hold hold) {
    live.publish(SLOT_HELD, () -> new ReleasedSlot(hold.id(), true));
  }

  void taken(TimeOff timeOff) {
    audit.record("time-off.taken", "time-off", timeOff.id(), Map.of(), facts(timeOff));
    live.publish(TIME_OFF_CHANGED, () -> new TimeOffChanged(TimeOffView.of(timeOff), false));
    publish(timeOff.span().start(), timeOff.span().end());
  }

  void givenBack(TimeOff timeOff) {
    audit.record("time-off.given-back", "time-off", timeOff.id(), facts(timeOff), Map.of());
    live.publish(TIME_OFF_CHANGED, () -> new TimeOffChanged(TimeOffView.of(timeOff), true));
    publish(timeOff.span().start(), timeOff.span().end());
  }

  /** Why somebody is away stays out of the trail. */
  private static Map<String, Object> facts(TimeOff timeOff) {
    return Map.of(
        "provider", timeOff.provider(),
        "start", timeOff.span().start(),
        "end", timeOff.span().end());
  }
}

package frontdesk.booking;

import frontdesk.contacts.Belongings;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The appointments of a contact, when two turn out to be one person. */
@Component
class AppointmentsOfContact implements Belongings {

  private static final String KIND = "appointment";

  private final AppointmentStore appointments;
  private final HoldStore holds;

  AppointmentsOfContact(AppointmentStore appointments, HoldStore holds) {
    this.appointments = appointments;
    this.holds = holds;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** With a time that is being kept, which is over in minutes and never given back. */
  @Override
  public List<String> pass(UUID from, UUID to) {
    holds.pass(from, to);
    return appointments.pass(from, to).stream().map(UUID::toString).toList();
  }

  @Override
  public void giveBack(Passed passed, UUID from, UUID to) {
    appointments.giveBack(passed.ids(KIND), passed.ids(CONVERSATIONS), from, to);
  }
}

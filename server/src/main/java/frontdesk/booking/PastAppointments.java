package frontdesk.booking;

import frontdesk.contacts.Contact;
import frontdesk.tenancy.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings in appointments made before, over or still to come: nobody is told of them. */
@Service
public class PastAppointments {

  private final ServiceStore services;
  private final AppointmentStore store;
  private final Ledger ledger;
  private final Plans plans;

  PastAppointments(ServiceStore services, AppointmentStore store, Ledger ledger, Plans plans) {
    this.services = services;
    this.store = store;
    this.ledger = ledger;
    this.plans = plans;
  }

  /** Every provider's free slots as they were to be had just before the window began. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Slot> free(UUID service, Span window) {
    var asked = services.find(service).orElseThrow();
    var before = window.start().minus(asked.details().notice(), ChronoUnit.MINUTES);
    return plans.of(asked, window, Plans.Ignored.NOTHING, before).free(window);
  }

  /**
   * The slot must be free; a status that keeps no time takes none.
   *
   * @param made when it was promised
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void bringIn(UUID service, Slot slot, Contact contact, Status status, Instant made) {
    var details = services.find(service).orElseThrow().details();
    var appointment =
        new Appointment(
            Ids.next(),
            status,
            service,
            details.name(),
            slot.provider(),
            "",
            slot.start(),
            slot.end(),
            details.bufferBefore(),
            details.bufferAfter(),
            details.price(),
            new Guest(contact.name(), contact.phone(), contact.email()),
            Optional.of(contact.id()),
            Optional.empty(),
            Optional.empty(),
            Source.MEMBER,
            Optional.empty(),
            1,
            made.truncatedTo(ChronoUnit.MICROS),
            false);
    store.insert(appointment, contact.phone(), Optional.empty());
    if (status.keepsTime()
        && !ledger.take(slot, appointment.during(), appointment.id(), Set.of(slot.provider()))) {
      throw new IllegalArgumentException("Somebody else has %s".formatted(slot));
    }
  }
}

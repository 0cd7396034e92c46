package frontdesk.booking;

import frontdesk.contacts.PhoneNumbers;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.tenancy.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as the API and the event stream show it.
 *
 * @param madeBy the member who entered it, where one did
 * @param firstVisit whether the customer has no other before it
 * @param busy whether nothing but its time may be told: the names are empty then
 */
record AppointmentView(
    UUID id,
    Status status,
    Instant start,
    Instant end,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    UUID serviceId,
    String serviceName,
    UUID providerId,
    String providerName,
    @Nullable Money price,
    Who contact,
    @Nullable String note,
    Source source,
    @Nullable MadeBy madeBy,
    @Nullable UUID conversationId,
    int version,
    Instant createdAt,
    boolean firstVisit,
    boolean busy) {

  private static final UUID UNTOLD = new UUID(0, 0);

  /** Who comes, as said, under the id of the contact who wrote. */
  record Who(@Nullable UUID id, String name, @Nullable String phone, @Nullable String email) {}

  record MadeBy(UUID id, String name) {}

  /** As much of who comes as the caller may know of contacts. */
  static AppointmentView of(Appointment appointment, Caller caller) {
    var all = of(appointment);
    if (!Sight.of(caller).covers(appointment.provider())) {
      return all.onlyBusy();
    }
    return caller.may(Permission.CONTACTS_ALL) ? all : all.discreet();
  }

  static AppointmentView of(Appointment appointment) {
    return new AppointmentView(
        appointment.id(),
        appointment.status(),
        appointment.start(),
        appointment.end(),
        appointment.bufferBefore(),
        appointment.bufferAfter(),
        appointment.service(),
        appointment.serviceName(),
        appointment.provider(),
        appointment.providerName(),
        appointment.price().orElse(null),
        new Who(
            appointment.contact().orElse(null),
            appointment.guest().name(),
            appointment.guest().phone().orElse(null),
            appointment.guest().email().orElse(null)),
        appointment.note().orElse(null),
        appointment.source(),
        appointment
            .maker()
            .filter(maker -> !maker.name().isBlank())
            .map(maker -> new MadeBy(maker.id(), maker.name()))
            .orElse(null),
        appointment.conversation().orElse(null),
        appointment.version(),
        appointment.createdAt(),
        appointment.firstVisit(),
        false);
  }

  /** For those whose calendar it is not. */
  private AppointmentView onlyBusy() {
    return new AppointmentView(
        id,
        status,
        start,
        end,
        bufferBeforeMinutes,
        bufferAfterMinutes,
        UNTOLD,
        "",
        providerId,
        providerName,
        null,
        new Who(null, "", null, null),
        null,
        source,
        null,
        null,
        version,
        createdAt,
        false,
        true);
  }

  /** For those who need to know one from another, and no more. */
  AppointmentView discreet() {
    var phone = contact.phone();
    return new AppointmentView(
        id,
        status,
        start,
        end,
        bufferBeforeMinutes,
        bufferAfterMinutes,
        serviceId,
        serviceName,
        providerId,
        providerName,
        price,
        new Who(
            contact.id(),
            contact.name(),
            phone == null ? null : PhoneNumbers.lastDigits(phone),
            null),
        note,
        source,
        madeBy,
        conversationId,
        version,
        createdAt,
        firstVisit,
        false);
  }
}

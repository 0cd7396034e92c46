package frontdesk.booking;

import frontdesk.contacts.Contact;
import frontdesk.contacts.Contacts;
import frontdesk.conversations.CustomerReach;
import frontdesk.http.NotFound;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a member might tell a customer of an appointment that moved or was called off. */
@RestController
class NoticeController {

  /**
   * @param text in the customer's language, to be sent to the conversation or changed first
   * @param refusal why it cannot be sent now
   */
  record NoticeView(
      String text,
      @Nullable UUID conversationId,
      @Nullable String channelType,
      @Nullable String channelName,
      @Schema(allowableValues = {"no-conversation", "blocked", "channel-off", "window-closed"})
          @Nullable String refusal) {}

  private final Appointments appointments;
  private final Contacts contacts;
  private final CustomerReach reach;
  private final Tenants tenants;

  NoticeController(
      Appointments appointments, Contacts contacts, CustomerReach reach, Tenants tenants) {
    this.appointments = appointments;
    this.contacts = contacts;
    this.reach = reach;
    this.tenants = tenants;
  }

  @GetMapping("/api/appointments/{id}/notice")
  @Requires(Permission.INBOX_REPLY)
  NoticeView notice(Caller caller, @PathVariable UUID id) {
    var appointment = appointments.find(id).orElseThrow(() -> new NotFound("appointment " + id));
    Sight.of(caller).require(appointment.provider());
    var text = text(appointment, language(appointment));
    return reach
        .find(appointment.conversation(), appointment.contact(), caller)
        .map(
            found ->
                new NoticeView(
                    text,
                    found.conversation(),
                    found.channelType(),
                    found.channelName(),
                    found.refusal().orElse(null)))
        .orElseGet(() -> new NoticeView(text, null, null, null, "no-conversation"));
  }

  private Locale language(Appointment appointment) {
    return appointment
        .contact()
        .flatMap(contacts::find)
        .flatMap(Contact::language)
        .map(Locale::forLanguageTag)
        .orElseGet(() -> tenants.get().locale());
  }

  private String text(Appointment appointment, Locale language) {
    var when =
        DateTimeFormatter.ofPattern(Texts.say(language, "notice.when"), language)
            .format(appointment.start().atZone(tenants.get().zone()));
    var key = appointment.status() == Status.CANCELLED ? "notice.cancelled" : "notice.moved";
    return Texts.say(
        language,
        key,
        appointment.guest().name(),
        appointment.serviceName(),
        appointment.providerName(),
        when);
  }
}

package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.contacts.Contact;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts over HTTP, with the channels that know them. */
@RestController
@RequestMapping("/api/contacts")
class ContactController {

  private static final int LONGEST_NOTES = 10_000;

  private final Contacts contacts;
  private final ChannelDirectory channels;

  ContactController(Contacts contacts, ChannelDirectory channels) {
    this.contacts = contacts;
    this.channels = channels;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String language,
      @Nullable String notes,
      boolean blocked,
      @Nullable List<Known> identities,
      Instant createdAt) {}

  /** How one channel knows the contact. */
  record Known(UUID channelId, String channelType, String address, String name) {}

  record NotesRequest(@Nullable String notes) {}

  @GetMapping
  @Requires(Permission.CONTACTS_SEE)
  Page<View> list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var most = Cursors.limit(limit);
    var before = Cursors.Place.read(cursor).map(Cursors.Place::id);
    // finding somebody by what is not shown would tell it
    var inAll = caller.may(Permission.CONTACTS_ALL);
    var page =
        Cursors.page(
            contacts.search(q.strip(), inAll, before, most + 1),
            most,
            contact -> new Cursors.Place(contact.createdAt(), contact.id()).cursor());
    return new Page<>(page.items().stream().map(c -> view(c, null, caller)).toList(), page.next());
  }

  @GetMapping("/{id}")
  @Requires(Permission.CONTACTS_SEE)
  View get(Caller caller, @PathVariable UUID id) {
    var contact = contacts.find(id).orElseThrow(() -> new NotFound("contact"));
    var known =
        contacts.identitiesOf(id).stream()
            .map(
                i ->
                    new Known(
                        i.channel(),
                        channels
                            .find(i.channel())
                            .map(ChannelDirectory.ChannelInfo::type)
                            .orElse(""),
                        i.address(),
                        i.name()))
            .toList();
    return view(contact, known, caller);
  }

  @PutMapping("/{id}/notes")
  @Requires(Permission.CONTACTS_ALL)
  View keepNotes(Caller caller, @PathVariable UUID id, @RequestBody NotesRequest request) {
    var notes = Optional.ofNullable(request.notes()).orElse("");
    if (notes.length() > LONGEST_NOTES) {
      throw new Invalid("notes", Texts.say("conversation.text-too-long", LONGEST_NOTES));
    }
    get(caller, id);
    contacts.keepNotes(id, notes);
    return get(caller, id);
  }

  /** An accountant bills somebody, an order manager knows one from another; neither needs more. */
  private static View view(Contact contact, @Nullable List<Known> identities, Caller caller) {
    if (!caller.may(Permission.CONTACTS_ALL)) {
      var bills = caller.role() == Role.ACCOUNTANT;
      return new View(
          contact.id(),
          contact.name(),
          bills ? null : contact.phone().map(PhoneNumbers::lastDigits).orElse(null),
          bills ? contact.email().orElse(null) : null,
          null,
          null,
          contact.blocked(),
          identities == null ? null : List.of(),
          contact.createdAt());
    }
    return new View(
        contact.id(),
        contact.name(),
        contact.phone().orElse(null),
        contact.email().orElse(null),
        contact.language().orElse(null),
        contact.notes(),
        contact.blocked(),
        identities,
        contact.createdAt());
  }
}

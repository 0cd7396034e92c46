package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.contacts.Contact;
import frontdesk.contacts.ContactList;
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
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

  private static final Map<String, ContactList.By> ORDERS =
      Map.of(
          "name", ContactList.By.NAME,
          "seen", ContactList.By.SEEN,
          "created", ContactList.By.CREATED);

  private final Contacts contacts;
  private final ChannelDirectory channels;

  ContactController(Contacts contacts, ChannelDirectory channels) {
    this.contacts = contacts;
    this.channels = channels;
  }

  /**
   * @param identities of one contact alone
   * @param channelTypes in lists: of the channels that know them
   * @param lastSeenAt when they last wrote, to some minutes, or else came to be known
   */
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
      @Nullable List<String> channelTypes,
      Instant createdAt,
      Instant lastSeenAt) {}

  /** How one channel knows the contact. */
  record Known(UUID channelId, String channelType, String address, String name) {}

  record NotesRequest(@Nullable String notes) {}

  @GetMapping
  @Requires(Permission.CONTACTS_SEE)
  Page<View> list(
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable UUID channel,
      @Schema(allowableValues = {"name", "-name", "seen", "-seen", "created", "-created"})
          @RequestParam(defaultValue = "-created")
          String sort,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    // finding somebody by what is not shown would tell it
    var inAll = caller.may(Permission.CONTACTS_ALL);
    var asked =
        new ContactList(
            q.strip(), inAll, Optional.ofNullable(channel).filter(id -> inAll), order(sort));
    var page = contacts.list(asked, Optional.ofNullable(cursor), Cursors.limit(limit));
    var known = contacts.channelsOf(page.items().stream().map(Contact::id).toList());
    return new Page<>(
        page.items().stream()
            .map(c -> view(c, null, types(known.getOrDefault(c.id(), List.of())), caller))
            .toList(),
        page.next());
  }

  private static ContactList.Order order(String sort) {
    var by = ORDERS.get(sort.replaceFirst("^-", ""));
    if (by == null) {
      throw new Invalid(
          "sort", Texts.say("contact.sort", String.join(", ", new TreeSet<>(ORDERS.keySet()))));
    }
    return new ContactList.Order(by, sort.startsWith("-"));
  }

  private List<String> types(List<UUID> known) {
    return known.stream()
        .flatMap(id -> channels.find(id).stream())
        .map(ChannelDirectory.ChannelInfo::type)
        .distinct()
        .sorted()
        .toList();
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
    return view(contact, known, null, caller);
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
  private static View view(
      Contact contact,
      @Nullable List<Known> identities,
      @Nullable List<String> channelTypes,
      Caller caller) {
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
          channelTypes == null ? null : List.of(),
          contact.createdAt(),
          contact.lastSeenAt());
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
        channelTypes,
        contact.createdAt(),
        contact.lastSeenAt());
  }
}

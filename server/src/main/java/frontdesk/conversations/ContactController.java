package frontdesk.conversations;

import com.fasterxml.jackson.annotation.JsonInclude;
import frontdesk.contacts.Contact;
import frontdesk.contacts.ContactList;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.EnteredContacts;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.NotFound;
import frontdesk.http.Page;
import frontdesk.http.Problems.FieldError;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenants;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contacts over HTTP, with the channels that know them. */
@RestController
@RequestMapping("/api/contacts")
class ContactController {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTES = 10_000;

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private static final Map<String, ContactList.By> ORDERS =
      Map.of(
          "name", ContactList.By.NAME,
          "seen", ContactList.By.SEEN,
          "created", ContactList.By.CREATED);

  private final Contacts contacts;
  private final EnteredContacts entered;
  private final Conversations conversations;
  private final ChannelDirectory channels;
  private final Tenants tenants;

  ContactController(
      Contacts contacts,
      EnteredContacts entered,
      Conversations conversations,
      ChannelDirectory channels,
      Tenants tenants) {
    this.contacts = contacts;
    this.entered = entered;
    this.conversations = conversations;
    this.channels = channels;
    this.tenants = tenants;
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

  record BlockRequest(boolean blocked) {}

  record NotesRequest(@Nullable String notes) {}

  /**
   * A contact as a member enters it: a name, a phone or an e-mail is needed.
   *
   * @param phone national numbers are read by the business's country
   * @param language BCP 47
   */
  record AddRequest(
      @Size(max = LONGEST_NAME) @Nullable String name,
      @Size(max = 40) @Nullable String phone,
      @Email @Size(max = 254) @Nullable String email,
      @Size(max = 35) @Nullable String language,
      @Size(max = LONGEST_NOTES) @Nullable String notes) {}

  /**
   * What changes of a contact: what is left out stays as it is, an empty text takes it away.
   *
   * @param phone national numbers are read by the business's country
   * @param language BCP 47
   */
  record ChangeRequest(
      @Size(max = LONGEST_NAME) @Nullable String name,
      @Size(max = 40) @Nullable String phone,
      @Email @Size(max = 254) @Nullable String email,
      @Size(max = 35) @Nullable String language) {}

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

  /** A phone or an e-mail that another contact has is refused with 409 and that one's id. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CONTACTS_ALL)
  View add(Caller caller, @Valid @RequestBody AddRequest request) {
    var entry = entry(request.name(), request.phone(), request.email(), request.language());
    var notes = Optional.ofNullable(request.notes()).orElse("").strip();
    return get(caller, entered(entered.add(entry, notes)).id());
  }

  @PatchMapping("/{id}")
  @Requires(Permission.CONTACTS_ALL)
  View change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ChangeRequest request) {
    var entry = entry(request.name(), request.phone(), request.email(), request.language());
    var contact = entered(entered.change(id, entry));
    conversations.contactChanged(contact.id());
    return get(caller, contact.id());
  }

  private static Contact entered(EnteredContacts.Outcome outcome) {
    return switch (outcome) {
      case EnteredContacts.Outcome.Entered(var contact) -> contact;
      case EnteredContacts.Outcome.PhoneTaken(var by) -> throw taken("phone", by);
      case EnteredContacts.Outcome.EmailTaken(var by) -> throw taken("email", by);
      case EnteredContacts.Outcome.Nobody() ->
          throw new Invalid("name", Texts.say("contact.nobody"));
      case EnteredContacts.Outcome.Unknown() -> throw new NotFound("contact");
    };
  }

  private static Refused taken(String field, Contact by) {
    var message = Texts.say("contact." + field + "-taken", who(by));
    return new Refused(
        HttpStatus.CONFLICT,
        "contact-exists",
        Map.of("contactId", by.id(), "errors", List.of(new FieldError(field, message))));
  }

  private static String who(Contact contact) {
    return contact.name().isBlank() ? Texts.say("contact.another") : contact.name();
  }

  private EnteredContacts.Entry entry(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String language) {
    var errors = new ArrayList<FieldError>();
    var country = tenants.get().country();
    var entry =
        new EnteredContacts.Entry(
            stripped(name),
            read("phone", phone, said -> PhoneNumbers.read(said, country), errors),
            stripped(email),
            read("language", language, ContactController::tag, errors));
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    return entry;
  }

  private static Optional<String> stripped(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip);
  }

  /** An empty text stays one: it takes away. */
  private static Optional<String> read(
      String field,
      @Nullable String text,
      Function<String, Optional<String>> reading,
      List<FieldError> errors) {
    var said = stripped(text);
    if (said.isEmpty() || said.get().isEmpty()) {
      return said;
    }
    var read = reading.apply(said.get());
    if (read.isEmpty()) {
      errors.add(new FieldError(field, Texts.say("contact." + field)));
    }
    return read;
  }

  private static Optional<String> tag(String said) {
    var language = Locale.forLanguageTag(said.replace('_', '-'));
    return LANGUAGES.contains(language.getLanguage())
        ? Optional.of(language.toLanguageTag())
        : Optional.empty();
  }

  /** In all their conversations, and in those to come. */
  @PostMapping("/{id}/block")
  @Requires(Permission.CONTACTS_ALL)
  View block(Caller caller, @PathVariable UUID id, @RequestBody BlockRequest request) {
    get(caller, id);
    conversations.block(id, request.blocked());
    return get(caller, id);
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

package frontdesk.contacts;

import frontdesk.identity.AuditTrail;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contacts as members enter them by hand: a phone and an e-mail that they give are one contact's
 * alone.
 */
@Service
public class EnteredContacts {

  private final ContactStore store;
  private final EntryStore entries;
  private final MergeStore merges;
  private final Tenants tenants;
  private final AuditTrail audit;
  private final LiveEvents events;
  private final Clock clock;

  EnteredContacts(
      ContactStore store,
      EntryStore entries,
      MergeStore merges,
      Tenants tenants,
      AuditTrail audit,
      LiveEvents events,
      Clock clock) {
    this.store = store;
    this.entries = entries;
    this.merges = merges;
    this.tenants = tenants;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What a member says of a contact. What is left out stays as it is; an empty text takes it away.
   *
   * @param phone E.164; the member vouches for it
   * @param language BCP 47
   */
  public record Entry(
      Optional<String> name,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> language) {

    Contact over(Contact known) {
      return new Contact(
          known.id(),
          name.orElse(known.name()),
          over(phone, known.phone()),
          phone.isEmpty() && known.phoneSaid(),
          over(email, known.email()),
          over(language, known.language()),
          known.notes(),
          known.blocked(),
          known.createdAt(),
          known.lastSeenAt());
    }

    private static Optional<String> over(Optional<String> entered, Optional<String> known) {
      return entered.isEmpty() ? known : entered.filter(Predicate.not(String::isEmpty));
    }
  }

  public sealed interface Outcome {
    record Entered(Contact contact) implements Outcome {}

    /** This one has the phone already. */
    record PhoneTaken(Contact by) implements Outcome {}

    /** This one has the e-mail already. */
    record EmailTaken(Contact by) implements Outcome {}

    /** Neither name nor phone nor e-mail would say who it is. */
    record Nobody() implements Outcome {}

    record Unknown() implements Outcome {}
  }

  @Transactional
  public Outcome add(Entry entry, String notes) {
    var now = clock.instant();
    var nobody =
        new Contact(
            Ids.next(),
            "",
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            notes,
            false,
            now,
            now);
    var contact = entry.over(nobody);
    if (isNobody(contact)) {
      return new Outcome.Nobody();
    }
    takeTurns(entry);
    var taken = taken(nobody, contact);
    if (taken.isPresent()) {
      return taken.get();
    }
    store.insert(contact);
    audit.record("contact.added", "contact", contact.id(), Map.of(), told(contact));
    ContactEvents.changed(events, contact.id());
    return new Outcome.Entered(contact);
  }

  @Transactional
  public Outcome change(UUID id, Entry entry) {
    takeTurns(entry);
    var known = store.find(lock(id));
    if (known.isEmpty()) {
      return new Outcome.Unknown();
    }
    var before = known.get();
    var after = entry.over(before);
    if (after.equals(before)) {
      return new Outcome.Entered(before);
    }
    // a visitor of whom nothing is known yet is somebody all the same
    if (isNobody(after) && !isNobody(before)) {
      return new Outcome.Nobody();
    }
    var taken = taken(before, after);
    if (taken.isPresent()) {
      return taken.get();
    }
    merges.write(after.id(), Traits.of(after));
    audit.record("contact.changed", "contact", after.id(), told(before), told(after));
    ContactEvents.changed(events, after.id());
    return new Outcome.Entered(after);
  }

  /** After whoever enters one, and whoever comes in by this phone on a channel. */
  private void takeTurns(Entry entry) {
    tenants.takeTurns();
    entry.phone().ifPresent(phone -> store.takeTurns(Stream.of(phone)));
  }

  /** Two may share a phone or an e-mail from before; only what is new must be theirs alone. */
  private Optional<Outcome> taken(Contact before, Contact after) {
    Optional<Outcome> phone =
        after
            .phone()
            .filter(number -> before.phoneSaid() || !before.phone().equals(after.phone()))
            .filter(number -> !after.phoneSaid())
            .flatMap(number -> entries.findOtherByPhone(number, after.id()))
            .map(Outcome.PhoneTaken::new);
    return phone.or(
        () ->
            after
                .email()
                .filter(email -> before.email().filter(email::equalsIgnoreCase).isEmpty())
                .flatMap(email -> entries.findOtherByEmail(email, after.id()))
                .map(Outcome.EmailTaken::new));
  }

  /** Who it is now, if it was merged; stays as it is until the transaction ends. */
  private UUID lock(UUID contact) {
    return entries.lock(contact).map(this::lock).orElse(contact);
  }

  private static boolean isNobody(Contact contact) {
    return contact.name().isBlank() && contact.phone().isEmpty() && contact.email().isEmpty();
  }

  private static Map<String, String> told(Contact contact) {
    var told = new HashMap<>(Map.of("name", contact.name()));
    contact.phone().ifPresent(phone -> told.put("phone", phone));
    contact.email().ifPresent(email -> told.put("email", email));
    contact.language().ifPresent(language -> told.put("language", language));
    return told;
  }
}

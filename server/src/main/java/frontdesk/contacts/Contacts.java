package frontdesk.contacts;

import frontdesk.database.Pipeline;
import frontdesk.http.Cursors;
import frontdesk.http.Page;
import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who write to the tenant. */
@Service
public class Contacts {

  private static final Duration SEEN_LATELY = Duration.ofMinutes(5);

  private final ContactStore store;
  private final Clock clock;

  Contacts(ContactStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The contact whom a channel knows by this address; made when it is new. A phone that the channel
   * vouches for joins the one contact who has it, and never two.
   */
  @Transactional
  public Contact identify(Identity identity) {
    return known(identity)
        .orElseGet(
            () -> {
              store.takeTurns(identity.marks());
              return known(identity).orElseGet(() -> takeIn(identity));
            });
  }

  private Optional<Contact> known(Identity identity) {
    return store.findByIdentity(identity.channel(), identity.address()).map(this::current);
  }

  private Contact takeIn(Identity identity) {
    var found =
        identity
            .alias()
            .flatMap(alias -> store.findByIdentity(identity.channel(), alias))
            .or(() -> identity.phone().flatMap(store::findOneByPhone))
            .orElseGet(() -> create(identity.name(), identity.phone(), Optional.empty()));
    var contact = current(found);
    if (!store.insertIdentity(identity, contact.id(), clock.instant())) {
      throw new IllegalStateException("The address was taken in out of turn");
    }
    identity
        .alias()
        .ifPresent(
            alias -> store.insertIdentity(identity.as(alias), contact.id(), clock.instant()));
    return contact;
  }

  /** The channel says that this contact of ours has another address, and perhaps number, now. */
  @Transactional
  public void moved(UUID contact, Identity before, Identity now) {
    store.takeTurns(now.marks());
    store.insertIdentity(now, contact, clock.instant());
    if (before.phone().isPresent() && now.phone().isPresent()) {
      store.changePhone(contact, before.phone().get(), now.phone().get());
    }
  }

  /** For what a member enters: the contact with this phone, or a new one. */
  @Transactional
  public Contact findOrCreate(String name, Optional<String> phone, Optional<String> email) {
    return current(
        phone
            .flatMap(number -> store.findOneByPhone(number).or(() -> findInTurn(number)))
            .orElseGet(() -> create(name, phone, email)));
  }

  private Optional<Contact> findInTurn(String phone) {
    store.takeTurns(Stream.of(phone));
    return store.findOneByPhone(phone);
  }

  /**
   * Who this contact is now: itself, or the one it was merged into. Stays so until the caller's
   * transaction ends, so that nothing is written for one who goes meanwhile.
   */
  @Transactional
  public UUID current(UUID contact) {
    var into = store.lockMergedInto(contact);
    return into.map(this::current).orElse(contact);
  }

  private UUID whoIs(UUID contact) {
    return store.findMergedInto(contact).map(this::whoIs).orElse(contact);
  }

  private Contact current(Contact contact) {
    var now = current(contact.id());
    return now.equals(contact.id()) ? contact : store.find(now).orElseThrow();
  }

  /** The one it was merged into, where it was. */
  @Transactional(readOnly = true)
  public Optional<Contact> find(UUID id) {
    return store.find(whoIs(id));
  }

  @Transactional(readOnly = true)
  public List<Identity> identitiesOf(UUID contact) {
    return store.identitiesOf(contact);
  }

  /**
   * A page of them.
   *
   * @param cursor the {@code next} of the page before
   */
  @Transactional(readOnly = true)
  public Page<Contact> list(ContactList asked, Optional<String> cursor, int limit) {
    var page =
        Cursors.page(store.list(asked, cursor, limit + 1), limit, ContactStore.Listed::cursor);
    return new Page<>(
        page.items().stream().map(ContactStore.Listed::contact).toList(), page.next());
  }

  /** The channels that know each of these contacts; none for who is known by no channel. */
  @Transactional(readOnly = true)
  public Map<UUID, List<UUID>> channelsOf(List<UUID> contacts) {
    return store.channelsOf(contacts);
  }

  /**
   * They have written. Goes along with what is stored of it, in the order of their ids, which is
   * that of their locks.
   */
  public void seen(Pipeline pipeline, Collection<UUID> contacts) {
    var now = clock.instant();
    contacts.stream()
        .distinct()
        .sorted()
        .forEach(contact -> store.seen(pipeline, contact, now, now.minus(SEEN_LATELY)));
  }

  /**
   * For what is brought in from before: since when they are known, and when they were last seen.
   */
  @Transactional
  public void known(UUID contact, Instant since, Instant seen) {
    store.known(whoIs(contact), since, seen);
  }

  /**
   * Fills in what is not known yet; what is known stays.
   *
   * @param phone as the contact says, E.164: nobody vouches for it
   * @return whether anything is known now that was not
   */
  @Transactional
  public boolean learn(
      UUID contact, Optional<String> name, Optional<String> phone, Optional<String> email) {
    return store.learn(whoIs(contact), name, phone, email);
  }

  /** They talk in this language now. Goes along with what is stored of the talk. */
  public void speaks(Pipeline pipeline, UUID contact, Locale language) {
    store.speaks(pipeline, contact, language.toLanguageTag());
  }

  @Transactional
  public void block(UUID contact, boolean blocked) {
    store.block(whoIs(contact), blocked);
  }

  @Transactional
  public void keepNotes(UUID contact, String notes) {
    store.keepNotes(whoIs(contact), notes);
  }

  private Contact create(String name, Optional<String> phone, Optional<String> email) {
    var now = clock.instant();
    var contact =
        new Contact(Ids.next(), name, phone, false, email, Optional.empty(), "", false, now, now);
    store.insert(contact);
    return contact;
  }
}

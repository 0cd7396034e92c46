package frontdesk.contacts;

import frontdesk.tenancy.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who write to the tenant. */
@Service
public class Contacts {

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
    var known = store.findByIdentity(identity.channel(), identity.address());
    if (known.isPresent()) {
      return known.get();
    }
    var contact =
        identity
            .alias()
            .flatMap(alias -> store.findByIdentity(identity.channel(), alias))
            .or(() -> identity.phone().flatMap(store::findOneByPhone))
            .orElseGet(() -> create(identity.name(), identity.phone(), Optional.empty()));
    if (!store.insertIdentity(identity, contact.id(), clock.instant())) {
      return store.findByIdentity(identity.channel(), identity.address()).orElseThrow();
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
    store.insertIdentity(now, contact, clock.instant());
    if (before.phone().isPresent() && now.phone().isPresent()) {
      store.changePhone(contact, before.phone().get(), now.phone().get());
    }
  }

  /** For what a member enters: the contact with this phone, or a new one. */
  @Transactional
  public Contact findOrCreate(String name, Optional<String> phone, Optional<String> email) {
    return phone.flatMap(store::findOneByPhone).orElseGet(() -> create(name, phone, email));
  }

  @Transactional(readOnly = true)
  public Optional<Contact> find(UUID id) {
    return store.find(id);
  }

  @Transactional(readOnly = true)
  public List<Identity> identitiesOf(UUID contact) {
    return store.identitiesOf(contact);
  }

  /**
   * By name, newest first.
   *
   * @param inAll by phone or e-mail too
   * @param before the id of the last one already shown
   */
  @Transactional(readOnly = true)
  public List<Contact> search(String words, boolean inAll, Optional<UUID> before, int limit) {
    return store.search(words, inAll, before, limit);
  }

  /** Fills in what is not known yet; what is known stays. */
  @Transactional
  public void learn(UUID contact, Optional<String> name, Optional<String> email) {
    store.learn(contact, name, email);
  }

  @Transactional
  public void block(UUID contact, boolean blocked) {
    store.block(contact, blocked);
  }

  @Transactional
  public void keepNotes(UUID contact, String notes) {
    store.keepNotes(contact, notes);
  }

  private Contact create(String name, Optional<String> phone, Optional<String> email) {
    var contact =
        new Contact(Ids.next(), name, phone, email, Optional.empty(), "", false, clock.instant());
    store.insert(contact);
    return contact;
  }
}

package frontdesk.booking;

import frontdesk.booking.BookOutcome.Booked;
import frontdesk.booking.BookOutcome.Refused;
import frontdesk.contacts.Contacts;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.Conversations;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises of providers' time: made, moved, kept and called off. */
@Service
public class Appointments {

  /** What is to be booked: a time that is held, or one named outright. */
  public sealed interface What {
    record OfHold(UUID hold, UUID holder) implements What {}

    record OfWish(Wish wish) implements What {}

    /** By somebody who knows better than the rules of the service; only taken time says no. */
    record Anyway(Wish wish) implements What {}
  }

  /**
   * @param guest who comes; the phone as it was said
   * @param contact who writes; empty for somebody whom a member or visitor enters
   * @param member who enters it; empty for all who are no members
   * @param key the same key books once, however often it is asked
   * @param inRow whether the customer's threads are told of it with others, by whoever orders them
   */
  public record Order(
      What what,
      Guest guest,
      Optional<UUID> contact,
      Optional<UUID> conversation,
      Optional<String> note,
      Source source,
      Optional<UUID> member,
      Optional<String> key,
      boolean inRow) {

    /** By itself. */
    public Order(
        What what,
        Guest guest,
        Optional<UUID> contact,
        Optional<UUID> conversation,
        Optional<String> note,
        Source source,
        Optional<UUID> member,
        Optional<String> key) {
      this(what, guest, contact, conversation, note, source, member, key, false);
    }

    /** By nobody of the team. */
    public Order(
        What what,
        Guest guest,
        Optional<UUID> contact,
        Optional<UUID> conversation,
        Optional<String> note,
        Source source,
        Optional<String> key) {
      this(what, guest, contact, conversation, note, source, Optional.empty(), key);
    }
  }

  /**
   * @param providers who may give it; empty for anyone, its own provider before the others
   * @param length how long it takes from now on; empty for as long as before
   * @param version the one that was seen, when it matters
   * @param holder whose hold on the new time becomes its own
   * @param anyway against the rules of the service; only taken time says no
   */
  public record Move(
      UUID appointment,
      Set<UUID> providers,
      Instant start,
      Optional<Duration> length,
      Optional<Integer> version,
      Optional<UUID> holder,
      Source by,
      boolean anyway) {

    /** As long as before. */
    public Move(
        UUID appointment,
        Set<UUID> providers,
        Instant start,
        Optional<Integer> version,
        Optional<UUID> holder,
        Source by) {
      this(appointment, providers, start, Optional.empty(), version, holder, by, false);
    }
  }

  /** Those whose time overlaps from and to; what is empty does not narrow. */
  public record Filter(
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Status> status,
      Optional<UUID> provider,
      Optional<UUID> contact,
      Optional<Words> words) {}

  /**
   * What is looked for in the name of who comes.
   *
   * @param inPhones in the phone too
   */
  public record Words(String text, boolean inPhones) {}

  private final AppointmentStore store;
  private final ServiceStore services;
  private final HoldStore holds;
  private final BookedTimeStore times;
  private final Plans plans;
  private final Ledger ledger;
  private final Rescheduling rescheduling;
  private final Tenants tenants;
  private final Contacts contacts;
  private final Conversations conversations;
  private final BookingEvents events;
  private final Clock clock;

  Appointments(
      AppointmentStore store,
      ServiceStore services,
      HoldStore holds,
      BookedTimeStore times,
      Plans plans,
      Ledger ledger,
      Rescheduling rescheduling,
      Tenants tenants,
      Contacts contacts,
      Conversations conversations,
      BookingEvents events,
      Clock clock) {
    this.store = store;
    this.services = services;
    this.holds = holds;
    this.times = times;
    this.plans = plans;
    this.ledger = ledger;
    this.rescheduling = rescheduling;
    this.tenants = tenants;
    this.contacts = contacts;
    this.conversations = conversations;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public BookOutcome book(Order order) {
    var known = order.key().flatMap(store::findByKey);
    if (known.isPresent()) {
      return new Booked(known.get());
    }
    var phone = order.guest().phone().map(said -> PhoneNumbers.read(said, tenants.get().country()));
    if (phone.isPresent() && phone.get().isEmpty()) {
      return new Refused(Refusal.because(Reason.INVALID_PHONE));
    }
    var guest = new Guest(order.guest().name(), phone.flatMap(read -> read), order.guest().email());
    return switch (order.what()) {
      case What.OfHold(var hold, var holder) -> bookHold(order, guest, hold, holder);
      case What.OfWish(var wish) -> bookWish(order, guest, wish, false);
      case What.Anyway(var wish) -> bookWish(order, guest, wish, true);
    };
  }

  private BookOutcome bookHold(Order order, Guest guest, UUID id, UUID holder) {
    var found = holds.find(id).filter(hold -> hold.holder().equals(holder));
    if (found.isEmpty() || found.get().moves().isPresent()) {
      return new Refused(Refusal.because(Reason.EXPIRED));
    }
    var slot = found.get().slot();
    var provider = Set.of(slot.provider());
    ledger.lock(provider);
    var hold = holds.find(id);
    if (hold.isEmpty() || !hold.get().until().isAfter(clock.instant())) {
      // over, but whoever comes late still gets the time when nobody else took it
      hold.ifPresent(
          over -> {
            holds.delete(List.of(over.id()));
            events.released(over);
          });
      return bookWish(order, guest, new Wish(found.get().service(), provider, slot.start()), false);
    }
    if (slot.start().isBefore(clock.instant())) {
      return new Refused(Refusal.because(Reason.PAST));
    }
    var service = services.find(hold.get().service()).orElseThrow();
    var appointment = appointment(order, guest, service, slot);
    if (!store.insert(appointment, order.guest().phone(), order.key())) {
      return alreadyBooked(order);
    }
    holds.delete(List.of(id));
    events.released(hold.get());
    if (!ledger.take(slot, appointment.during(), appointment.id(), provider)) {
      // the service's buffers have grown since, into what is beside it
      store.delete(appointment.id());
      return bookWish(order, guest, new Wish(service.id(), provider, slot.start()), false);
    }
    return made(appointment, order, Optional.empty());
  }

  private BookOutcome bookWish(Order order, Guest guest, Wish wish, boolean anyway) {
    var service = services.find(wish.service()).filter(BookableService::bookable);
    if (service.isEmpty()) {
      return new Refused(Refusal.because(Reason.NOT_BOOKABLE));
    }
    var then = FreeTimes.at(wish.start());
    var everyone = plans.of(service.get(), then, Plans.Ignored.NOTHING);
    var asked = everyone.only(wish.providers());
    var starts = asked.starts(wish.start(), anyway);
    for (var slot : starts.slots()) {
      var appointment = appointment(order, guest, service.get(), slot);
      if (!store.insert(appointment, order.guest().phone(), order.key())) {
        return alreadyBooked(order);
      }
      if (ledger.take(slot, appointment.during(), appointment.id(), asked.providers())) {
        return made(appointment, order, starts.waived());
      }
      store.delete(appointment.id());
    }
    return new Refused(
        FreeTimes.refusal(
                plans.wholly(everyone, Plans.Ignored.NOTHING), wish.providers(), wish.start())
            .waivable(asked, wish.start(), anyway));
  }

  @Transactional
  public BookOutcome reschedule(Move move) {
    return rescheduling.reschedule(move);
  }

  /** Calls an appointment off and frees its time; one that is cancelled already stays so. */
  @Transactional
  public BookOutcome cancel(UUID id, Optional<String> reason, Source by) {
    return become(id, Status.CANCELLED, reason, by);
  }

  /** What a member saw happen; a cancelled one comes back while its time is still free. */
  @Transactional
  public BookOutcome mark(UUID id, Status status, Source by) {
    if (!Status.SETTABLE.contains(status)) {
      throw new IllegalArgumentException(status + " is not set by hand");
    }
    return become(id, status, Optional.empty(), by);
  }

  private BookOutcome become(UUID id, Status next, Optional<String> reason, Source by) {
    var found = store.lock(id);
    if (found.isEmpty() || !found.get().status().mayBecome(next)) {
      return new Refused(Refusal.because(Reason.ENDED));
    }
    var appointment = found.get();
    if (appointment.status() == next) {
      return new Booked(appointment);
    }
    if (appointment.start().isAfter(clock.instant()) && !appointment.status().mayEndEarlyAs(next)) {
      return new Refused(Refusal.because(Reason.NOT_BEGUN));
    }
    if (!next.keepsTime()) {
      times.free(id);
    } else if (!appointment.status().keepsTime()
        && !ledger.take(
            appointment.slot(), appointment.during(), id, Set.of(appointment.provider()))) {
      return new Refused(Refusal.because(Reason.TAKEN));
    }
    store.setStatus(id, next, reason);
    return changed(next.word(), appointment, by);
  }

  @Transactional(readOnly = true)
  public Optional<Appointment> find(UUID id) {
    return store.find(id);
  }

  /**
   * Newest first.
   *
   * @param before the id of the last one already shown
   */
  @Transactional(readOnly = true)
  public List<Appointment> list(Filter filter, Optional<UUID> before, int limit) {
    return store.list(filter, before, limit);
  }

  /** All that a contact ever had, soonest first. */
  @Transactional(readOnly = true)
  public List<Appointment> of(UUID contact) {
    return store.of(contact);
  }

  /** What is still to come for a contact, soonest first. */
  @Transactional(readOnly = true)
  public List<Appointment> upcomingOf(UUID contact) {
    var now = clock.instant();
    return store.of(contact).stream()
        .filter(appointment -> appointment.status().open() && appointment.start().isAfter(now))
        .toList();
  }

  private Appointment appointment(Order order, Guest guest, BookableService service, Slot slot) {
    var details = service.details();
    return new Appointment(
        Ids.next(),
        details.automatic() ? Status.CONFIRMED : Status.REQUESTED,
        service.id(),
        details.name(),
        slot.provider(),
        "",
        slot.start(),
        slot.end(),
        details.bufferBefore(),
        details.bufferAfter(),
        details.price(),
        guest,
        order.contact().map(contacts::current),
        order.conversation(),
        order.note(),
        order.source(),
        // as the provider's, the name is read with the row
        order.member().map(id -> new Appointment.Maker(id, "")),
        1,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        false);
  }

  private BookOutcome alreadyBooked(Order order) {
    return new Booked(order.key().flatMap(store::findByKey).orElseThrow());
  }

  private BookOutcome made(Appointment appointment, Order order, Optional<Reason> waived) {
    if (order.contact().isEmpty()) {
      store.link(appointment.id(), contactOf(appointment.guest(), order.source()));
    }
    var made = store.find(appointment.id()).orElseThrow();
    events.made(made, waived);
    if (!order.inRow()) {
      events.booked(List.of(made), 0);
    }
    // after the lines about it, which take the contact's conversations in order
    order.conversation().ifPresent(conversations::ledToBooking);
    return new Booked(made);
  }

  /**
   * Whom a member enters is the contact with that phone. What a visitor types is a claim: it stays
   * on the appointment, and the contact made for it is nobody known.
   */
  private UUID contactOf(Guest guest, Source source) {
    return source == Source.PUBLIC
        ? contacts.findOrCreate(guest.name(), Optional.empty(), Optional.empty()).id()
        : contacts.findOrCreate(guest.name(), guest.phone(), guest.email()).id();
  }

  private BookOutcome changed(String what, Appointment before, Source by) {
    var after = store.find(before.id()).orElseThrow();
    events.changed(what, before, after, by, Optional.empty());
    return new Booked(after);
  }
}

package frontdesk.agent;

import frontdesk.agent.ProposalStore.Row;
import frontdesk.agent.tools.Toolbox;
import frontdesk.booking.Appointment;
import frontdesk.booking.Appointments;
import frontdesk.booking.BookOutcome;
import frontdesk.booking.FreeTimes;
import frontdesk.booking.Guest;
import frontdesk.booking.Hold;
import frontdesk.booking.HoldOutcome;
import frontdesk.booking.Refusal;
import frontdesk.booking.Source;
import frontdesk.booking.Span;
import frontdesk.booking.Wish;
import frontdesk.contacts.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The tools over the business's books, for one contact and one run. Whatever comes in as an
 * argument is looked up among what this contact may touch; a change is proposed as a row and
 * carried out once.
 */
final class BookingTools implements Toolbox {

  private static final Duration PROPOSED_FOR = Duration.ofMinutes(10);

  private final FrontDoors doors;
  private final Scope scope;
  private final BookingFacts facts;
  private int proposals;

  BookingTools(FrontDoors doors, Scope scope) {
    this.doors = doors;
    this.scope = scope;
    this.facts = new BookingFacts(doors.catalog());
  }

  /**
   * For whom a run works.
   *
   * @param newestSeq of the messages it answers; a yes must be newer than the one it proposed at
   */
  record Scope(
      UUID contact,
      Optional<UUID> conversation,
      UUID run,
      long newestSeq,
      Source source,
      Acceptance acceptance) {}

  @Override
  public BusinessFacts business() {
    return doors.catalog().get().business();
  }

  @Override
  public List<ServiceFacts> services() {
    return doors.catalog().get().services();
  }

  @Override
  public FoundTimes findTimes(TimesQuery query) {
    if (query.forMove().filter(id -> own(id).isEmpty()).isPresent()) {
      return new FoundTimes.NoTimes(Reason.UNKNOWN, List.of());
    }
    var asked =
        new FreeTimes.Query(
            query.service(),
            query.providers(),
            query.windows().stream().map(window -> new Span(window.from(), window.to())).toList(),
            query.limit(),
            query.forMove(),
            Optional.of(scope.contact()));
    return switch (doors.freeTimes().find(asked)) {
      case FreeTimes.Found.Times(var slots) ->
          new FoundTimes.Times(BookingFacts.offers(query.service(), slots));
      case FreeTimes.Found.None(var refusal) ->
          new FoundTimes.NoTimes(
              BookingFacts.reason(refusal),
              BookingFacts.offers(query.service(), refusal.alternatives()));
    };
  }

  @Override
  public List<AppointmentFacts> ownAppointments() {
    return doors.appointments().upcomingOf(scope.contact()).stream().map(BookingFacts::of).toList();
  }

  private Optional<Appointment> own(UUID id) {
    return doors.appointments().upcomingOf(scope.contact()).stream()
        .filter(appointment -> appointment.id().equals(id))
        .findFirst();
  }

  @Override
  public Proposed propose(Change change) {
    return doors
        .transactions()
        .execute(
            status ->
                switch (change) {
                  case Change.Book book -> proposeBooking(book);
                  case Change.Move move -> proposeMove(move);
                  case Change.Cancel cancel -> proposeCancel(cancel);
                });
  }

  private Proposed proposeBooking(Change.Book book) {
    var phone = PhoneNumbers.read(book.phone(), business().country());
    if (phone.isEmpty()) {
      return new Proposed.Refused(Reason.INVALID_PHONE, List.of());
    }
    var wish = new Wish(book.service(), book.providers(), book.start());
    return switch (doors.holds().hold(scope.contact(), wish, scope.source())) {
      case HoldOutcome.Held(var hold) -> put(book, facts.deal(hold, book.name(), phone), hold);
      case HoldOutcome.Refused(var refusal) -> refused(book.service(), refusal);
    };
  }

  private Proposed proposeMove(Change.Move move) {
    var moving = own(move.appointment());
    if (moving.isEmpty()) {
      return new Proposed.Refused(Reason.UNKNOWN, List.of());
    }
    var outcome =
        doors
            .holds()
            .holdForMove(
                scope.contact(),
                move.appointment(),
                move.providers(),
                move.start(),
                scope.source());
    return switch (outcome) {
      case HoldOutcome.Held(var hold) -> put(move, facts.moved(moving.get(), hold.slot()), hold);
      case HoldOutcome.Refused(var refusal) -> refused(moving.get().service(), refusal);
    };
  }

  private Proposed proposeCancel(Change.Cancel cancel) {
    var ending = own(cancel.appointment());
    if (ending.isEmpty()) {
      return new Proposed.Refused(Reason.UNKNOWN, List.of());
    }
    doors.holds().release(scope.contact());
    return put(
        cancel,
        BookingFacts.of(ending.get()),
        Optional.empty(),
        doors.clock().instant().plus(PROPOSED_FOR));
  }

  private Proposed put(Change change, AppointmentFacts deal, Hold hold) {
    return put(change, deal, Optional.of(hold.id()), hold.until());
  }

  private Proposed put(Change change, AppointmentFacts deal, Optional<UUID> hold, Instant until) {
    var id = nextProposal();
    var named =
        switch (change) {
          case Change.Book _ -> BookingFacts.withId(deal, id);
          case Change.Move _, Change.Cancel _ -> deal;
        };
    doors.proposals().withdrawOthers(scope.contact(), id);
    doors
        .proposals()
        .put(
            new Row(
                id,
                scope.run(),
                scope.conversation(),
                scope.contact(),
                scope.newestSeq(),
                change,
                named,
                hold,
                until,
                false,
                "open",
                Optional.empty()));
    return new Proposed.Proposal(id, change, named, until);
  }

  /** The same for the same proposal of the same run, so that a run repeated makes no second one. */
  private UUID nextProposal() {
    return UUID.nameUUIDFromBytes(
        (scope.run() + "/" + proposals++).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Committed commit(UUID proposal) {
    return doors.transactions().execute(status -> commitLocked(proposal));
  }

  private Committed commitLocked(UUID id) {
    var found = doors.proposals().lock(id, scope.contact());
    if (found.isEmpty()) {
      return new Committed.Refused(Reason.UNKNOWN, List.of());
    }
    var proposal = found.get();
    if (proposal.state().equals("committed")) {
      return new Committed.Done(
          BookingFacts.of(
              doors.appointments().find(proposal.appointment().orElseThrow()).orElseThrow()));
    }
    if (!proposal.state().equals("open")) {
      return new Committed.Refused(Reason.EXPIRED, List.of());
    }
    if (!scope.acceptance().of(proposal)) {
      return new Committed.Refused(Reason.NOT_ACCEPTED, List.of());
    }
    return switch (carryOut(proposal)) {
      case BookOutcome.Booked(var appointment) -> {
        doors.proposals().committed(id, appointment.id());
        if (proposal.change() instanceof Change.Book) {
          // who comes may be another, but whoever writes is reached by this number
          leaveDetails(Optional.empty(), appointment.guest().phone(), Optional.empty());
        }
        yield new Committed.Done(BookingFacts.of(appointment));
      }
      case BookOutcome.Refused(var refusal) -> {
        doors.proposals().withdrawn(id);
        yield new Committed.Refused(
            BookingFacts.reason(refusal),
            BookingFacts.offers(proposal.deal().service(), refusal.alternatives()));
      }
    };
  }

  private BookOutcome carryOut(Row proposal) {
    return switch (proposal.change()) {
      case Change.Book book ->
          doors
              .appointments()
              .book(
                  new Appointments.Order(
                      what(proposal, book),
                      new Guest(book.name(), Optional.of(book.phone()), Optional.empty()),
                      Optional.of(scope.contact()),
                      proposal.conversation(),
                      Optional.empty(),
                      scope.source(),
                      Optional.of(proposal.id().toString())));
      case Change.Move move ->
          doors
              .appointments()
              .reschedule(
                  new Appointments.Move(
                      move.appointment(),
                      move.providers(),
                      move.start(),
                      Optional.empty(),
                      Optional.of(scope.contact()),
                      scope.source()));
      case Change.Cancel cancel ->
          doors.appointments().cancel(cancel.appointment(), Optional.empty(), scope.source());
    };
  }

  private Appointments.What what(Row proposal, Change.Book book) {
    return proposal
        .hold()
        .<Appointments.What>map(hold -> new Appointments.What.OfHold(hold, scope.contact()))
        .orElseGet(
            () ->
                new Appointments.What.OfWish(
                    new Wish(book.service(), book.providers(), book.start())));
  }

  @Override
  public void withdraw(UUID proposal) {
    doors
        .transactions()
        .executeWithoutResult(
            status ->
                doors
                    .proposals()
                    .lock(proposal, scope.contact())
                    .filter(row -> row.state().equals("open"))
                    .ifPresent(
                        row -> {
                          doors.proposals().withdrawn(proposal);
                          doors.holds().release(scope.contact());
                        }));
  }

  @Override
  public void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email) {
    var country = business().country();
    var number = phone.flatMap(said -> PhoneNumbers.read(said, country));
    doors
        .transactions()
        .executeWithoutResult(
            status -> {
              if (doors.contacts().learn(scope.contact(), name, number, email)) {
                doors.conversations().contactChanged(scope.contact());
              }
            });
  }

  private Proposed refused(UUID service, Refusal refusal) {
    return new Proposed.Refused(
        BookingFacts.reason(refusal), BookingFacts.offers(service, refusal.alternatives()));
  }
}

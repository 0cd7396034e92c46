package frontdesk.agent;

import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.Playground.Memory;
import frontdesk.agent.Playground.Open;
import frontdesk.agent.tools.Toolbox;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.tenancy.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Reads the business's books; what it changes is changed for the one who tries, and nowhere else.
 */
final class TrialTools implements Toolbox {

  private static final Duration PROPOSED_FOR = Duration.ofMinutes(10);

  private final Toolbox books;
  private final Scope scope;
  private final Instant now;
  private final List<AppointmentFacts> booked;
  private Optional<Open> open;

  TrialTools(Toolbox books, Scope scope, Instant now, Memory memory) {
    this.books = books;
    this.scope = scope;
    this.now = now;
    this.booked = new ArrayList<>(memory.booked());
    this.open = memory.open();
  }

  List<AppointmentFacts> booked() {
    return List.copyOf(booked);
  }

  Optional<Open> open() {
    return open;
  }

  @Override
  public BusinessFacts business() {
    return books.business();
  }

  @Override
  public List<ServiceFacts> services() {
    return books.services();
  }

  @Override
  public FoundTimes findTimes(TimesQuery query) {
    return books.findTimes(
        new TimesQuery(
            query.service(), query.providers(), query.windows(), query.limit(), Optional.empty()));
  }

  @Override
  public List<AppointmentFacts> ownAppointments() {
    return booked();
  }

  @Override
  public Proposed propose(Change change) {
    return switch (change) {
      case Change.Book book -> {
        var phone = PhoneNumbers.read(book.phone(), business().country());
        yield phone.isEmpty()
            ? new Proposed.Refused(Reason.INVALID_PHONE, List.of())
            : at(
                book.service(),
                book.providers(),
                book.start(),
                (id, offer) -> put(id, book, deal(id, offer, book.name(), phone)));
      }
      case Change.Move move ->
          own(move.appointment())
              .map(
                  own ->
                      at(
                          own.service(),
                          move.providers(),
                          move.start(),
                          (id, offer) ->
                              put(id, move, deal(own.id(), offer, own.name(), own.phone()))))
              .orElseGet(() -> new Proposed.Refused(Reason.UNKNOWN, List.of()));
      case Change.Cancel cancel ->
          own(cancel.appointment())
              .<Proposed>map(own -> put(Ids.next(), cancel, own))
              .orElseGet(() -> new Proposed.Refused(Reason.UNKNOWN, List.of()));
    };
  }

  private Proposed at(
      UUID service, Set<UUID> providers, Instant start, BiFunction<UUID, Offer, Proposed> propose) {
    var window = new Window(start, start.plusNanos(1));
    var asked = new TimesQuery(service, providers, List.of(window), 1, Optional.empty());
    return switch (books.findTimes(asked)) {
      case FoundTimes.Times(var offers) -> propose.apply(Ids.next(), offers.getFirst());
      case FoundTimes.NoTimes(var reason, var nearest) -> new Proposed.Refused(reason, nearest);
    };
  }

  private Proposed put(UUID id, Change change, AppointmentFacts deal) {
    open = Optional.of(new Open(id, change, deal, scope.newestSeq(), false));
    return new Proposed.Proposal(id, change, deal, now.plus(PROPOSED_FOR));
  }

  private AppointmentFacts deal(UUID id, Offer offer, String name, Optional<String> phone) {
    var service =
        services().stream().filter(s -> s.id().equals(offer.service())).findFirst().orElseThrow();
    var provider =
        service.providers().stream()
            .filter(each -> each.id().equals(offer.provider()))
            .findFirst()
            .orElseThrow();
    return new AppointmentFacts(
        id,
        service.id(),
        service.name(),
        provider.id(),
        provider.name(),
        offer.start(),
        offer.end(),
        service.price(),
        name,
        phone,
        "proposed");
  }

  @Override
  public Committed commit(UUID proposal) {
    var asked = open.filter(each -> each.id().equals(proposal));
    if (asked.isEmpty()) {
      return new Committed.Refused(Reason.UNKNOWN, List.of());
    }
    if (!scope.acceptance().of(row(asked.get()))) {
      return new Committed.Refused(Reason.NOT_ACCEPTED, List.of());
    }
    open = Optional.empty();
    var deal = asked.get().deal();
    booked.removeIf(each -> each.id().equals(deal.id()));
    var done =
        switch (asked.get().change()) {
          case Change.Book _, Change.Move _ -> withStatus(deal, "confirmed");
          case Change.Cancel _ -> withStatus(deal, "cancelled");
        };
    if (!(asked.get().change() instanceof Change.Cancel)) {
      booked.add(done);
    }
    return new Committed.Done(done);
  }

  /** As the product's own proposals are judged. */
  private ProposalStore.Row row(Open each) {
    return new ProposalStore.Row(
        each.id(),
        scope.run(),
        scope.conversation(),
        scope.contact(),
        each.madeAtSeq(),
        each.change(),
        each.deal(),
        Optional.empty(),
        now.plus(PROPOSED_FOR),
        each.stated(),
        "open",
        Optional.empty());
  }

  private static AppointmentFacts withStatus(AppointmentFacts f, String status) {
    return new AppointmentFacts(
        f.id(),
        f.service(),
        f.serviceName(),
        f.provider(),
        f.providerName(),
        f.start(),
        f.end(),
        f.price(),
        f.name(),
        f.phone(),
        status);
  }

  private Optional<AppointmentFacts> own(UUID id) {
    return booked.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public void withdraw(UUID proposal) {
    open = open.filter(each -> !each.id().equals(proposal));
  }

  /** They stay with what was found in the talk. */
  @Override
  public void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email) {}
}

package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.Studio.Salon;
import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.agent.tools.Toolbox.Committed;
import frontdesk.agent.tools.Toolbox.FoundTimes;
import frontdesk.agent.tools.Toolbox.Proposed;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.TimesQuery;
import frontdesk.agent.tools.Toolbox.Window;
import frontdesk.booking.Appointments;
import frontdesk.booking.Source;
import frontdesk.contacts.Contact;
import frontdesk.contacts.Contacts;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Studio.class)
class BookingToolsTests {

  @Autowired private Studio studio;
  @Autowired private FrontDoors doors;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;
  @Autowired private Contacts contacts;

  private Salon salon;
  private final UUID run = Ids.next();

  @BeforeEach
  void open() {
    salon = studio.open();
  }

  private BookingTools tools(UUID contact, UUID run, boolean yes) {
    return new BookingTools(
        doors, new Scope(contact, Optional.empty(), run, 1, Source.ASSISTANT, proposal -> yes));
  }

  private Change.Book cutAt(Instant start) {
    return new Change.Book(salon.cut(), Set.of(salon.elena()), start, "Ana", "333 1112223");
  }

  private Proposed propose(UUID contact, UUID run, Change change) {
    return tenancy.as(salon.tenant().id(), () -> tools(contact, run, false).propose(change));
  }

  private Committed commit(UUID contact, UUID proposal, boolean yes) {
    return tenancy.as(salon.tenant().id(), () -> tools(contact, run, yes).commit(proposal));
  }

  private List<frontdesk.booking.Appointment> of(UUID contact) {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(contact));
  }

  private UUID proposed(UUID contact, Change change) {
    return ((Proposed.Proposal) propose(contact, run, change)).id();
  }

  private UUID booked(UUID contact, Instant start) {
    var done = (Committed.Done) commit(contact, proposed(contact, cutAt(start)), true);
    return done.appointment().id();
  }

  @Test
  void aProposalKeepsTheTimeAndBooksNothing() {
    var start = Studio.tomorrowAt(10, 30);

    var proposal = (Proposed.Proposal) propose(salon.ana(), run, cutAt(start));

    assertThat(proposal.deal().serviceName()).isEqualTo("Haircut");
    assertThat(proposal.deal().providerName()).isEqualTo("Elena");
    assertThat(proposal.deal().phone()).contains("+393331112223");
    assertThat(of(salon.ana())).isEmpty();
    assertThat(propose(salon.ben(), Ids.next(), cutAt(start))).isInstanceOf(Proposed.Refused.class);
  }

  @Test
  void nothingIsBookedWithoutAYes() {
    var proposal = proposed(salon.ana(), cutAt(Studio.tomorrowAt(10, 30)));

    assertThat(commit(salon.ana(), proposal, false))
        .isEqualTo(new Committed.Refused(Reason.NOT_ACCEPTED, List.of()));
    assertThat(of(salon.ana())).isEmpty();
  }

  @Test
  void aProposalIsCarriedOutOnceHoweverOftenItIsConfirmed() {
    var proposal = proposed(salon.ana(), cutAt(Studio.tomorrowAt(10, 30)));

    var first = commit(salon.ana(), proposal, true);

    assertThat(first).isInstanceOf(Committed.Done.class);
    assertThat(commit(salon.ana(), proposal, true)).isEqualTo(first);
    assertThat(of(salon.ana())).hasSize(1);
  }

  @Test
  void aRunThatStartsAgainMakesTheSameProposal() {
    var change = cutAt(Studio.tomorrowAt(10, 30));

    var first = (Proposed.Proposal) propose(salon.ana(), run, change);
    var again = (Proposed.Proposal) propose(salon.ana(), run, change);

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.deal()).isEqualTo(first.deal());
  }

  @Test
  void aLaterProposalReplacesTheOneBefore() {
    var first = proposed(salon.ana(), cutAt(Studio.tomorrowAt(10, 30)));
    propose(salon.ana(), Ids.next(), cutAt(Studio.tomorrowAt(11, 30)));

    assertThat(commit(salon.ana(), first, true))
        .isEqualTo(new Committed.Refused(Reason.EXPIRED, List.of()));
    assertThat(propose(salon.ben(), Ids.next(), cutAt(Studio.tomorrowAt(10, 30))))
        .isInstanceOf(Proposed.Proposal.class);
  }

  @Test
  void anAppointmentOfSomebodyElseCanBeNeitherMovedNorCancelledNorSeen() {
    var anas = booked(salon.ana(), Studio.tomorrowAt(10, 30));
    var unknown = new Proposed.Refused(Reason.UNKNOWN, List.of());

    assertThat(propose(salon.ben(), Ids.next(), new Change.Cancel(anas))).isEqualTo(unknown);
    assertThat(
            propose(
                salon.ben(), Ids.next(), new Change.Move(anas, Set.of(), Studio.tomorrowAt(12, 0))))
        .isEqualTo(unknown);
    assertThat(
            tenancy.as(
                salon.tenant().id(),
                () ->
                    tools(salon.ben(), run, true)
                        .findTimes(
                            new TimesQuery(
                                salon.cut(),
                                Set.of(),
                                List.of(
                                    new Window(Studio.tomorrowAt(9, 0), Studio.tomorrowAt(18, 0))),
                                3,
                                Optional.of(anas)))))
        .isEqualTo(new FoundTimes.NoTimes(Reason.UNKNOWN, List.of()));
    assertThat(of(salon.ana())).hasSize(1);
  }

  @Test
  void aProposalOfSomebodyElseIsUnknown() {
    var anas = proposed(salon.ana(), cutAt(Studio.tomorrowAt(10, 30)));

    assertThat(commit(salon.ben(), anas, true))
        .isEqualTo(new Committed.Refused(Reason.UNKNOWN, List.of()));
  }

  @Test
  void anAppointmentIsMovedAndCancelledAfterAYes() {
    var appointment = booked(salon.ana(), Studio.tomorrowAt(10, 30));
    var move = new Change.Move(appointment, Set.of(), Studio.tomorrowAt(15, 0));

    var later = (Proposed.Proposal) propose(salon.ana(), Ids.next(), move);
    assertThat(commit(salon.ana(), later.id(), true)).isInstanceOf(Committed.Done.class);
    assertThat(of(salon.ana()).getFirst().start()).isEqualTo(Studio.tomorrowAt(15, 0));

    var end = (Proposed.Proposal) propose(salon.ana(), Ids.next(), new Change.Cancel(appointment));
    assertThat(of(salon.ana())).hasSize(1);
    assertThat(commit(salon.ana(), end.id(), true)).isInstanceOf(Committed.Done.class);
    assertThat(of(salon.ana())).isEmpty();
  }

  private UUID stranger() {
    return tenancy.as(
        salon.tenant().id(),
        () -> contacts.findOrCreate("", Optional.empty(), Optional.empty()).id());
  }

  private Contact contact(UUID id) {
    return tenancy.as(salon.tenant().id(), () -> contacts.find(id).orElseThrow());
  }

  private void leave(UUID contact, String phone) {
    tenancy.as(
        salon.tenant().id(),
        () ->
            tools(contact, run, false)
                .leaveDetails(Optional.of("Vera"), Optional.of(phone), Optional.empty()));
  }

  @Test
  void whatSomebodySaysOfThemselvesIsKnownOfTheContactAfterwards() {
    var visitor = stranger();

    leave(visitor, "333 1234567");

    assertThat(contact(visitor).name()).isEqualTo("Vera");
    assertThat(contact(visitor).phone()).contains("+393331234567");
  }

  @Test
  void theNumberOfABookingIsKnownOfTheContactAfterwards() {
    var visitor = stranger();

    booked(visitor, Studio.tomorrowAt(10, 30));

    assertThat(contact(visitor).phone()).contains("+393331112223");
  }

  @Test
  void aNumberThatIsKnownStays() {
    leave(salon.ana(), "+44 7700 900123");

    assertThat(contact(salon.ana()).phone()).contains("+393331112223");
  }

  @Test
  void aNumberThatIsMerelySaidIsNobodysIdentity() {
    var visitor = stranger();
    leave(visitor, "+44 7700 900123");

    var entered =
        tenancy.as(
            salon.tenant().id(),
            () -> contacts.findOrCreate("Carl", Optional.of("+447700900123"), Optional.empty()));

    assertThat(entered.id()).isNotEqualTo(visitor);
    assertThat(contact(visitor).phone()).contains("+447700900123");
    var again =
        tenancy.as(
            salon.tenant().id(),
            () -> contacts.findOrCreate("", Optional.of("+447700900123"), Optional.empty()));
    assertThat(again.id()).isEqualTo(entered.id());
  }

  @Test
  void aPhoneThatIsNoneIsRefused() {
    assertThat(
            propose(
                salon.ana(),
                run,
                new Change.Book(salon.cut(), Set.of(), Studio.tomorrowAt(9, 0), "Ana", "12")))
        .isEqualTo(new Proposed.Refused(Reason.INVALID_PHONE, List.of()));
  }
}

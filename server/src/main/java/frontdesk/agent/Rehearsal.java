package frontdesk.agent;

import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.tools.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The tools of a run whose words a person may or may not send: each call is made on the books as
 * they would be had the earlier ones been made, and then undone. The rules and the database answer
 * as they will when it counts, and nothing is held or booked meanwhile.
 */
final class Rehearsal implements Toolbox {

  private final FrontDoors doors;
  private final Scope scope;
  private final List<Step> steps = new ArrayList<>();

  Rehearsal(FrontDoors doors, Scope scope) {
    this.doors = doors;
    this.scope = scope;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  @Override
  public BusinessFacts business() {
    return new BookingTools(doors, scope).business();
  }

  @Override
  public List<ServiceFacts> services() {
    return new BookingTools(doors, scope).services();
  }

  @Override
  public FoundTimes findTimes(TimesQuery query) {
    return asIf(books -> books.findTimes(query));
  }

  @Override
  public List<AppointmentFacts> ownAppointments() {
    return asIf(BookingTools::ownAppointments);
  }

  @Override
  public Proposed propose(Change change) {
    var answer = asIf(books -> books.propose(change));
    if (answer instanceof Proposed.Proposal(_, _, var deal, _)) {
      steps.add(new Step.Propose(with(deal.provider(), change)));
    }
    return answer;
  }

  /** The draft names who gives it, so nobody else will do when it is used. */
  private static Change with(UUID provider, Change change) {
    return switch (change) {
      case Change.Book(var service, _, var start, var name, var phone) ->
          new Change.Book(service, Set.of(provider), start, name, phone);
      case Change.Move(var appointment, _, var start) ->
          new Change.Move(appointment, Set.of(provider), start);
      case Change.Cancel cancel -> cancel;
    };
  }

  @Override
  public Committed commit(UUID proposal) {
    var answer = asIf(books -> books.commit(proposal));
    if (answer instanceof Committed.Done(var appointment)) {
      steps.add(new Step.Commit(proposal, appointment.id()));
    }
    return answer;
  }

  @Override
  public void withdraw(UUID proposal) {
    steps.add(new Step.Withdraw(proposal));
  }

  @Override
  public void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email) {
    steps.add(new Step.LeaveDetails(name, phone, email));
  }

  private <T> T asIf(Function<BookingTools, T> call) {
    return doors
        .transactions()
        .execute(
            status -> {
              status.setRollbackOnly();
              var books = new BookingTools(doors, scope);
              steps.forEach(step -> again(step, books));
              return call.apply(books);
            });
  }

  private static void again(Step step, BookingTools books) {
    switch (step) {
      case Step.Propose(var change) -> books.propose(change);
      case Step.Commit(var proposal, _) -> books.commit(proposal);
      case Step.Withdraw(var proposal) -> books.withdraw(proposal);
      case Step.LeaveDetails(var name, var phone, var email) ->
          books.leaveDetails(name, phone, email);
    }
  }
}

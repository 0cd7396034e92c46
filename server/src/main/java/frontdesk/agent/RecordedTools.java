package frontdesk.agent;

import frontdesk.agent.Findings.Deal;
import frontdesk.agent.Findings.Deed;
import frontdesk.agent.Findings.Details;
import frontdesk.agent.Findings.Kind;
import frontdesk.agent.tools.Toolbox;
import frontdesk.conversations.TurnProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The toolbox of one run with a memory: every call is counted and told, and what it found may be
 * said afterwards. Before anything is written, the turn must still be wanted.
 */
final class RecordedTools implements Toolbox {

  private final Toolbox tools;
  private final UUID run;
  private final TurnProgress progress;
  private final Runnable effect;
  private final Instant now;
  private final List<Call> calls = new ArrayList<>();
  private Findings findings;
  private Optional<Deal> proposed = Optional.empty();
  private List<Offer> offered = List.of();

  /**
   * @param effect told before anything is written
   */
  RecordedTools(
      Toolbox tools,
      UUID run,
      Findings before,
      TurnProgress progress,
      Runnable effect,
      Instant now) {
    this.tools = tools;
    this.run = run;
    this.findings = before;
    this.progress = progress;
    this.effect = effect;
    this.now = now;
  }

  /** One call, as it is kept with the run. */
  record Call(String name, Object arguments, String outcome, long millis) {}

  List<Call> calls() {
    return calls;
  }

  Findings findings() {
    return findings;
  }

  /** What this run has changed in the books. */
  List<Deed> deeds() {
    return findings.deeds().stream().filter(deed -> deed.run().equals(run)).toList();
  }

  /** The last proposal this run made, unless it withdrew it or carried out another. */
  Optional<Deal> proposed() {
    return proposed;
  }

  /** The free times this run was last told of. */
  List<Offer> offered() {
    return offered;
  }

  private void offered(List<Offer> offers) {
    offered = offers;
    findings = findings.withOffers(offers);
  }

  @Override
  public BusinessFacts business() {
    return tools.business();
  }

  @Override
  public List<ServiceFacts> services() {
    return tools.services();
  }

  @Override
  public FoundTimes findTimes(TimesQuery query) {
    progress.stage("searching", Map.of("tool", "find_times"));
    var found = recorded("find_times", query, () -> tools.findTimes(query));
    var offers =
        switch (found) {
          case FoundTimes.Times(var times) -> times;
          case FoundTimes.NoTimes(_, var nearest) -> nearest;
        };
    offered(offers);
    if (found instanceof FoundTimes.NoTimes) {
      query.windows().stream()
          .filter(window -> isPoint(window) || isWholeDay(window))
          .forEach(window -> findings = findings.withRefused(window.from()));
    }
    progress.stage("found", Map.of("tool", "find_times", "found", offers.size()));
    return found;
  }

  private static boolean isPoint(Window window) {
    return Duration.between(window.from(), window.to()).toMinutes() <= 1;
  }

  /** Nothing is free on that day, or in what is left of today, so it may be said to be full. */
  private boolean isWholeDay(Window window) {
    var zone = tools.business().zone();
    var begin = window.from().atZone(zone).toLocalTime();
    return (begin.equals(LocalTime.MIDNIGHT) || !window.from().isAfter(now))
        && window.to().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  @Override
  public List<AppointmentFacts> ownAppointments() {
    var own = recorded("my_appointments", Map.of(), tools::ownAppointments);
    findings = findings.withAppointments(own);
    return own;
  }

  @Override
  public Proposed propose(Change change) {
    beforeWriting("propose");
    var answer = recorded(name(change), change, () -> tools.propose(change));
    switch (answer) {
      case Proposed.Proposal(var id, _, var deal, _) -> {
        var made = new Deal(id, kind(change), deal);
        proposed = Optional.of(made);
        findings = findings.withDeal(made);
      }
      case Proposed.Refused(_, var alternatives) -> {
        start(change).ifPresent(start -> findings = findings.withRefused(start));
        offered(alternatives);
      }
    }
    return answer;
  }

  @Override
  public Committed commit(UUID proposal) {
    beforeWriting("confirm");
    var answer =
        recorded("confirm_proposal", Map.of("proposal", proposal), () -> tools.commit(proposal));
    switch (answer) {
      case Committed.Done(var appointment) -> {
        var kind = kindOf(proposal);
        findings = findings.withDeed(new Deed(run, kind, appointment, before(kind, appointment)));
        proposed = Optional.empty();
      }
      case Committed.Refused(var reason, var alternatives) -> {
        offered(alternatives);
        if (reason != Reason.NOT_ACCEPTED) {
          forget(proposal);
        }
      }
    }
    return answer;
  }

  private Optional<Instant> before(Kind kind, AppointmentFacts appointment) {
    return kind == Kind.MOVE
        ? findings.appointments().stream()
            .filter(own -> own.id().equals(appointment.id()))
            .map(AppointmentFacts::start)
            .findFirst()
        : Optional.empty();
  }

  private Kind kindOf(UUID proposal) {
    return findings
        .deal()
        .filter(deal -> deal.proposal().equals(proposal))
        .map(Deal::kind)
        .orElse(Kind.BOOK);
  }

  @Override
  public void withdraw(UUID proposal) {
    beforeWriting("withdraw");
    recorded(
        "withdraw_proposal",
        Map.of("proposal", proposal),
        () -> {
          tools.withdraw(proposal);
          return "withdrawn";
        });
    forget(proposal);
  }

  private void forget(UUID proposal) {
    proposed = proposed.filter(deal -> !deal.proposal().equals(proposal));
    if (findings.deal().filter(deal -> deal.proposal().equals(proposal)).isPresent()) {
      findings = findings.withoutDeal();
    }
  }

  @Override
  public void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email) {
    beforeWriting("leave_details");
    recorded(
        "leave_details",
        new Details(name, phone, email),
        () -> {
          tools.leaveDetails(name, phone, email);
          return "kept";
        });
    findings = findings.withDetails(new Details(name, phone, email));
  }

  private void beforeWriting(String tool) {
    if (progress.cancelled()) {
      throw new TurnStopped();
    }
    effect.run();
    progress.stage("acting", Map.of("tool", tool));
  }

  private <T> T recorded(String name, Object arguments, Supplier<T> call) {
    var started = System.nanoTime();
    var answer = call.get();
    calls.add(
        new Call(
            name,
            arguments,
            outcome(answer),
            Duration.ofNanos(System.nanoTime() - started).toMillis()));
    return answer;
  }

  private static String outcome(Object answer) {
    return switch (answer) {
      case FoundTimes.Times(var offers) -> offers.size() + " times";
      case FoundTimes.NoTimes(var reason, _) -> "none: " + code(reason);
      case Proposed.Refused(var reason, _) -> "refused: " + code(reason);
      case Proposed.Proposal _ -> "proposed";
      case Committed.Refused(var reason, _) -> "refused: " + code(reason);
      case Committed.Done _ -> "done";
      case List<?> list -> list.size() + " found";
      default -> answer.toString();
    };
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(Change change) {
    return switch (change) {
      case Change.Book _ -> "propose_booking";
      case Change.Move _ -> "propose_move";
      case Change.Cancel _ -> "propose_cancel";
    };
  }

  static Kind kind(Change change) {
    return switch (change) {
      case Change.Book _ -> Kind.BOOK;
      case Change.Move _ -> Kind.MOVE;
      case Change.Cancel _ -> Kind.CANCEL;
    };
  }

  private static Optional<Instant> start(Change change) {
    return switch (change) {
      case Change.Book book -> Optional.of(book.start());
      case Change.Move move -> Optional.of(move.start());
      case Change.Cancel _ -> Optional.empty();
    };
  }
}

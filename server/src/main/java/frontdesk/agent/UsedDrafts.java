package frontdesk.agent;

import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.Committed;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.Proposed;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.booking.Source;
import frontdesk.conversations.DraftDeeds;
import frontdesk.conversations.DraftUse;
import frontdesk.conversations.DraftUse.FreeTime;
import frontdesk.conversations.DraftUse.Refused;
import frontdesk.conversations.DraftUse.Why;
import frontdesk.conversations.UsedDraft;
import frontdesk.database.Pipeline;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Does for good what a run rehearsed: the same steps, with the member's word in place of a yes. */
@Component
class UsedDrafts implements DraftDeeds {

  private final FrontDoors doors;
  private final RunStore runs;
  private final JdbcOperations jdbc;

  UsedDrafts(FrontDoors doors, RunStore runs, JdbcOperations jdbc) {
    this.doors = doors;
    this.runs = runs;
    this.jdbc = jdbc;
  }

  @Override
  public DraftUse use(UsedDraft draft) {
    var found = runs.lockRehearsed(draft.conversation(), draft.run());
    if (found.isEmpty()) {
      return new DraftUse.Done(Optional.empty());
    }
    var kept = found.get();
    var what = kept.what();
    var outdated = draft.lastSeq() > kept.newestSeq();
    if (what.acts() && kept.used()) {
      return new Refused(Why.USED);
    }
    if (what.acts() && outdated) {
      return new Refused(Why.OUTDATED);
    }
    if (what.changes() && !draft.mayChange()) {
      return new Refused(Why.NOT_ALLOWED);
    }
    // of mere words that come late nothing is to be remembered
    return outdated ? new DraftUse.Done(Optional.empty()) : carryOut(draft, kept);
  }

  private DraftUse carryOut(UsedDraft draft, RunStore.KeptRehearsal kept) {
    var scope =
        new Scope(
            draft.contact(),
            Optional.of(draft.conversation()),
            draft.run(),
            kept.newestSeq(),
            Source.ASSISTANT,
            proposal -> true);
    var tools = new BookingTools(doors, scope);
    var dialogue = AgentJson.MAPPER.writeValueAsString(kept.what().dialogue());
    var card = Optional.<AppointmentFacts>empty();
    for (var step : kept.what().steps()) {
      switch (step) {
        case Step.Propose(var change) -> {
          if (tools.propose(change) instanceof Proposed.Refused(var reason, var alternatives)) {
            return refused(reason, alternatives);
          }
        }
        case Step.Commit(var proposal, var rehearsed) -> {
          switch (tools.commit(proposal)) {
            case Committed.Refused(var reason, var alternatives) -> {
              return refused(reason, alternatives);
            }
            case Committed.Done(var appointment) -> {
              dialogue = renamed(dialogue, rehearsed, appointment.id());
              card = Optional.of(appointment);
            }
          }
        }
        case Step.Withdraw(var proposal) -> tools.withdraw(proposal);
        case Step.LeaveDetails(var name, var phone, var email) ->
            tools.leaveDetails(name, phone, email);
      }
    }
    remember(draft, kept.what(), AgentJson.MAPPER.readValue(dialogue, Dialogue.class));
    return new DraftUse.Done(card.map(Turn::card));
  }

  private static String renamed(String dialogue, UUID rehearsed, UUID made) {
    return dialogue.replace(rehearsed.toString(), made.toString());
  }

  private void remember(UsedDraft draft, Rehearsed what, Dialogue dialogue) {
    var now = doors.clock().instant();
    var pipeline = new Pipeline(jdbc);
    runs.keep(pipeline, draft.conversation(), dialogue, now);
    runs.used(pipeline, draft.run());
    var zone = doors.catalog().get().business().zone();
    var named = NamedTimes.in(draft.text(), what.language(), now.atZone(zone));
    // a member may have written another question: then a yes is no yes to this deal
    dialogue
        .findings()
        .deal()
        .filter(deal -> Delivery.isPut(deal, draft.text(), named))
        .ifPresent(deal -> doors.proposals().stated(pipeline, deal.proposal()));
    pipeline.send();
  }

  private static Refused refused(Reason reason, List<Offer> alternatives) {
    return new Refused(
        reason == Reason.TAKEN ? Why.TAKEN : Why.GONE,
        alternatives.stream()
            .map(offer -> new FreeTime(offer.start(), offer.end(), offer.provider()))
            .toList());
  }
}

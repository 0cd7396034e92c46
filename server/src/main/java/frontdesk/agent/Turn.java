package frontdesk.agent;

import frontdesk.agent.BookingTools.Scope;
import frontdesk.agent.Mind.Room;
import frontdesk.agent.Mind.Thinking;
import frontdesk.agent.models.Deadline;
import frontdesk.agent.models.ModelFailed;
import frontdesk.agent.models.ModelUsage;
import frontdesk.agent.tools.Toolbox;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.booking.Source;
import frontdesk.conversations.PreparedTurn;
import frontdesk.conversations.TurnProgress;
import frontdesk.conversations.TurnResult;
import frontdesk.database.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn: think, falling down the chain; check; hand on what may be said. */
final class Turn implements PreparedTurn {

  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private final List<Mind> chain;
  private final Briefing briefing;
  private final UUID run;
  private final FrontDoors doors;
  private final RunStore runs;
  private final List<ModelUsage> usage = new ArrayList<>();
  private boolean mindKnowsYes;

  Turn(List<Mind> chain, Briefing briefing, UUID run, FrontDoors doors, RunStore runs) {
    this.chain = chain;
    this.briefing = briefing;
    this.run = run;
    this.doors = doors;
    this.runs = runs;
  }

  /**
   * What a turn came to, before anything is written of it.
   *
   * @param otherWordings of what is spoken, checked as it is
   * @param changed what it changed in the books
   */
  record Attempt(
      RunStore.Run run,
      Delivery.Spoken spoken,
      List<String> otherWordings,
      Optional<TurnResult.AppointmentCard> changed,
      List<RecordedTools.Call> calls,
      List<ModelUsage> usage) {}

  @Override
  public TurnResult run(TurnProgress progress) {
    try {
      if (!briefing.request().suggests()) {
        return result(attempt(new BookingTools(doors, scope()), progress, progress::effect));
      }
      var rehearsal = new Rehearsal(doors, scope());
      // nothing is done, so nothing keeps a newer message from being answered with the rest
      return drafted(attempt(rehearsal, progress, () -> {}), rehearsal);
    } catch (TurnStopped e) {
      return new TurnResult(Optional.empty(), Optional.empty(), pipeline -> {});
    }
  }

  Scope scope() {
    var request = briefing.request();
    return new Scope(
        request.contact(),
        Optional.of(request.conversation()),
        run,
        request.newestSeq(),
        Source.ASSISTANT,
        this::accepted);
  }

  /**
   * With these tools; throws {@link TurnStopped} when it is not wanted any more.
   *
   * @param effect told before anything is written
   */
  Attempt attempt(Toolbox toolbox, TurnProgress progress, Runnable effect) {
    var started = System.nanoTime();
    var request = briefing.request();
    var tools =
        new RecordedTools(
            toolbox,
            run,
            briefing.dialogue().findings(),
            progress,
            effect,
            briefing.now().toInstant());
    var thought = think(tools, new Room(progress, Deadline.in(LONGEST), usage::add));
    var delivery = new Delivery(briefing, tools);
    var spoken = delivery.of(thought.draft(), thought.outcome());
    var others =
        thought.others().stream()
            .map(draft -> delivery.of(draft, thought.outcome()).text())
            .filter(text -> !text.equals(spoken.text()))
            .distinct()
            .toList();
    var kept =
        new RunStore.Run(
            run,
            request.conversation(),
            request.newestSeq(),
            thought.mind(),
            spoken.intent(),
            spoken.language().toLanguageTag(),
            spoken.outcome().word(),
            sources(spoken),
            millisSince(started),
            request.correlationId(),
            doors.clock().instant());
    return new Attempt(kept, spoken, others, changed(tools), tools.calls(), usage);
  }

  private boolean accepted(ProposalStore.Row proposal) {
    var saidYes = new SaidYes(briefing.request(), briefing.now());
    return mindKnowsYes ? saidYes.answersTheDeal(proposal) : saidYes.of(proposal);
  }

  /** A draft that passed the check, who thought it, and what it took to get there. */
  private record Thought(Draft draft, String mind, Delivery.Outcome outcome, List<Draft> others) {

    Thought(Draft draft, String mind, Delivery.Outcome outcome) {
      this(draft, mind, outcome, List.of());
    }
  }

  private Thought think(RecordedTools tools, Room room) {
    var check = new ReplyCheck(briefing, tools);
    if (briefing.said().isEmpty()) {
      return new Thought(check.wordless(), "server", Delivery.Outcome.ANSWERED);
    }
    for (var mind : chain) {
      mindKnowsYes = mind.knowsYes();
      try {
        return checked(mind.begin(briefing, tools, room), mind.name(), check);
      } catch (ModelFailed e) {
        LOG.warn("{} gave no answer: {}", mind.name(), e.getMessage());
        room.progress().stage("reading", Map.of("fallback", mind.name()));
        if (!tools.deeds().isEmpty()) {
          // Something was done already: say so, rather than let another mind begin again.
          break;
        }
      }
    }
    return new Thought(check.truth(), "server", Delivery.Outcome.REPLACED);
  }

  private Thought checked(Thinking thinking, String mind, ReplyCheck check) {
    var draft = thinking.draft();
    var wrong = check.wrongWith(draft);
    if (wrong.isEmpty()) {
      return new Thought(draft, mind, Delivery.Outcome.ANSWERED, others(thinking, draft, check));
    }
    LOG.info("A reply of {} is not sent: {}", mind, wrong.get());
    var repaired = thinking.redraft(wrong.get()).filter(again -> check.wrongWith(again).isEmpty());
    return repaired
        .map(
            again ->
                new Thought(again, mind, Delivery.Outcome.REPAIRED, others(thinking, again, check)))
        .orElseGet(() -> new Thought(check.truthFor(draft), mind, Delivery.Outcome.REPLACED));
  }

  /** Where a person chooses; each of them may be what the customer reads. */
  private List<Draft> others(Thinking thinking, Draft draft, ReplyCheck check) {
    return briefing.request().suggests() && briefing.request().answerIn().isEmpty()
        ? thinking.otherWordings(draft).stream()
            .filter(other -> check.wrongWith(other).isEmpty())
            .toList()
        : List.of();
  }

  private TurnResult result(Attempt attempt) {
    var request = briefing.request();
    var kept = attempt.run();
    var spoken = attempt.spoken();
    return new TurnResult(
        Optional.of(reply(attempt, attempt.changed())),
        spoken.handoff(),
        pipeline -> {
          runs.insert(pipeline, kept, attempt.calls(), attempt.usage());
          learnLanguage(pipeline, spoken.language());
          if (!spoken.dialogue().equals(briefing.dialogue())) {
            runs.keep(pipeline, request.conversation(), spoken.dialogue(), kept.at());
          }
          spoken.put().ifPresent(deal -> doors.proposals().stated(pipeline, deal.proposal()));
        });
  }

  /** What it says was done is done, and what was said is remembered, when a person sends it. */
  private TurnResult drafted(Attempt attempt, Rehearsal rehearsal) {
    var spoken = attempt.spoken();
    var what = new Rehearsed(rehearsal.steps(), spoken.dialogue(), spoken.language());
    var would = attempt.changed().or(() -> spoken.put().flatMap(Turn::held));
    return new TurnResult(
        Optional.of(reply(attempt, would)),
        spoken.handoff(),
        pipeline -> {
          runs.insert(pipeline, attempt.run(), attempt.calls(), attempt.usage());
          runs.insert(pipeline, attempt.run(), what);
          if (briefing.request().answerIn().isEmpty()) {
            learnLanguage(pipeline, spoken.language());
          }
        });
  }

  private void learnLanguage(Pipeline pipeline, Locale spoken) {
    var request = briefing.request();
    if (!request.contactLanguage().equals(Optional.of(spoken))) {
      doors.contacts().speaks(pipeline, request.contact(), spoken);
    }
  }

  private TurnResult.Reply reply(Attempt attempt, Optional<TurnResult.AppointmentCard> card) {
    var spoken = attempt.spoken();
    return new TurnResult.Reply(
        spoken.text(),
        attempt.otherWordings(),
        spoken.choices(),
        attempt.run().sources(),
        card,
        spoken.language(),
        run);
  }

  /** The last appointment that this run made, moved or cancelled. */
  private static Optional<TurnResult.AppointmentCard> changed(RecordedTools tools) {
    return tools.deeds().stream()
        .reduce((first, last) -> last)
        .map(Findings.Deed::appointment)
        .map(Turn::card);
  }

  /** The time that waits for a yes; nothing is held for one that is to be given back. */
  private static Optional<TurnResult.AppointmentCard> held(Findings.Deal deal) {
    return deal.kind() == Findings.Kind.CANCEL ? Optional.empty() : Optional.of(card(deal.facts()));
  }

  static TurnResult.AppointmentCard card(AppointmentFacts facts) {
    return new TurnResult.AppointmentCard(
        facts.id(),
        facts.status(),
        facts.serviceName(),
        facts.providerName(),
        facts.start(),
        facts.end());
  }

  private List<TurnResult.Source> sources(Delivery.Spoken spoken) {
    return Sources.of(spoken.text(), spoken.language(), briefing.business(), briefing.services());
  }

  private static long millisSince(long started) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }
}

package frontdesk.agent;

import frontdesk.agent.Findings.Deal;
import frontdesk.agent.builtin.Answer;
import frontdesk.agent.builtin.BuiltInAssistant;
import frontdesk.agent.builtin.DialogueState;
import frontdesk.agent.builtin.DialogueState.Booked;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.builtin.DialogueState.OpenProposal;
import frontdesk.agent.builtin.DialogueState.Person;
import frontdesk.agent.builtin.DialogueState.Question;
import frontdesk.agent.builtin.Situation;
import frontdesk.conversations.TurnResult.Choice;
import frontdesk.conversations.TurnResult.Handoff;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The built-in assistant as one link of the chain, usually the last. */
final class BuiltInMind implements Mind {

  private static final Logger LOG = LoggerFactory.getLogger(BuiltInMind.class);

  private final BuiltInAssistant assistant = new BuiltInAssistant();

  @Override
  public String name() {
    return "builtin";
  }

  @Override
  public boolean knowsYes() {
    return true;
  }

  @Override
  public Thinking begin(Briefing briefing, RecordedTools tools, Room room) {
    return new Thinking() {
      @Override
      public Draft draft() {
        return BuiltInMind.this.draft(briefing, tools);
      }

      /** It would only say the same again. */
      @Override
      public Optional<Draft> redraft(String wrong) {
        return Optional.empty();
      }

      @Override
      public List<Draft> otherWordings(Draft draft) {
        return draft.reworded(briefing.request().contactName());
      }
    };
  }

  private Draft draft(Briefing briefing, RecordedTools tools) {
    var request = briefing.request();
    var situation =
        new Situation(
            briefing.now(),
            briefing.language(),
            Optional.of(request.contactName()).filter(name -> !name.isBlank()),
            request.contactPhone(),
            request.firstReply(),
            request.answerIn());
    var answer =
        assistant.answer(
            withOpenDeal(state(briefing), briefing.dialogue().findings()),
            briefing.said(),
            situation,
            tools);
    return new Draft(
        answer.text(),
        answer.language(),
        answer.intent(),
        answer.choices().stream().map(c -> new Choice(c.id(), c.title())).toList(),
        answer.handoff().map(BuiltInMind::handoff),
        Optional.of(AgentJson.MAPPER.writeValueAsString(answer.state())));
  }

  private static Handoff handoff(Answer.Handoff handoff) {
    return new Handoff(
        handoff.why().name().toLowerCase(Locale.ROOT).replace('_', ' '), handoff.summary());
  }

  private static DialogueState state(Briefing briefing) {
    var kept = briefing.dialogue().state();
    if (kept.equals(Dialogue.NO_STATE)) {
      return DialogueState.fresh();
    }
    try {
      return AgentJson.MAPPER.readValue(kept, DialogueState.class);
    } catch (JacksonException e) {
      LOG.warn("A dialogue state of another version is forgotten: {}", e.getMessage());
      return DialogueState.fresh();
    }
  }

  /** A deal that another mind put to the customer: the yes to it must be understood here too. */
  private static DialogueState withOpenDeal(DialogueState state, Findings findings) {
    var unknown =
        findings
            .deal()
            .filter(deal -> state.proposal().filter(p -> p.id().equals(deal.proposal())).isEmpty());
    return unknown.map(deal -> withDeal(state, deal)).orElse(state);
  }

  private static DialogueState withDeal(DialogueState state, Deal deal) {
    var facts = deal.facts();
    var goal = Goal.valueOf(deal.kind().name());
    var booked =
        new Booked(
            facts.id(),
            facts.service(),
            facts.provider(),
            facts.start(),
            facts.end(),
            facts.name());
    var wish = state.wish();
    return new DialogueState(
        state.version(),
        state.language(),
        state.formal(),
        goal,
        new DialogueState.Wish(
            Optional.of(facts.service()),
            Set.of(facts.provider()),
            wish.notProviders(),
            wish.days(),
            wish.notDays(),
            wish.clocks(),
            wish.otherClocks(),
            wish.notClocks(),
            wish.approximate(),
            wish.after(),
            wish.before(),
            wish.doneBy(),
            DialogueState.Edge.NONE,
            Optional.of(facts.start())),
        new Person(
            Optional.of(facts.name()),
            facts.phone(),
            state.person().email(),
            Optional.empty(),
            state.person().another()),
        state.offers(),
        Question.CONFIRM,
        Optional.of(new OpenProposal(deal.proposal(), goal, booked)),
        goal == Goal.BOOK ? state.target() : Optional.of(facts.id()),
        state.errands(),
        state.finished(),
        state.lastReply(),
        0);
  }
}

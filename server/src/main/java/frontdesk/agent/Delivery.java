package frontdesk.agent;

import frontdesk.agent.Findings.Deal;
import frontdesk.agent.Findings.Details;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.TurnResult.Choice;
import frontdesk.conversations.TurnResult.Handoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes of a checked draft what goes out: with the disclosure, the deal in full, the handoff. */
final class Delivery {

  /** Turns in a row that did not help, after which a person is asked to. */
  private static final int PATIENCE = 3;

  private static final int MOST_TIMES = 6;

  private static final int LONGEST_QUOTE = 160;

  private final Briefing briefing;
  private final RecordedTools tools;

  Delivery(Briefing briefing, RecordedTools tools) {
    this.briefing = briefing;
    this.tools = tools;
  }

  /** How the reply came to be. */
  enum Outcome {
    ANSWERED,
    REPAIRED,
    REPLACED,
    HANDED_OFF;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * @param put the deal that was put to the customer, who can only say yes to one that was
   */
  record Spoken(
      String text,
      List<Choice> choices,
      Locale language,
      String intent,
      Outcome outcome,
      Optional<Handoff> handoff,
      Optional<Deal> put,
      Dialogue dialogue) {}

  Spoken of(Draft draft, Outcome outcome) {
    var statements = new Statements(draft.language(), briefing.business().zone());
    var helped = !tools.deeds().isEmpty() || tools.proposed().isPresent();
    var failures = outcome == Outcome.REPLACED && !helped ? briefing.dialogue().failures() + 1 : 0;
    var helpless = failures >= PATIENCE && draft.handoff().isEmpty();
    var handoff = helpless ? Optional.of("could not help") : draft.handoff().map(Handoff::reason);
    var named = NamedTimes.in(draft.text(), draft.language(), briefing.now());
    var parts = new ArrayList<String>();
    // what a person sends is not said by a machine
    if (briefing.request().firstReply() && !briefing.request().suggests()) {
      parts.add(statements.disclosure(briefing.business().name(), briefing.disclosure()));
    }
    parts.add(helpless ? statements.passedOn() : draft.text());
    // A person will go on from here: no question of ours may stay open.
    var put = tools.proposed().filter(deal -> handoff.isEmpty());
    put.filter(deal -> !isPut(deal, draft.text(), named))
        .ifPresent(deal -> parts.add(statements.deal(deal)));
    return new Spoken(
        String.join("\n\n", parts),
        helpless ? List.of() : choices(draft, named, statements, put.isPresent()),
        draft.language(),
        draft.intent(),
        handoff.isPresent() ? Outcome.HANDED_OFF : outcome,
        handoff.map(
            reason ->
                new Handoff(
                    reason,
                    summary(draft),
                    OpenHours.openFrom(briefing.business(), briefing.now()))),
        put,
        new Dialogue(
            draft.state().orElse(briefing.dialogue().state()),
            tools.findings().keeping(offer -> named.haveTimeOf(offer.start())),
            handoff.isPresent() ? 0 : failures));
  }

  /** Those of the mind; without any, the free times that the text names can be chosen. */
  private List<Choice> choices(
      Draft draft, NamedTimes named, Statements statements, boolean dealPut) {
    if (!draft.choices().isEmpty() || dealPut || draft.handoff().isPresent()) {
      return draft.choices();
    }
    return tools.offered().stream()
        .map(Offer::start)
        .distinct()
        .filter(named::have)
        .limit(MOST_TIMES)
        .map(start -> new Choice("time:" + start, statements.shortTime(start)))
        .toList();
  }

  /** A question that names service, day and time of the deal; who says less is helped out. */
  static boolean isPut(Deal deal, String text, NamedTimes named) {
    var service = deal.facts().serviceName().toLowerCase(Locale.ROOT);
    return text.contains("?")
        && named.have(deal.facts().start())
        && text.toLowerCase(Locale.ROOT).contains(service);
  }

  /** Three lines for whoever takes over: what was last said, what is known, what was done. */
  private String summary(Draft draft) {
    var given =
        draft
            .handoff()
            .map(Handoff::summary)
            .filter(text -> !text.isBlank() && !text.contains("\n"));
    return String.join("\n", given.orElseGet(this::lastWords), known(), done());
  }

  private String lastWords() {
    var words = String.join(" ", briefing.said()).replaceAll("\\s+", " ");
    return words.isEmpty()
        ? "Sent something that is not text."
        : "Wrote: " + words.substring(0, Math.min(LONGEST_QUOTE, words.length()));
  }

  private String known() {
    var details = tools.findings().details();
    var name = details.flatMap(Details::name).orElse(briefing.request().contactName());
    // the number they write from is shown beside the talk, to those who may see it
    var phone =
        details
            .flatMap(Details::phone)
            .or(() -> briefing.request().contactPhone().map(PhoneNumbers::lastDigits));
    return "Known: %s, %s, language %s."
        .formatted(
            name.isBlank() ? "no name" : name,
            phone.orElse("no phone"),
            briefing.language().getLanguage());
  }

  private String done() {
    var statements = new Statements(Locale.ENGLISH, briefing.business().zone());
    var findings = tools.findings();
    if (!findings.deeds().isEmpty()) {
      return statements.deed(findings.deeds().getLast());
    }
    return findings
        .deal()
        .map(deal -> "Proposed, without a yes: " + statements.what(deal.facts()) + ".")
        .orElse("Nothing was proposed or changed.");
  }
}

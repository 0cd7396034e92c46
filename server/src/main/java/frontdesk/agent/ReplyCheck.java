package frontdesk.agent;

import frontdesk.agent.commitments.Claim;
import frontdesk.agent.commitments.Commitments;
import frontdesk.agent.commitments.Verdict;
import frontdesk.agent.tools.Toolbox.AppointmentFacts;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands between a draft and the customer: nothing goes out that the records do not bear. */
final class ReplyCheck {

  private static final int LONGEST = 3_500;

  private final Briefing briefing;
  private final RecordedTools tools;

  ReplyCheck(Briefing briefing, RecordedTools tools) {
    this.briefing = briefing;
    this.tools = tools;
  }

  /** What is wrong with it, said so that its writer can do better; empty when it may go out. */
  Optional<String> wrongWith(Draft draft) {
    if (SystemPrompt.leaksInto(draft.text())) {
      return Optional.of("It repeats your rules.");
    }
    if (draft.text().length() > LONGEST) {
      return Optional.of("It is far too long for a chat.");
    }
    var backing = new Backing(briefing, tools.findings());
    return switch (verdict(draft, backing)) {
      case Verdict.Unbacked(var claims) ->
          Optional.of("No tool result bears this out: " + quoted(claims) + ".");
      case Verdict.Backed() -> anotherDeal(draft).or(() -> takenForTheDeal(draft));
    };
  }

  private Verdict verdict(Draft draft, Backing backing) {
    return Commitments.check(
        withoutNames(draft.text()),
        draft.language(),
        briefing.now(),
        backing.evidence(draft.handoff().isPresent()));
  }

  /** A yes to this question would carry out something else than the customer said yes to. */
  private Optional<String> anotherDeal(Draft draft) {
    return tools
        .proposed()
        .filter(_ -> draft.text().contains("?"))
        .filter(
            deal -> {
              var named = NamedTimes.in(draft.text(), draft.language(), briefing.now());
              return !named.none() && !named.have(deal.facts().start());
            })
        .map(deal -> "You proposed another time than the one you ask a yes to.");
  }

  /** While a deal waits, "all booked" is heard of that deal, whatever else is in the books. */
  private Optional<String> takenForTheDeal(Draft draft) {
    if (tools.findings().deal().isEmpty() || !tools.deeds().isEmpty()) {
      return Optional.empty();
    }
    var dealAlone = new Backing(briefing, tools.findings().withoutBooks());
    return switch (verdict(draft, dealAlone)) {
      case Verdict.Backed() -> Optional.empty();
      case Verdict.Unbacked(var claims) -> {
        var vague = claims.stream().filter(claim -> isVagueAction(claim, draft)).toList();
        yield vague.isEmpty()
            ? Optional.empty()
            : Optional.of("The proposal is not carried out, so do not say: " + quoted(vague) + ".");
      }
    };
  }

  private boolean isVagueAction(Claim claim, Draft draft) {
    return claim.kind() == Claim.Kind.ACTION
        && NamedTimes.in(claim.words(), draft.language(), briefing.now()).none();
  }

  /** Eve and April are no dates when they are who comes, or whom one comes to. */
  private String withoutNames(String text) {
    var findings = tools.findings();
    var known =
        Stream.concat(findings.deal().stream().map(Findings.Deal::facts), booked(findings))
            .map(AppointmentFacts::name);
    var said =
        Stream.concat(known, Stream.of(briefing.request().contactName()))
            .filter(name -> name.matches("[\\p{L}\\p{M}'’. -]+"));
    var ours =
        briefing.services().stream()
            .flatMap(service -> service.providers().stream())
            .map(ProviderFacts::name);
    var names =
        Stream.concat(said, ours).filter(name -> name.strip().length() > 1).distinct().toList();
    var masked = text;
    for (var name : names) {
      masked = masked.replace(name, "X");
    }
    return masked;
  }

  private static Stream<AppointmentFacts> booked(Findings findings) {
    return Stream.concat(
        findings.appointments().stream(),
        findings.deeds().stream().map(Findings.Deed::appointment));
  }

  private static String quoted(List<Claim> claims) {
    return claims.stream()
        .map(claim -> '"' + claim.words() + '"')
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** In place of a draft that did not pass: its handoff stands, its words do not. */
  Draft truthFor(Draft draft) {
    return draft.saying(statements().truth(draft, tools));
  }

  /** When nobody could think: what was done or found is said, else a person takes over. */
  Draft truth() {
    var nothing = Draft.of("", briefing.language(), "unknown");
    return truthFor(tools.deeds().isEmpty() ? nothing.handedOff("assistant unavailable") : nothing);
  }

  /**
   * Nothing was written: says what came and asks for words; an order, or a second such message on
   * end, is for a person to look at.
   */
  Draft wordless() {
    var kind = briefing.request().newMessages().getLast().kind();
    var before =
        briefing.request().history().stream()
            .filter(said -> said.author().equals("contact"))
            .reduce((earlier, later) -> later);
    var again = before.isPresent() && Screening.words(List.of(before.get())).isEmpty();
    var person = again || kind.equals("order");
    var draft = Draft.of(statements().received(kind, person), briefing.language(), "media");
    return person ? draft.handedOff("wordless") : draft;
  }

  private Statements statements() {
    return new Statements(briefing.language(), briefing.business().zone());
  }
}

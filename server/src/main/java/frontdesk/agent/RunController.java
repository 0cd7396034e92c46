package frontdesk.agent;

import frontdesk.agent.RunStore.KeptCall;
import frontdesk.agent.models.ModelUsage;
import frontdesk.contacts.PhoneNumbers;
import frontdesk.conversations.TurnResult.Source;
import frontdesk.http.NotFound;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Money;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Why this reply: what a run understood, called and cost. */
@RestController
class RunController {

  /** A cent is ten thousand millionths of a dollar. */
  private static final long MICROS_A_CENT = 10_000;

  private final RunStore runs;

  RunController(RunStore runs) {
    this.runs = runs;
  }

  /**
   * @param model who thought: provider and model, or builtin
   * @param cost rounded up to a whole cent; costMicros is exact, in millionths of a dollar
   */
  record Why(
      UUID id,
      String intent,
      String language,
      String outcome,
      List<KeptCall> tools,
      List<Source> sources,
      String model,
      Tokens tokens,
      Money cost,
      long costMicros,
      long ms,
      String correlationId) {}

  record Tokens(long input, long cached, long output) {}

  @GetMapping("/api/conversations/{id}/runs/{run}")
  @Requires(Permission.INBOX_SEE)
  @Transactional(readOnly = true)
  public Why why(Caller caller, @PathVariable UUID id, @PathVariable UUID run) {
    var found = runs.find(id, run).orElseThrow(() -> new NotFound("run"));
    var usage = runs.usage(run);
    var micros = usage.stream().mapToLong(ModelUsage::costMicros).sum();
    return new Why(
        run,
        found.intent(),
        found.language(),
        found.outcome(),
        calls(run, caller),
        found.sources(),
        usage.isEmpty() ? found.mind() : usage.getLast().provider() + " " + usage.getLast().model(),
        new Tokens(
            usage.stream().mapToLong(ModelUsage::inputTokens).sum(),
            usage.stream().mapToLong(ModelUsage::cachedTokens).sum(),
            usage.stream().mapToLong(ModelUsage::outputTokens).sum()),
        Money.of(Math.ceilDiv(micros, MICROS_A_CENT), "USD"),
        micros,
        found.millis(),
        found.correlationId());
  }

  /** With as much of the customer as the caller may know of contacts. */
  private List<KeptCall> calls(UUID run, Caller caller) {
    var calls = runs.calls(run);
    return caller.may(Permission.CONTACTS_ALL)
        ? calls
        : calls.stream().map(RunController::discreet).toList();
  }

  private static KeptCall discreet(KeptCall call) {
    if (!(call.arguments() instanceof ObjectNode said)) {
      return call;
    }
    var told = said.deepCopy().without(List.of("email"));
    if (said.path("phone").isString()) {
      told.put("phone", PhoneNumbers.lastDigits(said.path("phone").asString()));
    }
    return new KeptCall(call.name(), told, call.outcome(), call.millis());
  }
}

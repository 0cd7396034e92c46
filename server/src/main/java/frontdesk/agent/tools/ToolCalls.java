package frontdesk.agent.tools;

import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.agent.tools.Toolbox.Committed;
import frontdesk.agent.tools.Toolbox.FoundTimes;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.Proposed;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.TimesQuery;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tools called by name with plain arguments, as a model or the API calls them. What cannot be
 * used is answered so that the caller can do better.
 */
public final class ToolCalls {

  /** As many as there may be on a few days; of them a model is told a few of each day. */
  private static final int MOST_FOUND = 200;

  private static final int MOST_TOLD = 12;

  private final Toolbox tools;
  private final ZonedDateTime now;
  private final ToolAnswers answers;
  private final ArgumentReader reader;
  private Optional<HandoffWish> handoff = Optional.empty();

  /**
   * @param locale the customer's language, in which words about time are read first
   * @param offeredBefore whether a start was among the free times this conversation was given
   */
  public ToolCalls(
      Toolbox tools, ZonedDateTime now, Locale locale, Predicate<Instant> offeredBefore) {
    this.tools = tools;
    this.now = now;
    this.answers = new ToolAnswers(tools, now.getZone(), locale);
    this.reader = new ArgumentReader(now, locale, offeredBefore, answers);
  }

  public record HandoffWish(String reason, String summary) {}

  public Optional<HandoffWish> handoff() {
    return handoff;
  }

  /** The answer always has an `outcome`. */
  public Map<String, Object> call(String name, Map<String, Object> arguments) {
    try {
      return switch (name) {
        case "find_services" -> answers.services(tools.services());
        case "find_times" -> findTimes(arguments);
        case "propose_booking" -> proposeBooking(arguments);
        case "propose_move" -> proposeMove(arguments);
        case "propose_cancel" ->
            propose(new Change.Cancel(ArgumentReader.id(arguments, "appointment")));
        case "confirm_proposal" -> confirm(ArgumentReader.id(arguments, "proposal"));
        case "my_appointments" -> answers.appointments(tools.ownAppointments());
        case "business_facts" -> answers.business(tools.business());
        case "leave_details" -> leaveDetails(arguments);
        case "handoff" -> handOff(arguments);
        default -> throw new ArgumentReader.Unusable("There is no tool " + name);
      };
    } catch (ArgumentReader.Unusable e) {
      return Map.of("outcome", "unusable", "problem", String.valueOf(e.getMessage()));
    }
  }

  public Map<String, Object> confirm(UUID proposal) {
    return switch (tools.commit(proposal)) {
      case Committed.Done(var appointment) ->
          Map.of("outcome", "done", "appointment", answers.appointment(appointment));
      case Committed.Refused(var reason, var alternatives) -> refused(reason, alternatives);
    };
  }

  private Map<String, Object> findTimes(Map<String, Object> arguments) {
    var service = reader.service(arguments, tools.services());
    var when = reader.when(arguments);
    if (when.impossible()) {
      throw new ArgumentReader.Unusable("There is no such day or time");
    }
    if (when.relative() && when.nothing()) {
      throw new ArgumentReader.Unusable(
          "Say the day or the time itself, not how it differs from an earlier one");
    }
    var query =
        new TimesQuery(
            service.id(),
            reader.provider(arguments, service),
            when.windows(),
            MOST_FOUND,
            Optional.empty());
    return switch (tools.findTimes(query)) {
      case FoundTimes.Times(var offers) ->
          Map.of(
              "outcome",
              "times",
              "service",
              service.name(),
              "times",
              answers.offers(spread(offers)),
              "more",
              offers.size() > MOST_TOLD);
      case FoundTimes.NoTimes(var reason, var nearest) ->
          Map.of(
              "outcome",
              "no-times",
              "reason",
              code(reason),
              "service",
              service.name(),
              "nearest",
              answers.offers(nearest));
    };
  }

  /** Few out of many, over all the days and over each day. */
  private List<Offer> spread(List<Offer> offers) {
    var days =
        offers.stream()
            .collect(
                Collectors.groupingBy(
                    offer -> offer.start().atZone(now.getZone()).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    var each = Math.max(1, MOST_TOLD / Math.max(1, days.size()));
    return days.values().stream()
        .limit(MOST_TOLD)
        .flatMap(
            day ->
                IntStream.range(0, Math.min(each, day.size()))
                    .mapToObj(i -> day.get(day.size() <= each ? i : i * day.size() / each)))
        .toList();
  }

  private Map<String, Object> proposeBooking(Map<String, Object> arguments) {
    var service = reader.service(arguments, tools.services());
    return propose(
        new Change.Book(
            service.id(),
            reader.provider(arguments, service),
            reader.start(arguments),
            ArgumentReader.required(arguments, "name"),
            ArgumentReader.required(arguments, "phone")));
  }

  private Map<String, Object> proposeMove(Map<String, Object> arguments) {
    var appointment = ArgumentReader.id(arguments, "appointment");
    var service =
        tools.ownAppointments().stream()
            .filter(own -> own.id().equals(appointment))
            .findFirst()
            .flatMap(own -> byId(own.service()))
            .orElseThrow(
                () -> new ArgumentReader.Unusable("This customer has no such appointment"));
    return propose(
        new Change.Move(appointment, reader.provider(arguments, service), reader.start(arguments)));
  }

  private Optional<ServiceFacts> byId(UUID service) {
    return tools.services().stream().filter(known -> known.id().equals(service)).findFirst();
  }

  private Map<String, Object> propose(Change change) {
    return switch (tools.propose(change)) {
      case Proposed.Proposal(var id, _, var deal, _) ->
          Map.of(
              "outcome",
              "proposal",
              "proposal",
              id.toString(),
              "deal",
              answers.appointment(deal),
              "next",
              "Repeat this deal to the customer and ask for a yes. Nothing is done yet");
      case Proposed.Refused(var reason, var alternatives) -> refused(reason, alternatives);
    };
  }

  private Map<String, Object> refused(Reason reason, List<Offer> alternatives) {
    return Map.of(
        "outcome", "refused", "reason", code(reason), "alternatives", answers.offers(alternatives));
  }

  private Map<String, Object> leaveDetails(Map<String, Object> arguments) {
    tools.leaveDetails(
        ArgumentReader.text(arguments, "name"),
        ArgumentReader.text(arguments, "phone"),
        ArgumentReader.text(arguments, "email"));
    return Map.of("outcome", "kept");
  }

  private Map<String, Object> handOff(Map<String, Object> arguments) {
    handoff =
        Optional.of(
            new HandoffWish(
                ArgumentReader.text(arguments, "reason").orElse("asked for"),
                ArgumentReader.text(arguments, "summary").orElse("")));
    return Map.of(
        "outcome", "passed on", "next", "Tell the customer that a person will answer here");
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

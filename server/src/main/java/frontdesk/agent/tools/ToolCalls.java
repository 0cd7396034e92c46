package frontdesk.agent.tools;

import frontdesk.agent.tools.Toolbox.Change;
import frontdesk.agent.tools.Toolbox.Committed;
import frontdesk.agent.tools.Toolbox.FoundTimes;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.Proposed;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.TimesQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tools called by name with plain arguments, as a model or the API calls them. Arguments are
 * claims: names are looked up, words about time are read by the server, ids are checked by the
 * toolbox. What cannot be used is answered so that the caller can do better.
 */
public final class ToolCalls {

  /** As many as there may be on a few days; of them a model is told a few of each day. */
  private static final int MOST_FOUND = 200;

  private static final int MOST_TOLD = 12;

  private final Toolbox tools;
  private final ZonedDateTime now;
  private final Locale locale;
  private final Predicate<Instant> offeredBefore;
  private final ToolAnswers answers;
  private Optional<HandoffWish> handoff = Optional.empty();

  /**
   * @param locale the customer's language, in which words about time are read first
   * @param offeredBefore whether a start was among the free times this conversation was given
   */
  public ToolCalls(
      Toolbox tools, ZonedDateTime now, Locale locale, Predicate<Instant> offeredBefore) {
    this.tools = tools;
    this.now = now;
    this.locale = locale;
    this.offeredBefore = offeredBefore;
    this.answers = new ToolAnswers(tools, now.getZone(), locale);
  }

  public record HandoffWish(String reason, String summary) {}

  /** A call that was made with something it cannot work with; the message says what. */
  private static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unusable(String message) {
      super(message);
    }
  }

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
        case "propose_cancel" -> propose(new Change.Cancel(id(arguments, "appointment")));
        case "confirm_proposal" -> confirm(id(arguments, "proposal"));
        case "my_appointments" -> answers.appointments(tools.ownAppointments());
        case "business_facts" -> answers.business(tools.business());
        case "leave_details" -> leaveDetails(arguments);
        case "handoff" -> handOff(arguments);
        default -> throw new Unusable("There is no tool " + name);
      };
    } catch (Unusable e) {
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
    var service = service(arguments);
    var when = when(arguments);
    if (when.impossible()) {
      throw new Unusable("There is no such day or time");
    }
    if (when.relative() && when.nothing()) {
      throw new Unusable("Say the day or the time itself, not how it differs from an earlier one");
    }
    var query =
        new TimesQuery(
            service.id(),
            provider(arguments, service),
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
    var service = service(arguments);
    return propose(
        new Change.Book(
            service.id(),
            provider(arguments, service),
            start(arguments),
            required(arguments, "name"),
            required(arguments, "phone")));
  }

  private Map<String, Object> proposeMove(Map<String, Object> arguments) {
    var appointment = id(arguments, "appointment");
    var service =
        tools.ownAppointments().stream()
            .filter(own -> own.id().equals(appointment))
            .findFirst()
            .flatMap(own -> byId(own.service()))
            .orElseThrow(() -> new Unusable("This customer has no such appointment"));
    return propose(new Change.Move(appointment, provider(arguments, service), start(arguments)));
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
    tools.leaveDetails(text(arguments, "name"), text(arguments, "phone"), text(arguments, "email"));
    return Map.of("outcome", "kept");
  }

  private Map<String, Object> handOff(Map<String, Object> arguments) {
    handoff =
        Optional.of(
            new HandoffWish(
                text(arguments, "reason").orElse("asked for"),
                text(arguments, "summary").orElse("")));
    return Map.of(
        "outcome", "passed on", "next", "Tell the customer that a person will answer here");
  }

  private ServiceFacts service(Map<String, Object> arguments) {
    var services = tools.services();
    return named(required(arguments, "service"), services, ServiceFacts::name)
        .orElseThrow(
            () ->
                new Unusable(
                    "There is no such service; there are: "
                        + String.join(", ", services.stream().map(ServiceFacts::name).toList())));
  }

  private Set<UUID> provider(Map<String, Object> arguments, ServiceFacts service) {
    return text(arguments, "provider")
        .map(
            name ->
                named(name, service.providers(), ProviderFacts::name)
                    .map(provider -> Set.of(provider.id()))
                    .orElseThrow(
                        () ->
                            new Unusable(
                                "%s is given by: %s"
                                    .formatted(
                                        service.name(),
                                        String.join(
                                            ", ",
                                            service.providers().stream()
                                                .map(ProviderFacts::name)
                                                .toList())))))
        .orElse(Set.of());
  }

  /** The same name whatever its case, or the only one that holds it or is held by it. */
  private static <T> Optional<T> named(String said, List<T> known, Function<T, String> name) {
    var plain = said.strip().toLowerCase(Locale.ROOT);
    var same =
        known.stream()
            .filter(k -> name.apply(k).toLowerCase(Locale.ROOT).equals(plain))
            .findFirst();
    if (same.isPresent() || plain.length() < 3) {
      return same;
    }
    var like =
        new ArrayList<>(
            known.stream()
                .filter(
                    k -> {
                      var other = name.apply(k).toLowerCase(Locale.ROOT);
                      return other.contains(plain) || plain.contains(other);
                    })
                .toList());
    return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
  }

  private When when(Map<String, Object> arguments) {
    var words = required(arguments, "when");
    return When.of(echoed(words).map(this::spoken).orElse(words), locale, now);
  }

  private String spoken(Instant start) {
    return answers.spoken(start);
  }

  private Instant start(Map<String, Object> arguments) {
    var words = required(arguments, "when");
    return echoed(words)
        .or(() -> When.of(words, locale, now).start())
        .orElseThrow(
            () -> new Unusable("These words do not name one day and one time: ask the customer"));
  }

  /** A start written as we wrote it counts only when we offered it: a model makes no dates. */
  private Optional<Instant> echoed(String words) {
    try {
      var start = When.exactly(LocalDateTime.parse(words.strip()), now);
      if (start.filter(offeredBefore).isEmpty()) {
        throw new Unusable(
            "That start was not among the times found; use the customer's own words");
      }
      return start;
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static UUID id(Map<String, Object> arguments, String name) {
    try {
      return UUID.fromString(required(arguments, name));
    } catch (IllegalArgumentException e) {
      throw new Unusable(name + " is not an id that a tool gave");
    }
  }

  private static String required(Map<String, Object> arguments, String name) {
    return text(arguments, name)
        .orElseThrow(() -> new Unusable(name + " is missing: ask the customer"));
  }

  private static Optional<String> text(Map<String, Object> arguments, String name) {
    return Optional.ofNullable(arguments.get(name))
        .map(Object::toString)
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= 500);
  }

  private static String code(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

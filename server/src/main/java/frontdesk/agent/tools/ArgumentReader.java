package frontdesk.agent.tools;

import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the arguments of calls. They are claims: names are looked up and words about time are read
 * here; whose an id is, the toolbox checks.
 *
 * @param locale in which words about time are read first
 * @param offeredBefore whether a start was among the free times this conversation was given
 */
record ArgumentReader(
    ZonedDateTime now, Locale locale, Predicate<Instant> offeredBefore, ToolAnswers answers) {

  /** An argument that nothing can be done with; the message says what is wrong with it. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  ServiceFacts service(Map<String, Object> arguments, List<ServiceFacts> services) {
    return named(required(arguments, "service"), services, ServiceFacts::name)
        .orElseThrow(
            () ->
                new Unusable(
                    "There is no such service; there are: "
                        + String.join(", ", services.stream().map(ServiceFacts::name).toList())));
  }

  Set<UUID> provider(Map<String, Object> arguments, ServiceFacts service) {
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
        known.stream()
            .filter(
                k -> {
                  var other = name.apply(k).toLowerCase(Locale.ROOT);
                  return other.contains(plain) || plain.contains(other);
                })
            .toList();
    return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
  }

  When when(Map<String, Object> arguments) {
    var words = required(arguments, "when");
    return When.of(echoed(words).map(answers::spoken).orElse(words), locale, now);
  }

  Instant start(Map<String, Object> arguments) {
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

  static UUID id(Map<String, Object> arguments, String name) {
    try {
      return UUID.fromString(required(arguments, name));
    } catch (IllegalArgumentException e) {
      throw new Unusable(name + " is not an id that a tool gave");
    }
  }

  static String required(Map<String, Object> arguments, String name) {
    return text(arguments, name)
        .orElseThrow(() -> new Unusable(name + " is missing: ask the customer"));
  }

  static Optional<String> text(Map<String, Object> arguments, String name) {
    return Optional.ofNullable(arguments.get(name))
        .map(Object::toString)
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= 500);
  }
}

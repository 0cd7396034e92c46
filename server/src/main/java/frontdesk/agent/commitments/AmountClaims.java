package frontdesk.agent.commitments;

import frontdesk.agent.commitments.Evidence.Service;
import frontdesk.agent.language.Quantities;
import frontdesk.agent.language.Quantities.Found;
import frontdesk.tenancy.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prices and lengths, each against the service it is said of. */
final class AmountClaims {

  private final Reply reply;
  private final Evidence evidence;

  AmountClaims(Reply reply, Evidence evidence) {
    this.reply = reply;
    this.evidence = evidence;
  }

  List<Claim> unbacked() {
    var claims = new ArrayList<Claim>();
    var prices = Quantities.money(reply.text(), reply.locale());
    for (var price : prices) {
      if (!backed(price, prices, AmountClaims::price, BigDecimal::add)) {
        claims.add(new Claim(Claim.Kind.PRICE, reply.words(price.start(), price.end())));
      }
    }
    var lengths =
        Quantities.durations(reply.text(), reply.locale()).stream().filter(this::isLength).toList();
    for (var length : lengths) {
      if (!backed(length, lengths, service -> Optional.of(service.duration()), Duration::plus)) {
        claims.add(new Claim(Claim.Kind.DURATION, reply.words(length.start(), length.end())));
      }
    }
    return claims;
  }

  /** "In an hour" and "un'ora prima" are times, and checked as such. */
  private boolean isLength(Found<Duration> length) {
    return reply.mentions().stream()
        .noneMatch(m -> m.start() <= length.start() && length.end() <= m.end());
  }

  private static Optional<BigDecimal> price(Service service) {
    return service.price().map(AmountClaims::major);
  }

  private static BigDecimal major(Money money) {
    return BigDecimal.valueOf(money.amount(), money.currency().getDefaultFractionDigits());
  }

  private <T extends Comparable<T>> boolean backed(
      Found<T> amount,
      List<Found<T>> all,
      Function<Service, Optional<T>> of,
      java.util.function.BinaryOperator<T> plus) {
    if (quoted(amount)) {
      return true;
    }
    var sentence = reply.sentenceAt(amount.start());
    var named = named(sentence.start(), sentence.end());
    var subject = subject(amount, all, named, sentence);
    if (subject.isPresent()) {
      return same(of.apply(subject.get()), amount.value())
          || sum(named.stream().map(Found::value).distinct().toList(), of, plus, amount.value());
    }
    var before = named(0, sentence.start());
    if (!before.isEmpty()) {
      return Stream.concat(before.reversed().stream().limit(1).map(Found::value), Stream.empty())
              .anyMatch(service -> same(of.apply(service), amount.value()))
          || sum(before.stream().map(Found::value).distinct().toList(), of, plus, amount.value());
    }
    return topics().stream().anyMatch(service -> same(of.apply(service), amount.value()))
        || pairs(of, plus, amount.value());
  }

  /** What the talk is about when a reply names no service: what was agreed, found or asked for. */
  private List<Service> topics() {
    var agreed =
        Stream.concat(
                evidence.deals().stream().map(Evidence.Deal::slot),
                evidence.appointments().stream().map(Evidence.Booking::slot))
            .toList();
    var slots = agreed.isEmpty() ? evidence.offers() : agreed;
    var about =
        evidence.services().stream()
            .filter(
                service ->
                    slots.stream().anyMatch(slot -> slot.service().equals(service.name()))
                        || evidence.customerSaid().stream()
                            .anyMatch(
                                words -> Reply.fold(words).contains(Reply.fold(service.name()))))
            .toList();
    return about.isEmpty() ? evidence.services() : about;
  }

  /**
   * Which service an amount is said of: the one before it, or after it where amounts come first.
   */
  private <T> Optional<Service> subject(
      Found<T> amount, List<Found<T>> all, List<Found<Service>> named, Reply.Sentence sentence) {
    if (named.isEmpty()) {
      return Optional.empty();
    }
    var firstAmount =
        all.stream()
            .mapToInt(Found::start)
            .filter(s -> s >= sentence.start())
            .min()
            .orElse(amount.start());
    var amountsFirst = firstAmount < named.getFirst().start();
    var before = named.stream().filter(service -> service.start() < amount.start()).toList();
    var after = named.stream().filter(service -> service.start() > amount.start()).toList();
    var chosen = amountsFirst ? after.stream().findFirst() : before.reversed().stream().findFirst();
    return chosen.or(() -> named.stream().findFirst()).map(Found::value);
  }

  /** The services named there, in order; where names overlap the longest. */
  private List<Found<Service>> named(int from, int to) {
    var text = reply.plain(from, to);
    var found = new ArrayList<Found<Service>>();
    var longestFirst =
        evidence.services().stream()
            .sorted(Comparator.comparing(service -> -service.name().length()))
            .toList();
    for (var service : longestFirst) {
      var name = Reply.fold(service.name());
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        var start = from + at;
        var end = start + name.length();
        if (found.stream().noneMatch(other -> start < other.end() && other.start() < end)) {
          found.add(new Found<>(service, start, end));
        }
      }
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  private static <T extends Comparable<T>> boolean same(Optional<T> known, T said) {
    return known.filter(value -> value.compareTo(said) == 0).isPresent();
  }

  private static <T extends Comparable<T>> boolean sum(
      List<Service> services,
      Function<Service, Optional<T>> of,
      java.util.function.BinaryOperator<T> plus,
      T said) {
    return services.size() > 1
        && same(
            services.stream().flatMap(service -> of.apply(service).stream()).reduce(plus), said);
  }

  private <T extends Comparable<T>> boolean pairs(
      Function<Service, Optional<T>> of, java.util.function.BinaryOperator<T> plus, T said) {
    return evidence.appointments().size() > 1
        && evidence.services().stream()
            .anyMatch(
                one ->
                    evidence.services().stream()
                        .anyMatch(two -> sum(List.of(one, two), of, plus, said)));
  }

  private <T> boolean quoted(Found<T> amount) {
    var words = reply.plain(amount.start(), amount.end()).strip();
    return evidence.facts().stream().map(Reply::fold).anyMatch(fact -> fact.contains(words));
  }
}

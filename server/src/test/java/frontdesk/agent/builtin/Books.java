package frontdesk.agent.builtin;

import frontdesk.agent.tools.Toolbox;
import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Plain correct books in memory: open every day from nine to six, a start each quarter of an hour.
 */
final class Books implements Toolbox {

  static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final LocalTime OPEN = LocalTime.of(9, 0);
  private static final LocalTime CLOSE = LocalTime.of(18, 0);

  final ZonedDateTime now;
  private final String language;
  private final List<ServiceFacts> services = new ArrayList<>();
  private final Map<String, ProviderFacts> providers = new LinkedHashMap<>();
  private final List<AppointmentFacts> others = new ArrayList<>();
  private final List<AppointmentFacts> mine = new ArrayList<>();
  private final Map<UUID, Proposed.Proposal> open = new HashMap<>();
  private Optional<UUID> acceptable = Optional.empty();
  private Optional<UUID> proposedThisTurn = Optional.empty();
  private final Map<DayOfWeek, List<Stretch>> hours = new EnumMap<>(DayOfWeek.class);
  Optional<String> address = Optional.empty();

  Books(ZonedDateTime now, String language) {
    this.now = now;
    this.language = language;
    for (var day : DayOfWeek.values()) {
      hours.put(day, List.of(new Stretch(OPEN, CLOSE)));
    }
  }

  ProviderFacts provider(String name) {
    return providers.computeIfAbsent(name, n -> new ProviderFacts(UUID.randomUUID(), n));
  }

  ServiceFacts service(String name, int minutes, long cents, String... who) {
    var by = new ArrayList<ProviderFacts>();
    for (var one : who) {
      by.add(provider(one));
    }
    var service =
        new ServiceFacts(UUID.randomUUID(), name, minutes, Optional.of(Money.of(cents, "EUR")), by);
    services.add(service);
    return service;
  }

  void aroundTheClock(DayOfWeek... days) {
    for (var day : days) {
      hours.put(day, List.of(new Stretch(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    }
  }

  void closed(DayOfWeek day) {
    hours.remove(day);
  }

  void taken(ServiceFacts service, String provider, ZonedDateTime start) {
    others.add(
        facts(service, provider(provider).id(), start.toInstant(), "Other", Optional.empty()));
  }

  /** A new message of the customer: what was proposed before it may now be accepted. */
  void customerSpoke() {
    acceptable = proposedThisTurn.or(() -> acceptable);
    proposedThisTurn = Optional.empty();
  }

  List<AppointmentFacts> mine() {
    return List.copyOf(mine);
  }

  boolean isFree(UUID service, UUID provider, Instant start) {
    var facts = services.stream().filter(s -> s.id().equals(service)).findFirst().orElseThrow();
    return fits(facts, provider, start, Optional.empty());
  }

  @Override
  public BusinessFacts business() {
    return new BusinessFacts(
        "Bar Salon",
        ROME,
        Locale.of(language),
        "IT",
        hours,
        Map.of(),
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public List<ServiceFacts> services() {
    return List.copyOf(services);
  }

  @Override
  public FoundTimes findTimes(TimesQuery query) {
    var service =
        services.stream().filter(s -> s.id().equals(query.service())).findFirst().orElseThrow();
    if (!query.providers().isEmpty()
        && service.providers().stream().noneMatch(p -> query.providers().contains(p.id()))) {
      return new FoundTimes.NoTimes(Reason.NOT_OFFERED_BY_PROVIDER, List.of());
    }
    var offers = new ArrayList<Offer>();
    for (var window : query.windows()) {
      offers.addAll(
          starts(
              service,
              query.providers(),
              window.from(),
              window.to(),
              query.forMove(),
              query.limit()));
    }
    offers.sort(Comparator.comparing(Offer::start));
    if (!offers.isEmpty()) {
      return new FoundTimes.Times(offers.stream().limit(query.limit()).toList());
    }
    var first = query.windows().getFirst();
    return new FoundTimes.NoTimes(
        reason(service, first), nearest(service, query.providers(), first.from(), query.forMove()));
  }

  private List<Offer> starts(
      ServiceFacts service,
      Set<UUID> who,
      Instant from,
      Instant to,
      Optional<UUID> moving,
      int limit) {
    var found = new ArrayList<Offer>();
    var at = from.atZone(ROME);
    int minute =
        at.getMinute() % 15 == 0 && at.getSecond() == 0 && at.getNano() == 0
            ? at.getMinute()
            : (at.getMinute() / 15 + 1) * 15;
    var start = at.withMinute(0).withSecond(0).withNano(0).plusMinutes(minute);
    while (start.toInstant().isBefore(to) && found.size() < limit) {
      var candidate = start.toInstant();
      service.providers().stream()
          .filter(p -> who.isEmpty() || who.contains(p.id()))
          .filter(p -> fits(service, p.id(), candidate, moving))
          .findFirst()
          .ifPresent(
              p ->
                  found.add(
                      new Offer(
                          service.id(),
                          p.id(),
                          candidate,
                          candidate.plus(Duration.ofMinutes(service.minutes())))));
      start = start.plusMinutes(15);
    }
    return found;
  }

  private List<Offer> nearest(
      ServiceFacts service, Set<UUID> who, Instant around, Optional<UUID> moving) {
    var from = now.toInstant().isAfter(around) ? now.toInstant() : around;
    return starts(
            service,
            who,
            from.minus(Duration.ofDays(1)),
            from.plus(Duration.ofDays(7)),
            moving,
            200)
        .stream()
        .sorted(Comparator.comparing(offer -> Duration.between(around, offer.start()).abs()))
        .limit(3)
        .sorted(Comparator.comparing(Offer::start))
        .toList();
  }

  private Reason reason(ServiceFacts service, Window window) {
    var start = window.from().atZone(ROME);
    if (start.toInstant().isBefore(now.toInstant())) {
      return Reason.PAST;
    }
    if (!hours.containsKey(start.getDayOfWeek())) {
      return Reason.CLOSED;
    }
    boolean point =
        Duration.between(window.from(), window.to()).compareTo(Duration.ofMinutes(1)) <= 0;
    var end = start.plusMinutes(service.minutes());
    boolean outside =
        point
            ? start.toLocalTime().isBefore(OPEN)
                || end.toLocalDate().isAfter(start.toLocalDate())
                || end.toLocalTime().isAfter(CLOSE)
            : !start.toLocalTime().isBefore(CLOSE)
                || !window.to().atZone(ROME).toLocalTime().isAfter(OPEN)
                    && window.to().atZone(ROME).toLocalDate().equals(start.toLocalDate());
    return outside ? Reason.OUTSIDE_HOURS : Reason.TAKEN;
  }

  private boolean fits(ServiceFacts service, UUID provider, Instant start, Optional<UUID> moving) {
    var from = start.atZone(ROME);
    var to = from.plusMinutes(service.minutes());
    if (!start.isAfter(now.toInstant())
        || !hours.containsKey(from.getDayOfWeek())
        || from.toLocalTime().isBefore(OPEN)
        || !to.toLocalDate().equals(from.toLocalDate())
        || to.toLocalTime().isAfter(CLOSE)) {
      return false;
    }
    var all = new ArrayList<>(others);
    mine.stream().filter(own -> moving.filter(own.id()::equals).isEmpty()).forEach(all::add);
    return all.stream()
        .filter(taken -> taken.provider().equals(provider))
        .noneMatch(taken -> taken.start().isBefore(to.toInstant()) && start.isBefore(taken.end()));
  }

  @Override
  public List<AppointmentFacts> ownAppointments() {
    return mine.stream().sorted(Comparator.comparing(AppointmentFacts::start)).toList();
  }

  @Override
  public Proposed propose(Change change) {
    open.clear();
    return switch (change) {
      case Change.Book book -> {
        var service =
            services.stream().filter(s -> s.id().equals(book.service())).findFirst().orElseThrow();
        var phone = PhoneNumbers.in(Said.of(book.phone()), "IT");
        if (phone.isEmpty() || !phone.get().possible()) {
          yield new Proposed.Refused(Reason.INVALID_PHONE, List.of());
        }
        yield first(service, book.providers(), book.start(), Optional.empty())
            .map(
                who ->
                    keep(
                        change,
                        facts(
                            service,
                            who,
                            book.start(),
                            book.name(),
                            Optional.of(e164(book.phone())))))
            .orElseGet(
                () ->
                    new Proposed.Refused(
                        Reason.TAKEN,
                        nearest(service, book.providers(), book.start(), Optional.empty())));
      }
      case Change.Move move -> {
        var own =
            mine.stream().filter(a -> a.id().equals(move.appointment())).findFirst().orElseThrow();
        var service =
            services.stream().filter(s -> s.id().equals(own.service())).findFirst().orElseThrow();
        yield first(service, move.providers(), move.start(), Optional.of(own.id()))
            .map(who -> keep(change, facts(service, who, move.start(), own.name(), own.phone())))
            .orElseGet(
                () ->
                    new Proposed.Refused(
                        Reason.TAKEN,
                        nearest(service, move.providers(), move.start(), Optional.of(own.id()))));
      }
      case Change.Cancel cancel ->
          keep(
              change,
              mine.stream()
                  .filter(a -> a.id().equals(cancel.appointment()))
                  .findFirst()
                  .orElseThrow());
    };
  }

  private Optional<UUID> first(
      ServiceFacts service, Set<UUID> who, Instant start, Optional<UUID> moving) {
    return service.providers().stream()
        .map(ProviderFacts::id)
        .filter(id -> who.isEmpty() || who.contains(id))
        .filter(id -> fits(service, id, start, moving))
        .findFirst();
  }

  private Proposed keep(Change change, AppointmentFacts deal) {
    var proposal =
        new Proposed.Proposal(UUID.randomUUID(), change, deal, now.toInstant().plusSeconds(600));
    open.put(proposal.id(), proposal);
    proposedThisTurn = Optional.of(proposal.id());
    return proposal;
  }

  @Override
  public Committed commit(UUID id) {
    var proposal = open.get(id);
    if (proposal == null) {
      return new Committed.Refused(Reason.UNKNOWN, List.of());
    }
    if (acceptable.filter(id::equals).isEmpty()) {
      throw new AssertionError("committed without a later message of the customer");
    }
    open.remove(id);
    switch (proposal.change()) {
      case Change.Book book -> mine.add(proposal.deal());
      case Change.Move move -> {
        mine.removeIf(own -> own.id().equals(move.appointment()));
        mine.add(proposal.deal());
      }
      case Change.Cancel cancel -> mine.removeIf(own -> own.id().equals(cancel.appointment()));
    }
    return new Committed.Done(proposal.deal());
  }

  @Override
  public void withdraw(UUID proposal) {
    open.remove(proposal);
  }

  @Override
  public void leaveDetails(Optional<String> name, Optional<String> phone, Optional<String> email) {}

  private AppointmentFacts facts(
      ServiceFacts service, UUID provider, Instant start, String name, Optional<String> phone) {
    var who =
        providers.values().stream().filter(p -> p.id().equals(provider)).findFirst().orElseThrow();
    return new AppointmentFacts(
        UUID.randomUUID(),
        service.id(),
        service.name(),
        provider,
        who.name(),
        start,
        start.plus(Duration.ofMinutes(service.minutes())),
        service.price(),
        name,
        phone,
        "confirmed");
  }

  private static String e164(String said) {
    var digits = said.replaceAll("\\D", "");
    if (said.strip().startsWith("+")) {
      return "+" + digits;
    }
    return digits.startsWith("00") ? "+" + digits.substring(2) : "+39" + digits;
  }
}

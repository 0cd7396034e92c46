package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Edge;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.tools.Toolbox.FoundTimes;
import frontdesk.agent.tools.Toolbox.Offer;
import frontdesk.agent.tools.Toolbox.ProviderFacts;
import frontdesk.agent.tools.Toolbox.Reason;
import frontdesk.agent.tools.Toolbox.ServiceFacts;
import frontdesk.agent.tools.Toolbox.TimesQuery;
import frontdesk.agent.tools.Toolbox.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Looks for the times that fit the wish, and says what came of it. */
final class TimeFinder {

  sealed interface Outcome {
    /** One start, as wished. */
    record Settled(Offer offer) implements Outcome {}

    /**
     * Some to choose from.
     *
     * @param wanted the start that was wished and cannot be, where there was one
     * @param reason why it cannot be
     */
    record Choices(List<Offer> offers, Optional<ZonedDateTime> wanted, Optional<Reason> reason)
        implements Outcome {}
  }

  private static final int MOST_OFFERS = 3;
  private static final int MOST_FOUND = 300;

  /** How far behind a closed day is looked for the same part of the day. */
  private static final int DAYS_ON = 13;

  private final Talk talk;
  private final ServiceFacts service;
  private final Set<UUID> providers;

  TimeFinder(Talk talk, ServiceFacts service) {
    this(talk, service, talk.providersFor(service));
  }

  private TimeFinder(Talk talk, ServiceFacts service, Set<UUID> providers) {
    this.talk = talk;
    this.service = service;
    this.providers = providers;
  }

  /** One who can do all that was asked for, so that nobody is sent from hand to hand. */
  Outcome best() {
    var all = new ArrayList<>(service.providers().stream().map(ProviderFacts::id).toList());
    talk.errands.stream()
        .flatMap(errand -> errand.service().stream())
        .flatMap(id -> talk.service(id).stream())
        .forEach(
            other -> all.retainAll(other.providers().stream().map(ProviderFacts::id).toList()));
    return talk.errands.isEmpty() || all.isEmpty() || !talk.wish.providers.isEmpty()
        ? find()
        : preferring(Set.copyOf(all));
  }

  /** With these if the time is theirs, else with anyone. */
  Outcome preferring(Set<UUID> some) {
    return new TimeFinder(talk, service, some).find() instanceof Outcome.Settled settled
        ? settled
        : find();
  }

  Outcome find() {
    var wish = talk.wish;
    if (wish.start.isPresent()) {
      return exactly(wish.start.get());
    }
    var days = TimePlanner.days(wish.days, wish.notDays, talk.today());
    var points = wish.clocks.stream().filter(ClockRange::isPoint).toList();
    if (!points.isEmpty()) {
      return atPoints(days, points);
    }
    var windows = bounded(windows(days, wish.clocks));
    return switch (doneInTime(look(windows))) {
      case FoundTimes.Times(var found) when !found.isEmpty() ->
          wish.edge == Edge.NONE
              ? new Outcome.Choices(pick(found), Optional.empty(), Optional.empty())
              : new Outcome.Settled(atEdge(found));
      case FoundTimes.Times none ->
          new Outcome.Choices(List.of(), Optional.empty(), Optional.of(Reason.TAKEN));
      case FoundTimes.NoTimes(var reason, var nearest) ->
          new Outcome.Choices(
              reason == Reason.CLOSED ? nextOpen(days, nearest) : allowed(nearest),
              wantedDay(days),
              Optional.of(reason));
    };
  }

  /** Where the wished day is closed, the same part of the next day that has something. */
  private List<Offer> nextOpen(List<LocalDate> closed, List<Offer> nearest) {
    if (closed.isEmpty()) {
      return allowed(nearest);
    }
    var after = closed.getLast().plusDays(1);
    var days =
        TimePlanner.days(
            List.of(new DayRange(after, after.plusDays(DAYS_ON))), talk.wish.notDays, talk.today());
    for (var day : days) {
      if (doneInTime(look(windows(List.of(day), talk.wish.clocks)))
              instanceof FoundTimes.Times(var found)
          && !found.isEmpty()) {
        return pick(found);
      }
    }
    return allowed(nearest);
  }

  /** Where the customer must be gone by some hour, what is over by then. */
  private FoundTimes doneInTime(FoundTimes found) {
    return found instanceof FoundTimes.Times(var offers) && talk.wish.doneBy.isPresent()
        ? new FoundTimes.Times(
            offers.stream()
                .filter(
                    offer -> !talk.local(offer.end()).toLocalTime().isAfter(talk.wish.doneBy.get()))
                .toList())
        : found;
  }

  /** The first of all, or the last of the first day. */
  private Offer atEdge(List<Offer> found) {
    var first = found.stream().min(Comparator.comparing(Offer::start)).orElseThrow();
    if (talk.wish.edge == Edge.FIRST) {
      return first;
    }
    var day = talk.local(first.start()).toLocalDate();
    return found.stream()
        .filter(offer -> talk.local(offer.start()).toLocalDate().equals(day))
        .max(Comparator.comparing(Offer::start))
        .orElse(first);
  }

  private Outcome exactly(Instant start) {
    var window = List.of(new Window(start, start.plusSeconds(60)));
    return switch (look(window)) {
      case FoundTimes.Times(var found) when !found.isEmpty() ->
          new Outcome.Settled(found.getFirst());
      case FoundTimes.Times none ->
          new Outcome.Choices(List.of(), Optional.of(talk.local(start)), Optional.of(Reason.TAKEN));
      case FoundTimes.NoTimes(var reason, var nearest) ->
          new Outcome.Choices(
              allowed(nearest), Optional.of(talk.local(start)), Optional.of(reason));
    };
  }

  /** The wished times of day, likelier readings first. */
  private Outcome atPoints(List<LocalDate> days, List<ClockRange> points) {
    var wish = talk.wish;
    Optional<FoundTimes.NoTimes> refusal = Optional.empty();
    var readings = new ArrayList<>(points);
    readings.addAll(wish.otherClocks.stream().filter(ClockRange::isPoint).toList());
    for (int i = 0; i < readings.size(); i++) {
      boolean lessLikely = i >= points.size();
      if (lessLikely
          && refusal.map(FoundTimes.NoTimes::reason).filter(Reason.TAKEN::equals).isPresent()) {
        break;
      }
      switch (look(windows(days, List.of(readings.get(i))))) {
        case FoundTimes.Times(var found) when !found.isEmpty() -> {
          boolean oneDay = days.size() == 1 || found.size() == 1;
          return oneDay
              ? new Outcome.Settled(found.getFirst())
              : new Outcome.Choices(
                  found.stream().limit(MOST_OFFERS).toList(), Optional.empty(), Optional.empty());
        }
        case FoundTimes.Times none -> {}
        case FoundTimes.NoTimes no -> refusal = refusal.isEmpty() ? Optional.of(no) : refusal;
      }
    }
    var wanted = wanted(days, points.getFirst());
    var around = around(days, points);
    var offers =
        around.isEmpty()
            ? refusal.map(FoundTimes.NoTimes::nearest).map(this::allowed).orElse(List.of())
            : around;
    return new Outcome.Choices(
        offers,
        wanted,
        refusal.map(FoundTimes.NoTimes::reason).or(() -> Optional.of(Reason.TAKEN)));
  }

  /** The free starts on the wished days nearest to the wished time. */
  private List<Offer> around(List<LocalDate> days, List<ClockRange> points) {
    if (days.isEmpty() || days.size() > 7) {
      return List.of();
    }
    var found = look(windows(days, List.of()));
    if (!(found instanceof FoundTimes.Times(var offers))) {
      return List.of();
    }
    var point = points.getFirst().from().toSecondOfDay();
    return offers.stream()
        .sorted(
            Comparator.comparingInt(
                offer -> Math.abs(talk.local(offer.start()).toLocalTime().toSecondOfDay() - point)))
        .limit(MOST_OFFERS)
        .sorted(Comparator.comparing(Offer::start))
        .toList();
  }

  private Optional<ZonedDateTime> wanted(List<LocalDate> days, ClockRange point) {
    return talk.wish.days.size() == 1 && days.size() == 1
        ? Optional.of(days.getFirst().atTime(point.from()).atZone(talk.business.zone()))
        : Optional.empty();
  }

  private Optional<ZonedDateTime> wantedDay(List<LocalDate> days) {
    return talk.wish.days.size() == 1 && days.size() == 1
        ? Optional.of(days.getFirst().atStartOfDay(talk.business.zone()))
        : Optional.empty();
  }

  private List<Window> windows(List<LocalDate> days, List<ClockRange> clocks) {
    var all =
        TimePlanner.windows(days, clocks, talk.wish.notClocks, talk.now(), talk.business.zone());
    // where no day was named, an hour that is over today is one of another day
    return talk.wish.days.isEmpty()
        ? all.stream().filter(window -> window.to().isAfter(talk.now().toInstant())).toList()
        : all;
  }

  private List<Window> bounded(List<Window> windows) {
    var wish = talk.wish;
    return windows.stream()
        .map(
            window ->
                new Window(
                    wish.after
                        .map(after -> later(window.from(), after.plus(Duration.ofMinutes(1))))
                        .orElse(window.from()),
                    wish.before.filter(before -> before.isBefore(window.to())).orElse(window.to())))
        .filter(window -> window.from().isBefore(window.to()))
        .toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private FoundTimes look(List<Window> windows) {
    if (windows.isEmpty()) {
      return new FoundTimes.NoTimes(Reason.TAKEN, List.of());
    }
    var moving = talk.goal == Goal.MOVE ? talk.target : Optional.<UUID>empty();
    return talk.tools.findTimes(
        new TimesQuery(service.id(), providers, windows, MOST_FOUND, moving));
  }

  /** What the tools suggest instead, without what the customer has ruled out. */
  private List<Offer> allowed(List<Offer> nearest) {
    return nearest.stream()
        .filter(
            offer -> {
              var start = talk.local(offer.start());
              return talk.wish.notDays.stream().noneMatch(day -> day.has(start.toLocalDate()))
                  && talk.wish.notClocks.stream()
                      .noneMatch(clock -> clock.has(start.toLocalTime()));
            })
        .limit(MOST_OFFERS)
        .toList();
  }

  /** Few out of many: round times before odd ones, spread over the days and the day. */
  List<Offer> pick(List<Offer> found) {
    if (found.size() <= MOST_OFFERS) {
      return found;
    }
    var wish = talk.wish;
    if (wish.before.isPresent() && wish.after.isEmpty()) {
      return found.subList(found.size() - MOST_OFFERS, found.size());
    }
    if (wish.after.isPresent()) {
      return found.subList(0, MOST_OFFERS);
    }
    var byDay = new LinkedHashMap<LocalDate, List<Offer>>();
    for (var offer : found) {
      byDay
          .computeIfAbsent(talk.local(offer.start()).toLocalDate(), day -> new ArrayList<>())
          .add(offer);
    }
    var picked = new ArrayList<Offer>();
    if (byDay.size() == 1) {
      var round = round(found);
      int last = round.size() - 1;
      for (int i = 0; i < MOST_OFFERS; i++) {
        var offer = round.get(last * i / (MOST_OFFERS - 1));
        if (!picked.contains(offer)) {
          picked.add(offer);
        }
      }
      return picked;
    }
    var days = List.copyOf(byDay.values());
    for (int i = 0; i < Math.min(MOST_OFFERS, days.size()); i++) {
      var round = round(days.get(i));
      picked.add(round.get(i == 0 ? 0 : (round.size() - 1) * i / MOST_OFFERS));
    }
    if (picked.size() < MOST_OFFERS) {
      var first = round(days.getFirst());
      var extra = first.get(first.size() / 2);
      if (!picked.contains(extra)) {
        picked.add(1, extra);
      }
    }
    return picked;
  }

  private List<Offer> round(List<Offer> offers) {
    var round =
        offers.stream().filter(offer -> talk.local(offer.start()).getMinute() % 30 == 0).toList();
    return round.size() >= MOST_OFFERS ? round : offers;
  }
}

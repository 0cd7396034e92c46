package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Edge;
import frontdesk.agent.builtin.DialogueState.Wish;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A {@link Wish} while a turn works on it. */
final class WishDraft {

  Optional<UUID> service;
  Set<UUID> providers;
  Set<UUID> notProviders;
  List<DayRange> days;
  List<DayRange> notDays;
  List<ClockRange> clocks;
  List<ClockRange> otherClocks;
  List<ClockRange> notClocks;
  boolean approximate;
  Optional<Instant> after;
  Optional<Instant> before;
  Optional<LocalTime> doneBy;
  Edge edge;
  Optional<Instant> start;

  WishDraft(Wish wish) {
    take(wish);
  }

  private void take(Wish wish) {
    service = wish.service();
    providers = wish.providers();
    notProviders = wish.notProviders();
    days = wish.days();
    notDays = wish.notDays();
    clocks = wish.clocks();
    otherClocks = wish.otherClocks();
    notClocks = wish.notClocks();
    approximate = wish.approximate();
    after = wish.after();
    before = wish.before();
    doneBy = wish.doneBy();
    edge = wish.edge();
    start = wish.start();
  }

  Wish kept() {
    return new Wish(
        service,
        Set.copyOf(providers),
        Set.copyOf(notProviders),
        List.copyOf(days),
        List.copyOf(notDays),
        List.copyOf(clocks),
        List.copyOf(otherClocks),
        List.copyOf(notClocks),
        approximate,
        after,
        before,
        doneBy,
        edge,
        start);
  }

  /** What was settled or bounded is open again. */
  void forgetStart() {
    start = Optional.empty();
    after = Optional.empty();
    before = Optional.empty();
    edge = Edge.NONE;
  }

  void clear() {
    take(Wish.nothing());
  }

  boolean saysWhen() {
    return start.isPresent()
        || !days.isEmpty()
        || !clocks.isEmpty()
        || after.isPresent()
        || before.isPresent()
        || edge != Edge.NONE;
  }
}

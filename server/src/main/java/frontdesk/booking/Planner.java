package frontdesk.booking;

import frontdesk.booking.Availability.Business;
import frontdesk.booking.Availability.Diary;
import frontdesk.booking.Availability.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The times of one service, with all that decides them loaded: plain data, asked once or often.
 *
 * @param diaries of those who may be chosen, least recently booked first
 */
record Planner(Rules rules, Business business, List<Diary> diaries, Instant now) {

  /** Every free start of everyone, in time order; at equal starts, least recently booked first. */
  List<Slot> free(Span window) {
    var slots = new ArrayList<Slot>();
    for (var diary : diaries) {
      slots.addAll(Availability.free(rules, business, diary, window, now));
    }
    slots.sort(Comparator.comparing(Slot::start));
    return slots;
  }

  /** Who could begin then, least recently booked first. */
  List<Slot> at(Instant start) {
    return free(new Span(start, start.plusNanos(1)));
  }

  /**
   * Who could begin then.
   *
   * @param waived what spoke against it and was passed over
   */
  record Starts(List<Slot> slots, Optional<Reason> waived) {}

  /**
   * @param anyway whether hours, notice, horizon and usual starts may be passed over where nobody
   *     could begin otherwise; whoever works then comes first
   */
  Starts starts(Instant start, boolean anyway) {
    var free = at(start);
    if (!anyway || !free.isEmpty()) {
      return new Starts(free, Optional.empty());
    }
    var slots =
        diaries.stream()
            .filter(diary -> Availability.clear(rules, diary, start, now))
            .sorted(
                Comparator.comparing(diary -> !Availability.open(rules, business, diary, start)))
            .map(diary -> rules.slot(diary.provider(), start))
            .toList();
    return new Starts(
        slots, slots.isEmpty() ? Optional.empty() : Optional.of(whyNot(FreeTimes.at(start))));
  }

  Set<UUID> providers() {
    return diaries.stream().map(Diary::provider).collect(Collectors.toSet());
  }

  Planner withBusy(Map<UUID, List<Span>> busy) {
    return new Planner(
        rules,
        business,
        diaries.stream()
            .map(diary -> diary.withBusy(busy.getOrDefault(diary.provider(), List.of())))
            .toList(),
        now);
  }

  /** The same when these are no longer free either. */
  Planner without(List<Slot> promised) {
    return withBusy(
        diaries.stream()
            .collect(
                Collectors.toMap(
                    Diary::provider,
                    diary ->
                        Stream.concat(
                                diary.busy().stream(),
                                promised.stream()
                                    .filter(slot -> slot.provider().equals(diary.provider()))
                                    .map(slot -> new Span(slot.start(), slot.end())))
                            .toList())));
  }

  Reason whyNot(Span window) {
    return Availability.whyNot(rules, business, diaries, window, now);
  }

  /** All that can be booked: from now to the horizon. */
  Optional<Span> bookable() {
    var end = Availability.horizon(rules, business, now);
    return now.isBefore(end) ? Optional.of(new Span(now, end)) : Optional.empty();
  }

  /**
   * The free starts nearest to a window, those inside it first, one offer a start; looks further
   * only when it must.
   */
  List<Slot> nearest(Span to, int limit) {
    var all = bookable();
    if (all.isEmpty() || diaries.isEmpty()) {
      return List.of();
    }
    for (int days = 1; ; days *= 4) {
      var reach = Duration.ofDays(days);
      var window =
          new Span(
              clamp(clamp(to.start(), all.get()).minus(reach), all.get()),
              clamp(clamp(to.end(), all.get()).plus(reach), all.get()).plusNanos(1));
      var found = onePerStart(free(window));
      boolean exhausted =
          !window.start().isAfter(all.get().start()) && !window.end().isBefore(all.get().end());
      if (found.size() >= limit || exhausted) {
        return found.stream()
            .sorted(Comparator.comparing(slot -> distance(slot.start(), to)))
            .limit(limit)
            .toList();
      }
    }
  }

  private static Duration distance(Instant start, Span window) {
    if (start.isBefore(window.start())) {
      return Duration.between(start, window.start());
    }
    return start.isBefore(window.end())
        ? Duration.ZERO
        : Duration.between(window.end().minusNanos(1), start);
  }

  static List<Slot> onePerStart(List<Slot> slots) {
    Set<Instant> seen = new HashSet<>();
    return slots.stream().filter(slot -> seen.add(slot.start())).toList();
  }

  /** With these alone; empty for anyone. */
  Planner only(Set<UUID> providers) {
    if (providers.isEmpty()) {
      return this;
    }
    return new Planner(
        rules,
        business,
        diaries.stream().filter(diary -> providers.contains(diary.provider())).toList(),
        now);
  }

  private static Instant clamp(Instant time, Span span) {
    if (time.isBefore(span.start())) {
      return span.start();
    }
    return time.isAfter(span.end()) ? span.end() : time;
  }
}

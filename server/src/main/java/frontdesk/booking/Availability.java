package frontdesk.booking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When a service can begin: the one answer for listing times, proposing one and committing it. Pure
 * functions over plain data; who wins a race for the same time is the database's to say.
 */
final class Availability {

  /**
   * What a service asks of a time, in minutes but for the horizon.
   *
   * @param minutes how long it takes
   * @param hours when it is given, in the business's zone; empty whenever somebody works
   */
  record Rules(
      int minutes,
      int bufferBefore,
      int bufferAfter,
      int notice,
      int horizonDays,
      int granularity,
      Optional<Map<DayOfWeek, List<Stretch>>> hours) {

    Rules(
        int minutes,
        int bufferBefore,
        int bufferAfter,
        int notice,
        int horizonDays,
        int granularity) {
      this(minutes, bufferBefore, bufferAfter, notice, horizonDays, granularity, Optional.empty());
    }

    static Rules of(BookableService.Details service) {
      return new Rules(
          service.minutes(),
          service.bufferBefore(),
          service.bufferAfter(),
          service.notice(),
          service.horizonDays(),
          service.granularity(),
          service.hours());
    }

    /** A slot's time with its buffers, as it stands in the books. */
    Span during(Instant start) {
      return new Span(
          start.minus(bufferBefore, ChronoUnit.MINUTES),
          start.plus(minutes + (long) bufferAfter, ChronoUnit.MINUTES));
    }

    Slot slot(UUID provider, Instant start) {
      return new Slot(provider, start, start.plus(minutes, ChronoUnit.MINUTES));
    }
  }

  /** The hours of the business, in its zone. */
  record Business(ZoneId zone, Schedule hours) {}

  /**
   * One provider's time.
   *
   * @param own weekly hours of their own; empty for the business's
   * @param busy what is taken or held already, buffers included
   */
  record Diary(
      UUID provider,
      ZoneId zone,
      Optional<Map<DayOfWeek, List<Stretch>>> own,
      Map<LocalDate, SpecialDay> exceptions,
      List<Span> busy) {

    Diary withBusy(List<Span> other) {
      return new Diary(provider, zone, own, exceptions, other);
    }
  }

  private Availability() {}

  /** Every start inside the window that is free, in time order. */
  static List<Slot> free(Rules rules, Business business, Diary diary, Span window, Instant now) {
    var earliest = latest(window.start(), now.plus(rules.notice(), ChronoUnit.MINUTES));
    var end = earliest(window.end(), horizon(rules, business, now));
    var slots = new ArrayList<Slot>();
    if (earliest.isBefore(end)) {
      scan(rules, openings(rules, business, diary, window), diary.busy(), earliest, end)
          .forEach(start -> slots.add(rules.slot(diary.provider(), start)));
    }
    return slots;
  }

  /** Whether nothing but rules stands against a start: nobody has the time, and it is not over. */
  static boolean clear(Rules rules, Diary diary, Instant start, Instant now) {
    var during = rules.during(start);
    return rules.slot(diary.provider(), start).end().isAfter(now)
        && diary.busy().stream().noneMatch(during::overlaps);
  }

  /** Whether a service that begins then is given within hours. */
  static boolean open(Rules rules, Business business, Diary diary, Instant start) {
    var slot = rules.slot(diary.provider(), start);
    var span = new Span(slot.start(), slot.end());
    return cover(openings(rules, business, diary, span), span);
  }

  /** Whether the provider works the whole of it. */
  static boolean open(Business business, Diary diary, Span span) {
    return cover(openings(business, diary, span), span);
  }

  private static boolean cover(List<Span> openings, Span span) {
    return Span.joined(openings).stream()
        .anyMatch(open -> !open.start().isAfter(span.start()) && !open.end().isBefore(span.end()));
  }

  /** Why no service can begin inside the window, whoever of these gives it. */
  static Reason whyNot(
      Rules rules, Business business, List<Diary> diaries, Span window, Instant now) {
    if (!window.end().isAfter(now)) {
      return Reason.PAST;
    }
    if (!window.end().isAfter(now.plus(rules.notice(), ChronoUnit.MINUTES))) {
      return Reason.TOO_SOON;
    }
    if (!window.start().isBefore(horizon(rules, business, now))) {
      return Reason.TOO_FAR;
    }
    var days = localDays(window, business.zone());
    if (diaries.stream()
        .allMatch(diary -> Span.within(openings(rules, business, diary, days), days).isEmpty())) {
      return Reason.CLOSED;
    }
    var left =
        new Span(
            latest(window.start(), now.plus(rules.notice(), ChronoUnit.MINUTES)),
            earliest(window.end(), horizon(rules, business, now)));
    if (anyStart(rules, business, diaries, left)) {
      return Reason.TAKEN;
    }
    var everyMinute =
        new Rules(rules.minutes(), 0, 0, rules.notice(), rules.horizonDays(), 1, rules.hours());
    return anyStart(everyMinute, business, diaries, left)
        ? Reason.BETWEEN_STARTS
        : Reason.OUTSIDE_HOURS;
  }

  /** Whether something could begin in the window if nobody had booked anything. */
  private static boolean anyStart(
      Rules rules, Business business, List<Diary> diaries, Span window) {
    return diaries.stream()
        .anyMatch(
            diary ->
                !scan(
                        rules,
                        openings(rules, business, diary, window),
                        List.of(),
                        window.start(),
                        window.end())
                    .isEmpty());
  }

  /** The end of the last day that can be booked. */
  static Instant horizon(Rules rules, Business business, Instant now) {
    return now.atZone(business.zone())
        .toLocalDate()
        .plusDays(rules.horizonDays() + 1L)
        .atStartOfDay(business.zone())
        .toInstant();
  }

  /** Goes through openings and busy times side by side, once. */
  private static List<Instant> scan(
      Rules rules, List<Span> openings, List<Span> busy, Instant from, Instant to) {
    var taken = Span.joined(busy);
    var open = Span.joined(openings);
    var starts = new ArrayList<Instant>();
    long step = rules.granularity() * 60L;
    long length = rules.minutes() * 60L;
    long before = rules.bufferBefore() * 60L;
    long after = length + rules.bufferAfter() * 60L;
    long first = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
    long end = to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0);
    int next = 0;
    int within = 0;
    for (var opening : openings) {
      while (!opening.start().isBefore(open.get(within).end())) {
        within++;
      }
      // what opens again where it closes is open right through, as at midnight
      long lastStart = open.get(within).end().getEpochSecond() - length;
      long opens = opening.start().getEpochSecond();
      long skipped = Math.max(0, (first - opens + step - 1) / step);
      long closes = Math.min(opening.end().getEpochSecond(), end);
      for (long start = opens + skipped * step;
          start < closes && start <= lastStart;
          start += step) {
        while (next < taken.size() && taken.get(next).end().getEpochSecond() <= start - before) {
          next++;
        }
        if (next == taken.size() || taken.get(next).start().getEpochSecond() >= start + after) {
          starts.add(Instant.ofEpochSecond(start));
        }
      }
    }
    return starts;
  }

  /** When the provider works and the service is given. */
  private static List<Span> openings(Rules rules, Business business, Diary diary, Span window) {
    var openings = openings(business, diary, window);
    if (rules.hours().isEmpty() || openings.isEmpty()) {
      return openings;
    }
    var given = new ArrayList<Span>();
    var all = new Span(openings.getFirst().start(), openings.getLast().end());
    for (var day : days(all, business.zone())) {
      addStretches(
          given,
          rules.hours().get().getOrDefault(day.getDayOfWeek(), List.of()),
          day,
          business.zone());
    }
    return Span.joined(given).stream()
        .flatMap(stretch -> Span.within(openings, stretch).stream())
        .toList();
  }

  /**
   * When the provider works, from a day before the window to a day after it, so that a stretch
   * keeps its own beginning and what goes on past midnight is seen. In order, without overlap.
   */
  static List<Span> openings(Business business, Diary diary, Span window) {
    var around =
        new Span(window.start().minus(1, ChronoUnit.DAYS), window.end().plus(1, ChronoUnit.DAYS));
    var openings = base(business, diary, around);
    for (var day : days(around, diary.zone())) {
      var special = diary.exceptions().get(day);
      if (special != null) {
        openings = new ArrayList<>(Span.minus(openings, wholeDay(day, diary.zone())));
        addStretches(openings, special.stretches(), day, diary.zone());
        openings.sort(Comparator.comparing(Span::start));
      }
    }
    return openings;
  }

  /** Weekly hours, with the business's special days. */
  private static List<Span> base(Business business, Diary diary, Span around) {
    var openings = new ArrayList<Span>();
    if (diary.own().isEmpty()) {
      for (var day : days(around, business.zone())) {
        addStretches(openings, business.hours().on(day), day, business.zone());
      }
      return openings;
    }
    for (var day : days(around, diary.zone())) {
      addStretches(
          openings,
          diary.own().get().getOrDefault(day.getDayOfWeek(), List.of()),
          day,
          diary.zone());
    }
    // on a day that is special for the business, nobody works outside its hours
    List<Span> within = openings;
    for (var day : days(around, business.zone())) {
      var special = business.hours().exceptions().get(day);
      if (special != null) {
        var kept = new ArrayList<>(Span.minus(within, wholeDay(day, business.zone())));
        var open = new ArrayList<Span>();
        addStretches(open, special.stretches(), day, business.zone());
        for (var stretch : open) {
          kept.addAll(Span.within(within, stretch));
        }
        kept.sort(Comparator.comparing(Span::start));
        within = kept;
      }
    }
    return within;
  }

  /**
   * Local hours as they fall on the world's clock. A time that the clocks skip is the moment they
   * skip it; of a time that comes twice, an opening is the first and a closing the second.
   */
  static void addStretches(
      List<Span> openings, List<Stretch> stretches, LocalDate day, ZoneId zone) {
    for (var stretch : stretches) {
      var open = instant(day, stretch.opens(), zone, true);
      var close = instant(day, stretch.closes(), zone, false);
      if (open.isBefore(close)) {
        openings.add(new Span(open, close));
      }
    }
  }

  private static Instant instant(LocalDate day, int minutes, ZoneId zone, boolean first) {
    var local =
        minutes == Stretch.MINUTES_OF_DAY
            ? day.plusDays(1).atStartOfDay()
            : day.atTime(LocalTime.ofSecondOfDay(minutes * 60L));
    var transition = zone.getRules().getTransition(local);
    if (transition != null && transition.isGap()) {
      return transition.getInstant();
    }
    var zoned = local.atZone(zone);
    return (first ? zoned.withEarlierOffsetAtOverlap() : zoned.withLaterOffsetAtOverlap())
        .toInstant();
  }

  private static Span wholeDay(LocalDate day, ZoneId zone) {
    return new Span(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static List<LocalDate> days(Span span, ZoneId zone) {
    var last = span.end().atZone(zone).toLocalDate();
    return span.start().atZone(zone).toLocalDate().datesUntil(last.plusDays(1)).toList();
  }

  private static Span localDays(Span window, ZoneId zone) {
    var first = window.start().atZone(zone).toLocalDate();
    var last = window.end().minusNanos(1).atZone(zone).toLocalDate();
    return new Span(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}

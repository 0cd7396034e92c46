package frontdesk.agent.builtin;

import frontdesk.agent.builtin.DialogueState.ClockRange;
import frontdesk.agent.builtin.DialogueState.DayRange;
import frontdesk.agent.builtin.DialogueState.Goal;
import frontdesk.agent.language.TimeMention;
import frontdesk.agent.language.TimeMention.Shift;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Joins what was newly said about time with what was wished before. */
final class TimeWishes {

  /** What about the words cannot be. */
  enum Trouble {
    NONE,
    NO_SUCH_DAY,
    /** Of a day that there is: the clocks skip it in spring. */
    NO_SUCH_HOUR,
    PAST_DAY
  }

  private static final Pattern CORRECTS =
      Pattern.compile(
          "\\b(no|actually|anzi|sorry|scusa|scusi|scusate|i mean|meant|instead|rather than|volevo"
              + " dire|intendevo|wait|aspetta|not|better|preferabl[ye]|ideally|meglio|preferibilmente"
              + "|possibilmente)\\b");

  private static final Pattern RATHER_THAN =
      Pattern.compile("\\b(instead of|rather than|invece (di|del\\w*|che))\\W*$");

  private static final Pattern NEXT_ONE =
      Pattern.compile(
          "^\\W*(?:no\\W+)?(?:but |ma )?(?:the |il |la |quell[oa] )?(?:one )?(?:next|following|one"
              + " after|after|prossim[oa]|dopo|successiv[oa])\\b");

  /** "The Monday after", but not "Monday after lunch". */
  private static final Pattern DAY_AFTER =
      Pattern.compile(
          "^\\s*(?:after|dopo|successiv[oa])\\b(?!\\s+(?:\\d|the|noon|lunch|work|school|dinner|le|l'|il"
              + "|la|pranzo|scuola|cena))");

  private final Talk talk;
  private final WishDraft wish;
  private final Said said;

  TimeWishes(Talk talk, Said said) {
    this.talk = talk;
    this.wish = talk.wish;
    this.said = said;
  }

  Trouble merge(List<TimeMention> mentions) {
    var positive = new ArrayList<TimeMention>();
    var trouble = Trouble.NONE;
    boolean hourMissing = false;
    for (var mention : mentions) {
      if (mention.impossible() && mention.days().isPresent()) {
        hourMissing = true;
        positive.add(mention.dayAlone());
      } else if (mention.impossible()) {
        trouble = Trouble.NO_SUCH_DAY;
        mention.clock().ifPresent(clock -> positive.add(mention.clockAlone()));
      } else if (mention.negated()
          || RATHER_THAN.matcher(said.plain().substring(0, mention.start())).find()) {
        exclude(mention);
        // "any day but Monday, around 11": the comma ends what is denied
        if (mention.days().isPresent()
            && mention.clock().isPresent()
            && words(mention).indexOf(',') >= 0) {
          positive.add(mention.clockAlone());
        }
      } else if (isPast(mention)) {
        trouble = Trouble.PAST_DAY;
        mention.clock().ifPresent(clock -> positive.add(mention.clockAlone()));
      } else {
        positive.add(mention);
      }
    }
    if (positive.stream().anyMatch(mention -> mention.days().isPresent())) {
      trouble = Trouble.NONE;
    }
    if (trouble != Trouble.NONE) {
      wish.days = List.of();
      wish.forgetStart();
    }
    if (positive.isEmpty()) {
      return trouble;
    }
    var anchor = talk.anchor().map(talk::local);
    var days = days(positive, anchor);
    var shift = positive.stream().flatMap(mention -> mention.shift().stream()).toList();
    var timed = positive.stream().filter(mention -> mention.clock().isPresent()).toList();

    if (timed.isEmpty()
        && anchor.isPresent()
        && shift.stream().anyMatch(Shift.SameTime.class::isInstance)) {
      var same = new ClockRange(anchor.get().toLocalTime(), Optional.empty());
      wish.clocks = List.of(same);
      wish.otherClocks = List.of();
      if (talk.goal == Goal.MOVE && days.isEmpty()) {
        wish.days = List.of(single(anchor.get().toLocalDate()));
      }
    }
    boolean moved =
        anchor.isPresent()
            && new Shifts(talk).moves(shift, anchor.get(), timed.isEmpty(), !days.isEmpty());
    if (!moved) {
      join(days, withoutAgreed(latest(timed, this::isClock)), anchor);
    }
    if (trouble != Trouble.NONE) {
      wish.days = List.of();
    }
    return trouble == Trouble.NONE && hourMissing ? Trouble.NO_SUCH_HOUR : trouble;
  }

  /** Of two times, the one already agreed is named to turn it down or to tell them apart. */
  private List<TimeMention> withoutAgreed(List<TimeMention> timed) {
    var agreed = settledStart().map(ZonedDateTime::toLocalTime);
    if (agreed.isEmpty() || timed.size() < 2) {
      return timed;
    }
    var others =
        timed.stream()
            .filter(
                mention ->
                    mention.clock().filter(clock -> clock.to().isEmpty()).isEmpty()
                        || !mention.clock().get().from().equals(agreed.get()))
            .toList();
    return others.stream().anyMatch(mention -> mention.clock().get().to().isEmpty())
        ? others
        : timed;
  }

  private List<DayRange> days(List<TimeMention> positive, Optional<ZonedDateTime> anchor) {
    boolean daysLater =
        anchor.isPresent()
            && positive.stream()
                .anyMatch(m -> m.shift().filter(Shift.DaysLater.class::isInstance).isPresent());
    var named =
        latest(
            positive.stream()
                .filter(mention -> mention.days().isPresent())
                // "Tuesday is off, the day after then?": counted from that Tuesday
                .filter(mention -> !daysLater || !isDay(mention, anchor.get().toLocalDate()))
                .toList(),
            mention -> true);
    var days = new ArrayList<DayRange>();
    for (var mention : named) {
      mention
          .days()
          .map(found -> new DayRange(found.first(), found.last()))
          .map(found -> anchor.isPresent() ? after(anchor.get(), mention, found) : found)
          .ifPresent(days::add);
    }
    if (days.isEmpty() && anchor.isPresent()) {
      var day = anchor.get().toLocalDate();
      for (var mention : positive) {
        if (mention.shift().isPresent()) {
          switch (mention.shift().get()) {
            case Shift.DaysLater later -> days.add(single(day.plus(later.by())));
            case Shift.SameDay same -> days.add(single(day));
            default -> {}
          }
        }
      }
    }
    return narrowed(days);
  }

  static boolean isDayAfter(Said said, TimeMention mention) {
    return DAY_AFTER.matcher(said.plain().substring(mention.end())).find();
  }

  /** "The Monday after": counted from the day agreed, not from today. */
  private DayRange after(ZonedDateTime anchor, TimeMention mention, DayRange named) {
    boolean one = named.first().equals(named.last());
    return one && isDayAfter(said, mention)
        ? single(anchor.toLocalDate().with(TemporalAdjusters.next(named.first().getDayOfWeek())))
        : named;
  }

  /** "Next week, on Tuesday" means one day: a stretch gives way to a day inside it. */
  private static List<DayRange> narrowed(List<DayRange> days) {
    var single = days.stream().filter(day -> day.first().equals(day.last())).toList();
    return single.isEmpty() ? days : single;
  }

  private void join(List<DayRange> days, List<TimeMention> timed, Optional<ZonedDateTime> anchor) {
    var clocks = new ArrayList<ClockRange>();
    var others = new ArrayList<ClockRange>();
    for (var mention : timed) {
      mention.clock().ifPresent(clock -> clocks.add(new ClockRange(clock.from(), clock.to())));
      mention.otherClocks().forEach(clock -> others.add(new ClockRange(clock.from(), clock.to())));
    }
    boolean approximate = timed.stream().anyMatch(TimeMention::approximate);
    if (days.isEmpty() && clocks.isEmpty()) {
      return;
    }
    var settled = settledStart();
    if (clocks.isEmpty()) {
      // a new day: the time agreed or wished before is tried there too
      settled.ifPresent(
          start -> {
            wish.clocks = List.of(new ClockRange(start.toLocalTime(), Optional.empty()));
            wish.otherClocks = List.of();
          });
      if (settled.isEmpty() && talk.goal == Goal.MOVE && wish.clocks.isEmpty()) {
        anchor.ifPresent(
            start -> wish.clocks = List.of(new ClockRange(start.toLocalTime(), Optional.empty())));
      }
    } else {
      var readings = offered(Readings.of(clocks, others, wish.clocks, talk.business));
      if (days.isEmpty() && settled.isEmpty()) {
        dayForBareTime(readings.clocks(), readings.others());
      }
      wish.clocks = readings.clocks();
      wish.otherClocks = readings.others();
      wish.approximate = approximate;
    }
    if (!days.isEmpty()) {
      wish.days = days;
    } else {
      settled.ifPresent(start -> wish.days = List.of(single(start.toLocalDate())));
      if (settled.isEmpty() && talk.goal == Goal.MOVE && wish.days.isEmpty()) {
        anchor.ifPresent(start -> wish.days = List.of(single(start.toLocalDate())));
      }
    }
    wish.forgetStart();
  }

  /** "Half ten", where 10:30 was offered and 9:30 was not, is 10:30. */
  private Readings offered(Readings readings) {
    var offers =
        talk.offers.stream().map(offer -> talk.local(offer.start()).toLocalTime()).toList();
    var meant = readings.others().stream().filter(other -> isAmong(offers, other)).toList();
    return meant.isEmpty() || readings.clocks().stream().anyMatch(clock -> isAmong(offers, clock))
        ? readings
        : new Readings(meant, readings.clocks());
  }

  private static boolean isAmong(List<LocalTime> times, ClockRange clock) {
    return clock.isPoint() && times.contains(clock.from());
  }

  private Optional<ZonedDateTime> settledStart() {
    return wish.start.or(() -> talk.proposal.map(open -> open.deal().start())).map(talk::local);
  }

  /** "10:30" after several days were offered means the offer at that time, else the day in view. */
  private void dayForBareTime(List<ClockRange> clocks, List<ClockRange> others) {
    var all = new ArrayList<>(clocks);
    all.addAll(others);
    for (var clock : all) {
      for (var offer : talk.offers) {
        var start = talk.local(offer.start());
        if (clock.isPoint() && start.toLocalTime().equals(clock.from())) {
          wish.days = List.of(single(start.toLocalDate()));
          return;
        }
      }
    }
    var inView =
        talk.offers.stream()
            .map(offer -> talk.local(offer.start()).toLocalDate())
            .distinct()
            .toList();
    if (inView.size() == 1 && talk.goal != Goal.MOVE) {
      wish.days = List.of(single(inView.getFirst()));
    }
  }

  private void exclude(TimeMention mention) {
    if (mention.days().isPresent()) {
      var days = mention.days().get();
      boolean named = days.first().equals(days.last()) && days.first().isAfter(talk.today());
      var excluded = new ArrayList<>(wish.notDays);
      boolean onlyThis = words(mention).matches("(?s).*\\b(this|quest\\w+|next|prossim\\w+)\\b.*");
      if (onlyThis && NEXT_ONE.matcher(said.plain().substring(mention.end())).find()) {
        wish.days = List.of(new DayRange(days.first().plusWeeks(1), days.last().plusWeeks(1)));
      }
      for (int week = 0; week < (named && isWeekday(mention) && !onlyThis ? 4 : 1); week++) {
        excluded.add(new DayRange(days.first().plusWeeks(week), days.last().plusWeeks(week)));
      }
      wish.notDays = excluded;
      wish.days =
          wish.days.stream()
              .filter(
                  day ->
                      !(day.first().equals(day.last())
                          && excluded.stream().anyMatch(not -> not.has(day.first()))))
              .toList();
    } else if (mention.clock().isPresent()) {
      var excluded = new ArrayList<>(wish.notClocks);
      var clock = mention.clock().get();
      excluded.add(new ClockRange(clock.from(), clock.to()));
      wish.notClocks = excluded;
      wish.clocks = wish.clocks.stream().filter(known -> !excluded.contains(known)).toList();
    }
    wish.forgetStart();
  }

  /** "3 November", said a few weeks later, is the one that is over and not that of next year. */
  private boolean isPast(TimeMention mention) {
    return mention
        .days()
        .filter(
            days -> {
              var yearBefore = days.last().minusYears(1);
              boolean justOver =
                  days.first().equals(days.last())
                      && yearBefore.isBefore(talk.today())
                      && yearBefore.isAfter(talk.today().minusMonths(3))
                      && !words(mention).matches("(?s).*(\\d{4}|next|pross|year|anno).*");
              return days.last().isBefore(talk.today()) || justOver;
            })
        .isPresent();
  }

  private String words(TimeMention mention) {
    return said.plain().substring(mention.start(), mention.end());
  }

  private boolean isWeekday(TimeMention mention) {
    return words(mention)
        .matches("(?s).*\\b(mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom)[a-z]*\\b.*");
  }

  /** Where a word of correction stands between two of a kind, only the later one counts. */
  private List<TimeMention> latest(List<TimeMention> mentions, Predicate<TimeMention> counts) {
    var kept = new ArrayList<TimeMention>();
    for (var mention : mentions) {
      if (!counts.test(mention)) {
        continue;
      }
      if (!kept.isEmpty()) {
        var between =
            said.plain()
                .substring(Math.min(kept.getLast().end(), mention.start()), mention.start());
        if (CORRECTS.matcher(between).find()) {
          kept.clear();
        }
      }
      kept.add(mention);
    }
    return kept;
  }

  private boolean isClock(TimeMention mention) {
    return mention.clock().isPresent();
  }

  private static boolean isDay(TimeMention mention, LocalDate day) {
    return mention.days().filter(new TimeMention.Days(day, day)::equals).isPresent();
  }

  private static DayRange single(LocalDate day) {
    return new DayRange(day, day);
  }
}

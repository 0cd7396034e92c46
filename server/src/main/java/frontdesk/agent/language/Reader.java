package frontdesk.agent.language;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the expressions of time in a text and joins those that stand together. */
final class Reader {

  /** An expression: its tokens from start to end, excluded. */
  record Found(Facts facts, int start, int end) {}

  private static final int GLUES = 3;

  private final Text text;
  private final Beginnings beginnings;
  private final Numbers numbers;
  private final ClockRules clocks;
  private final RangeRules ranges;
  private final List<Rule> rules;
  private final LocalDate today;

  Reader(Text text, ZonedDateTime reference) {
    this.text = text;
    this.beginnings = new Beginnings(text);
    this.numbers = new Numbers(text);
    var amounts = new Amounts(text, numbers);
    today = reference.toLocalDate();
    var dates = new DateRules(text, numbers, today);
    var spans = new SpanRules(text, numbers, reference);
    clocks = new ClockRules(text, numbers);
    var eachDay =
        List.<Rule>of(
            dates::relative,
            dates::weekday,
            dates::numeric,
            dates::monthThenDay,
            dates::dayThenMonth,
            dates::dayOfMonth,
            dates::month,
            dates::year,
            new HolidayRules(text, today)::holiday,
            spans::unit,
            spans::edge,
            new NthRules(text, numbers, today, spans)::nthOf);
    var days = new Remembered(text, i -> Rule.longest(eachDay, i));
    ranges = new RangeRules(text, numbers, clocks, days);
    var relative = new RelativeRules(text, numbers, amounts, reference, days);
    var shifts = new ShiftRules(text, amounts);
    rules =
        List.of(
            days,
            spans::several,
            relative::in,
            relative::within,
            relative::counted,
            relative::around,
            relative::now,
            ranges::days,
            ranges::part,
            ranges::bound,
            shifts::at);
  }

  List<Found> expressions() {
    var found = new ArrayList<Found>();
    for (int i = 0; i < text.size(); ) {
      if (!beginnings.at(i)) {
        // the "from" of "apart from Wednesday" begins nothing
        i += text.is(i, "apart", "aside") && text.is(i + 1, "from") ? 2 : 1;
        continue;
      }
      var begins = begin(i);
      if (begins.isEmpty()) {
        i = Math.max(i + 1, text.skip(Role.IGNORE, i));
        continue;
      }
      var start = begins.get().start();
      var whole = join(ranges.suffixed(new Hit<>(begins.get().facts(), begins.get().end())));
      found.add(new Found(whole.value(), start, whole.next()));
      i = alternatives(found, whole);
    }
    return found;
  }

  /** The expression that begins here, unless it is inside a phrase that means something else. */
  private Optional<Found> begin(int i) {
    var ignored = text.skip(Role.IGNORE, i);
    for (int k = i; k < Math.max(ignored, i + 1); k++) {
      var start = k;
      var hit = read(k, false).filter(found -> found.next() > ignored);
      if (hit.isPresent()) {
        return hit.map(found -> new Found(found.value(), start, found.next()));
      }
    }
    return Optional.empty();
  }

  private Optional<Hit<Facts>> read(int i, boolean marked) {
    var read =
        Rule.longest(
            Stream.of(
                Rule.longest(rules, i),
                ranges.clocks(i, marked),
                clocks.at(i, marked),
                movedTo(i),
                beforeDay(i)));
    return read.map(hit -> moved(i) ? new Hit<>(target(hit.value()), hit.next()) : hit);
  }

  /** "12 on Saturday then": an hour that begins what is said, with its day behind it. */
  private Optional<Hit<Facts>> beforeDay(int i) {
    boolean begins =
        i == 0
            || text.token(i - 1).kind() == Token.Kind.SIGN
            || text.is(i - 1, "ok", "okay", "say", "then", "allora", "maybe", "yes", "no", "si");
    boolean on = text.is(i + 1, "on", "di");
    boolean day = on && (text.has(Role.WEEKDAY, i + 2) || text.has(Role.DAY, i + 2));
    boolean tomorrow =
        text.digits(i).filter(hour -> hour <= 24).isPresent() && text.has(Role.DAY, i + 1);
    return begins && (day || tomorrow) ? clocks.at(i, true) : Optional.empty();
  }

  /** "Switch to 11". */
  private Optional<Hit<Facts>> movedTo(int i) {
    return text.is(i, "to") && moved(i) ? clocks.at(i + 1, true) : Optional.empty();
  }

  /** "Move it from 3 to 4": what is wished for is the 4. */
  private boolean moved(int i) {
    for (int k = Math.max(0, i - 5); k < i; k++) {
      if (text.has(Role.MOVE, k)) {
        return true;
      }
    }
    return false;
  }

  private static Facts target(Facts facts) {
    if (facts.time().orElse(null) instanceof TimeSpec.Stretch stretch
        && stretch.from().isPresent()
        && stretch.to().isPresent()) {
      var to = stretch.settled().to().orElseThrow();
      return facts.day().map(day -> Facts.of(day, to)).orElseGet(() -> Facts.of(to));
    }
    return facts.day().orElse(null) instanceof DaySpec.Through(_, var last)
        ? Facts.of(last)
        : facts;
  }

  /** Takes in what follows as long as it says more of the same time. */
  private Hit<Facts> join(Hit<Facts> first) {
    var whole = first;
    while (true) {
      var more = next(whole);
      if (more.isEmpty()) {
        return whole;
      }
      whole = ranges.suffixed(more.get());
    }
  }

  private Optional<Hit<Facts>> next(Hit<Facts> whole) {
    var facts = whole.value();
    var k = whole.next();
    var marked = facts.onlyDay() && facts.day().orElseThrow().single();
    for (int glues = 0; glues <= GLUES && k < text.size(); glues++) {
      var added =
          joined(facts, k, marked && (glues == 0 || text.is(k - 1, ",", "-", "at", "x", "per")));
      if (added.isPresent()) {
        return added;
      }
      var comma =
          text.is(k, ",", "(", "-")
              || (text.is(k, ".") && text.glued(k) && glues == 0 && !sentenceEnds(k));
      var after = comma ? k + 1 : text.skip(Role.GLUE, k);
      if (after == k) {
        return Optional.empty();
      }
      k = after;
    }
    return Optional.empty();
  }

  private boolean sentenceEnds(int dot) {
    return !text.glued(dot + 1) && text.token(dot - 1).word().length() > 5;
  }

  private Optional<Hit<Facts>> joined(Facts facts, int k, boolean marked) {
    if (text.skip(Role.IGNORE, k) > k
        && read(k, false).map(Hit::next).orElse(0) <= text.skip(Role.IGNORE, k)) {
      return Optional.empty();
    }
    var more =
        read(k, marked)
            .flatMap(hit -> facts.and(hit.value()).map(both -> new Hit<>(both, hit.next())));
    var dated = marked ? dayNumber(facts, k) : Optional.<Hit<Facts>>empty();
    var sure = dated.isPresent() && text.has(Role.AT, dated.get().next());
    return sure || dated.isPresent() && dated.get().next() >= more.map(Hit::next).orElse(0)
        ? dated
        : more;
  }

  /** "martedì 19" is the 19th when that is a Tuesday soon, and 19:00 otherwise. */
  private Optional<Hit<Facts>> dayNumber(Facts facts, int k) {
    if (!(facts.day().orElseThrow() instanceof DaySpec.Calendar weekday)
        || weekday.weekday().isEmpty()
        || weekday.day().isPresent()) {
      return Optional.empty();
    }
    var number = text.digits(k).filter(n -> n >= 1 && n <= 31 && text.length(k) <= 2);
    var clockLike =
        text.is(k + 1, ":", "am", "pm", "h", "e")
            || text.joins(k + 1, ".", ",", "-")
            || text.has(Role.ISH, k + 1)
            || text.has(Role.CLOCK_UNIT, k + 1);
    var hourFollows = text.has(Role.AT, k + 1) && clocks.at(k + 1, false).isPresent();
    if (number.isEmpty()
        || clockLike
        || text.has(Role.PART, k + 1)
        || text.has(Role.MONTH, k + 1)) {
      return Optional.empty();
    }
    return facts
        .and(Facts.of(DaySpec.Calendar.day(number.get())))
        .filter(both -> hourFollows || soon(both, number.get()))
        .map(both -> new Hit<>(both, k + 1));
  }

  /** An hour of the day could be meant too, so the date must lie within the next weeks. */
  private boolean soon(Facts facts, int number) {
    return Days.of(facts.day().orElseThrow(), today)
        .filter(day -> number > 24 || day.first().isBefore(today.plusWeeks(5)))
        .isPresent();
  }

  /** "at 10 or 11", "nove e mezza dieci": a second hour that needs no word of its own. */
  private int alternatives(List<Found> found, Hit<Facts> whole) {
    var i = whole.next();
    var facts = whole.value();
    if (!(facts.time().orElse(null) instanceof TimeSpec.Point)) {
      return i;
    }
    var comma = text.is(i, ",") ? i + 1 : i;
    var corrected = text.skip(Role.CORRECTING, comma);
    var k =
        text.has(Role.OR, i)
            ? text.skip(Role.OR, i)
            : corrected > comma ? text.is(corrected, ",") ? corrected + 1 : corrected : i;
    if (k == i && text.digits(i).isPresent()) {
      return i;
    }
    var other =
        k > i
            ? clocks.at(k, true)
            : numbers
                .spelled(i)
                .filter(n -> n.value() >= 7 && n.value() <= 12)
                .flatMap(_ -> clocks.at(i, true));
    if (other.isEmpty() || other.get().value().time().isEmpty()) {
      return i;
    }
    found.add(new Found(other.get().value(), k, other.get().next()));
    return other.get().next();
  }
}

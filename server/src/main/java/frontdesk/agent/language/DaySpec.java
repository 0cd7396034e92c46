package frontdesk.agent.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** A day or days as said: still to be held against today. */
sealed interface DaySpec {

  /** Which of the days that fit: the next, unless said otherwise. */
  enum Which {
    ANY,
    THIS,
    NEXT,
    LAST,
    AFTER_NEXT
  }

  /** "Friday", "the 15th", "March", "Friday 15 March 2027": any of these parts. */
  record Calendar(
      Optional<Integer> year,
      Optional<Integer> month,
      Optional<Integer> day,
      Optional<DayOfWeek> weekday,
      Which which)
      implements DaySpec {

    static Calendar weekday(DayOfWeek weekday, Which which) {
      return new Calendar(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(weekday), which);
    }

    static Calendar day(int day) {
      return new Calendar(
          Optional.empty(), Optional.empty(), Optional.of(day), Optional.empty(), Which.ANY);
    }

    static Calendar date(Optional<Integer> year, int month, int day) {
      return new Calendar(year, Optional.of(month), Optional.of(day), Optional.empty(), Which.ANY);
    }

    static Calendar month(Optional<Integer> year, int month, Which which) {
      return new Calendar(year, Optional.of(month), Optional.empty(), Optional.empty(), which);
    }

    static Calendar year(int year) {
      return new Calendar(
          Optional.of(year), Optional.empty(), Optional.empty(), Optional.empty(), Which.ANY);
    }

    Calendar in(Optional<Integer> otherYear, Optional<Integer> otherMonth) {
      return new Calendar(
          year.or(() -> otherYear), month.or(() -> otherMonth), day, weekday, which);
    }

    private Optional<DaySpec> and(Calendar other) {
      if (clash(year, other.year)
          || clash(month, other.month)
          || clash(day, other.day)
          || clash(weekday, other.weekday)) {
        return Optional.empty();
      }
      if (which != Which.ANY && other.which != Which.ANY && which != other.which) {
        return Optional.empty();
      }
      var both =
          new Calendar(
              year.or(other::year),
              month.or(other::month),
              day.or(other::day),
              weekday.or(other::weekday),
              which == Which.ANY ? other.which : which);
      // "Monday March" says nothing
      var sound = both.day.isPresent() || both.weekday.isEmpty() || both.month.isEmpty();
      return sound ? Optional.of(both) : Optional.empty();
    }

    private static <T> boolean clash(Optional<T> one, Optional<T> other) {
      return one.isPresent() && other.isPresent() && !one.equals(other);
    }
  }

  /**
   * "tomorrow", "in three days".
   *
   * @param loose said in weeks, so that a weekday beside it names the day of that week
   */
  record Fixed(LocalDate date, boolean loose) implements DaySpec {}

  /** "next week", "this summer". Its end is excluded. */
  record Span(LocalDate first, LocalDate end, Grain grain) implements DaySpec {}

  /** "Monday of next week", "the 5th of next month". */
  record Within(Span span, Calendar part) implements DaySpec {}

  /** "from Monday to Friday", both included. */
  record Through(DaySpec first, DaySpec last) implements DaySpec {}

  /** "before Friday" (not included) or "by Friday" (included); from now on. */
  record Until(DaySpec day, boolean included) implements DaySpec {}

  /** "from Friday on" (included) or "after Friday" (not included). */
  record Onwards(DaySpec day, boolean included) implements DaySpec {}

  /** A day that does not exist. */
  record Nonexistent() implements DaySpec {}

  /** Both together, when they can be said of one day. */
  default Optional<DaySpec> and(DaySpec other) {
    return switch (this) {
      case Calendar a when other instanceof Calendar b -> a.and(b);
      case Calendar a when other instanceof Fixed || other instanceof Span -> other.and(a);
      case Fixed a when other instanceof Calendar b -> fixed(a, b);
      case Span a when other instanceof Calendar b -> within(a, b);
      default -> equals(other) ? Optional.of(this) : Optional.empty();
    };
  }

  private static Optional<DaySpec> fixed(Fixed fixed, Calendar part) {
    var date = fixed.date();
    if (fixed.loose() && part.weekday().isPresent() && part.day().isEmpty()) {
      var monday = date.with(DayOfWeek.MONDAY);
      return Optional.of(new Fixed(monday.with(part.weekday().get()), false));
    }
    var agrees =
        part.weekday().map(date.getDayOfWeek()::equals).orElse(true)
            && part.day().map(day -> day == date.getDayOfMonth()).orElse(true)
            && part.month().map(month -> month == date.getMonthValue()).orElse(true)
            && part.year().map(year -> year == date.getYear()).orElse(true);
    var said = part.weekday().isPresent() || part.day().isPresent();
    return agrees && said ? Optional.of(fixed) : Optional.empty();
  }

  private static Optional<DaySpec> within(Span span, Calendar part) {
    var fits =
        switch (span.grain()) {
          case WEEK -> part.weekday().isPresent() && part.month().isEmpty();
          case MONTH -> part.day().isPresent() && part.month().isEmpty();
          case YEAR -> part.month().isPresent() && part.year().isEmpty();
          default -> false;
        };
    return fits ? Optional.of(new Within(span, part)) : Optional.empty();
  }

  /** Names one single day, so that a time of day may follow it. */
  default boolean single() {
    return switch (this) {
      case Calendar calendar -> calendar.day().isPresent() || calendar.weekday().isPresent();
      case Fixed _, Within _, Nonexistent _ -> true;
      case Span _, Through _, Until _, Onwards _ -> false;
    };
  }
}

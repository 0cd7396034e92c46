package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.DaySpec.Calendar;
import frontdesk.agent.language.DaySpec.Fixed;
import frontdesk.agent.language.DaySpec.Which;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** Days: "tomorrow", "next Tuesday", "March 5th", "5/3", "the 15th", "Ferragosto". */
final class DateRules {

  private final Text text;
  private final Numbers numbers;
  private final LocalDate today;

  DateRules(Text text, Numbers numbers, LocalDate today) {
    this.text = text;
    this.numbers = numbers;
    this.today = today;
  }

  /** "tomorrow", "dopodomani", "tonight", "domattina". */
  Optional<Hit<Facts>> relative(int i) {
    var part =
        text.find(Role.TODAY, i)
            .map(
                found ->
                    found.map(entry -> Facts.of(new Fixed(today, false), part(entry.value()))));
    var next =
        text.find(Role.IN_A_DAY, i)
            .map(
                found ->
                    found.map(
                        entry ->
                            Facts.of(new Fixed(today.plusDays(1), false), part(entry.value()))));
    return text.find(Role.DAY, i)
        .map(found -> found.map(day -> Facts.of(new Fixed(today.plusDays(day.number()), false))))
        .or(() -> part)
        .or(() -> next);
  }

  /** "04:00-12:00 am" of the word list. */
  static TimeSpec.Part part(String value) {
    var half = value.substring(12).toUpperCase(java.util.Locale.ROOT);
    var to = value.substring(6, 11);
    return new TimeSpec.Part(
        java.time.LocalTime.parse(value.substring(0, 5)),
        to.equals("24:00") ? java.time.LocalTime.MAX : java.time.LocalTime.parse(to),
        TimeSpec.Half.valueOf(half));
  }

  /** "Friday", "next Friday", "lunedì prossimo", "Friday after next". */
  Optional<Hit<Facts>> weekday(int i) {
    var which = text.find(Role.WHICH, i);
    var k = which.map(Hit::next).orElse(i);
    var again = text.find(Role.WHICH, k);
    k = again.map(Hit::next).orElse(k);
    var weekday = text.find(Role.WEEKDAY, k);
    if (weekday.isEmpty()) {
      return Optional.empty();
    }
    var next = weekday.get().next();
    if (text.is(next, ".")
        && text.glued(next)
        && weekday.get().value().words().getFirst().length() <= 4) {
      next++;
    }
    var day = DayOfWeek.of(weekday.get().value().number());
    var after = text.find(Role.WHICH_AFTER, next);
    var said = again.or(() -> which);
    if (said.isPresent()) {
      return hit(Facts.of(Calendar.weekday(day, which(said.get().value().value()))), next);
    }
    if (after.isEmpty()) {
      return hit(Facts.of(Calendar.weekday(day, Which.ANY)), next);
    }
    var afterWhich =
        text.is(next, "after", "week") ? Which.AFTER_NEXT : which(after.get().value().value());
    // "Friday next week" is the Friday of that week
    return text.has(Role.UNIT, after.get().next()) && !text.is(next, "after")
        ? hit(Facts.of(Calendar.weekday(day, Which.ANY)), next)
        : hit(Facts.of(Calendar.weekday(day, afterWhich)), after.get().next());
  }

  private static Which which(String value) {
    return switch (value) {
      case "next" -> Which.NEXT;
      case "last" -> Which.LAST;
      default -> Which.THIS;
    };
  }

  /** "2026-03-05", "5/3", "05.03.26", "5-3-2026". */
  Optional<Hit<Facts>> numeric(int i) {
    var first = text.digits(i);
    if (first.isEmpty() || !text.is(i + 1, "/", "-", ".") || text.digits(i + 2).isEmpty()) {
      return Optional.empty();
    }
    var slash = text.is(i + 1, "/");
    var a = first.get();
    var b = text.digits(i + 2).get();
    var third =
        text.is(i + 3, text.token(i + 1).word()) && (slash || text.joins(i + 3, "-", "."))
            ? text.digits(i + 4)
            : Optional.<Integer>empty();
    if (text.length(i) == 4) {
      return third.isPresent() && text.glued(i + 1)
          ? date(Optional.of(a), b, third.get(), i + 5)
          : Optional.empty();
    }
    if (text.length(i) > 2 || text.length(i + 2) > 2) {
      return Optional.empty();
    }
    var day = text.monthFirst() ? b : a;
    var month = text.monthFirst() ? a : b;
    if (month > 12 && day <= 12) {
      var swap = day;
      day = month;
      month = swap;
    }
    if (third.isPresent() && (text.length(i + 4) == 4 || text.length(i + 4) == 2)) {
      var year = text.length(i + 4) == 4 ? third.get() : century(third.get());
      return date(Optional.of(year), month, day, i + 5);
    }
    if (slash
        && text.glued(i + 2)
        && day >= 1
        && month >= 1
        && !(text.is(i + 3, "h") && text.digits(i + 4).isEmpty())
        && !text.is(i + 3, "hour", "ora", "d", "of", "di")) {
      return date(Optional.empty(), month, day, i + 3);
    }
    // "il 15.03" and "31.12" are days; "15.30" is a time
    var dotted = text.joins(i + 1, ".", "-") && month <= 12 && text.length(i + 2) == 2;
    var called =
        text.is(i - 1, "il", "del", "dal", "al", "giorno") || (text.is(i + 1, ".") && a > 24);
    return dotted && called && month > 0
        ? date(Optional.empty(), month, day, i + 3)
        : Optional.empty();
  }

  private int century(int year) {
    return year <= (today.getYear() + 20) % 100 ? 2000 + year : 1900 + year;
  }

  private Optional<Hit<Facts>> date(Optional<Integer> year, int month, int day, int next) {
    var sound = month >= 1 && month <= 12 && day >= 1 && day <= 31;
    var real =
        sound
            && day <= java.time.Month.of(month).maxLength()
            && year.map(y -> java.time.YearMonth.of(y, month).isValidDay(day)).orElse(true);
    return hit(Facts.of(real ? Calendar.date(year, month, day) : new DaySpec.Nonexistent()), next);
  }

  /** "March 5th", "Feb13", "march the 15th 2027". */
  Optional<Hit<Facts>> monthThenDay(int i) {
    var month = text.find(Role.MONTH, i);
    // in Italian "mar 19" is a Tuesday, "19 mar" a day of March
    if (month.isEmpty() || text.italian() && text.is(i, "mar")) {
      return Optional.empty();
    }
    var k = dotAfter(month.get());
    k = text.is(k, "the", ",", "il") ? k + 1 : k;
    var day = dayNumber(k, true);
    if (day.isEmpty()
        || text.joins(day.get().next(), ":")
        || text.is(day.get().next(), "am", "pm")) {
      return Optional.empty();
    }
    return withYear(month.get().value().number(), day.get().value(), day.get().next());
  }

  private int dotAfter(Hit<Lexicon.Entry> word) {
    var dot =
        text.is(word.next(), ".")
            && text.glued(word.next())
            && word.value().words().getFirst().length() <= 4;
    return dot ? word.next() + 1 : word.next();
  }

  /** "5 March", "the 15th of february", "primo di marzo", "14april 2015". */
  Optional<Hit<Facts>> dayThenMonth(int i) {
    var start = text.is(i, "the", "il", "l") || text.is(i, "giorno") ? i + 1 : i;
    var day = dayNumber(start, true);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    var k = day.get().next();
    k = text.is(k, "of", "di", "d", "-", "/", "in") ? k + 1 : k;
    var month = text.find(Role.MONTH, k);
    if (month.isEmpty()) {
      // "il 5 del mese prossimo" is joined later; "the 5th of this month" alike
      return Optional.empty();
    }
    return withYear(month.get().value().number(), day.get().value(), dotAfter(month.get()));
  }

  private Optional<Hit<Facts>> withYear(int month, int day, int next) {
    var k = text.is(next, ",", "of", "del", "-", "/") ? next + 1 : next;
    var year =
        text.digits(k)
            .filter(y -> text.length(k) == 4 && y > 1900 && y < 2200 && !text.joins(k + 1, ":"));
    var shortYear =
        text.digits(k)
            .filter(
                y ->
                    k == next
                        && text.length(k) == 2
                        && y > 12
                        && !text.is(k + 1, ":", ".", ",", "am", "pm", "e", "h", "-")
                        && !text.has(Role.UNIT, k + 1)
                        && text.has(Role.SUFFIX, next - 2));
    if (year.isPresent() || shortYear.isPresent()) {
      return date(year.or(() -> shortYear.map(this::century)), month, day, k + 1);
    }
    return date(Optional.empty(), month, day, next);
  }

  private Optional<Hit<Integer>> dayNumber(int i, boolean spelled) {
    var ordinal = numbers.ordinal(i).filter(n -> n.value() > 0);
    if (ordinal.isPresent()) {
      return ordinal;
    }
    var digits =
        text.digits(i)
            .filter(n -> n <= 99 && n > 0 && text.length(i) <= 2)
            .map(n -> new Hit<>(n, i + 1));
    return digits.or(
        () ->
            spelled
                ? numbers
                    .spelled(i)
                    .filter(n -> n.value() > 0 && n.value() <= 31 && !text.is(i, "un", "una"))
                : Optional.empty());
  }

  /** "the 15th", "il 15", "on the first", "15th". */
  Optional<Hit<Facts>> dayOfMonth(int i) {
    var article = text.is(i, "the", "il", "giorno", "dal", "al", "del", "l");
    var k = text.is(i, "il", "al", "del") && text.is(i + 1, "giorno") ? i + 2 : article ? i + 1 : i;
    var digitsOrdinal = numbers.ordinal(k).filter(n -> text.digits(k).isPresent());
    if (digitsOrdinal.isPresent()) {
      return dayOfMonth(digitsOrdinal.get());
    }
    if (text.is(i, "the") && text.is(i - 1, "on", "by", "until", "before", "from", "for")) {
      return numbers.spelledOrdinal(k).filter(n -> n.value() > 0).flatMap(this::dayOfMonth);
    }
    if (!article || text.is(i, "the")) {
      return Optional.empty();
    }
    if (text.is(k, "primo") && text.is(i, "il", "dal", "al")) {
      return text.is(i - 1, "per", "entro") || text.is(i, "dal", "al")
          ? dayOfMonth(new Hit<>(1, k + 1))
          : Optional.empty();
    }
    var number =
        numbers
            .cardinal(k)
            .filter(
                n -> n.value() >= 1 && n.value() <= 31 && !text.is(k, "un", "uno", "una", "sei"));
    return number
        .filter(
            n ->
                !text.has(Role.UNIT, n.next())
                    && !text.has(Role.UNIT_OF, n.next())
                    && !text.is(n.next(), "%", "/", "a"))
        .filter(n -> !text.joins(n.next(), ":", ".", ",", "h"))
        .flatMap(this::dayOfMonth);
  }

  private Optional<Hit<Facts>> dayOfMonth(Hit<Integer> day) {
    if (day.value() < 1
        || day.value() > 31
        || text.has(Role.ALONE, day.next())
        || text.has(Role.UNIT, day.next())) {
      return Optional.empty();
    }
    return hit(Facts.of(Calendar.day(day.value())), day.next());
  }

  /** "March", "next March", "marzo 2027", "2/2027". */
  Optional<Hit<Facts>> month(int i) {
    var which = text.find(Role.WHICH, i);
    var month = text.find(Role.MONTH, which.map(Hit::next).orElse(i));
    if (month.isEmpty()) {
      return Optional.empty();
    }
    var next = dotAfter(month.get());
    var year = text.digits(next).filter(y -> text.length(next) == 4 && y > 1900 && y < 2200);
    var after = text.find(Role.WHICH_AFTER, next);
    var number = month.get().value().number();
    if (year.isPresent()) {
      return hit(Facts.of(Calendar.month(year, number, Which.ANY)), next + 1);
    }
    if (which.isEmpty() && after.isPresent() && !text.has(Role.UNIT, after.get().next())) {
      var said = text.is(next, "after") ? Which.AFTER_NEXT : which(after.get().value().value());
      return hit(Facts.of(Calendar.month(Optional.empty(), number, said)), after.get().next());
    }
    var said = which.map(found -> which(found.value().value())).orElse(Which.ANY);
    return hit(Facts.of(Calendar.month(Optional.empty(), number, said)), next);
  }

  /** "in 2027", "nel 2027". */
  Optional<Hit<Facts>> year(int i) {
    return text.is(i, "in", "nel")
        ? text.digits(i + 1)
            .filter(y -> text.length(i + 1) == 4 && y > 1900 && y < 2200)
            .map(y -> new Hit<>(Facts.of(Calendar.year(y)), i + 2))
        : Optional.empty();
  }
}

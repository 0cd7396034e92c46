package frontdesk.agent.language;

import static frontdesk.agent.language.Rule.hit;

import frontdesk.agent.language.DaySpec.Fixed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** Feasts: "Christmas", "last Easter", "Ferragosto 2027". */
final class HolidayRules {

  private final Text text;
  private final LocalDate today;

  HolidayRules(Text text, LocalDate today) {
    this.text = text;
    this.today = today;
  }

  /** "Christmas", "last Easter", "Ferragosto 2027", "Thanksgiving of next year". */
  Optional<Hit<Facts>> holiday(int i) {
    var which = text.find(Role.WHICH, i);
    var holiday = text.find(Role.HOLIDAY, which.map(Hit::next).orElse(i));
    if (holiday.isEmpty()) {
      return Optional.empty();
    }
    var rule = holiday.get().value().value();
    var next = holiday.get().next();
    var k = text.is(next, "of", "in", "del", "nel", "dell") ? next + 1 : next;
    var year = text.digits(k).filter(y -> text.length(k) == 4 && y > 1900 && y < 2200);
    if (year.isPresent()) {
      return hit(Facts.of(new Fixed(Holidays.in(year.get(), rule), false)), k + 1);
    }
    var yearWord =
        text.is(k, "anno")
            ? text.find(Role.WHICH_AFTER, k + 1)
            : text.find(Role.WHICH, k).filter(w -> text.is(w.next(), "year", "anno"));
    if (yearWord.isPresent()) {
      var offset = SpanRules.offset(yearWord.get().value().value());
      var end = text.is(k, "anno") ? yearWord.get().next() : yearWord.get().next() + 1;
      return hit(Facts.of(new Fixed(Holidays.in(today.getYear() + offset, rule), false)), end);
    }
    var after = text.find(Role.WHICH_AFTER, next);
    var last =
        which.or(() -> after).map(found -> found.value().value().equals("last")).orElse(false);
    var coming = Holidays.in(today.getYear(), rule);
    var date =
        last
            ? coming.isBefore(today) ? coming : Holidays.in(today.getYear() - 1, rule)
            : coming.isBefore(today) ? Holidays.in(today.getYear() + 1, rule) : coming;
    var end = which.isEmpty() && after.isPresent() ? after.get().next() : next;
    if (text.has(Role.WEEKEND, end)) {
      var monday = date.getDayOfWeek() == DayOfWeek.MONDAY;
      return hit(
          Facts.of(SpanRules.weekend(monday ? date.minusDays(1) : date, 0)),
          text.skip(Role.WEEKEND, end));
    }
    return hit(Facts.of(new Fixed(date, false)), end);
  }
}

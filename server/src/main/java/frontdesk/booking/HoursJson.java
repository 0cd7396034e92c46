package frontdesk.booking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hours as the API writes them: one item for each stretch, so that a day may have several. */
final class HoursJson {

  private static final int MOST_EXCEPTIONS = 1000;
  private static final int LONGEST_REASON = 200;

  /**
   * @param day monday to sunday
   * @param open local time, as 09:00
   * @param close local time; 00:00 or 24:00 is the end of the day
   */
  @Schema(requiredProperties = {"day", "open", "close"})
  record WeeklyItem(
      @Schema(
              allowableValues = {
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday"
              })
          @Nullable String day,
      @Nullable String open,
      @Nullable String close) {}

  /** A day that differs: closed, or open from and to; several items make several stretches. */
  @Schema(requiredProperties = "date")
  record ExceptionItem(
      @Nullable String date,
      @Nullable Boolean closed,
      @Nullable String open,
      @Nullable String close,
      @Nullable String reason) {}

  private HoursJson() {}

  static Map<DayOfWeek, List<Stretch>> readWeekly(
      Input input, String field, List<@Nullable WeeklyItem> items) {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var at = field + "." + i;
      if (item == null) {
        input.wrong(at, "http.missing");
        continue;
      }
      var day = day(input, at + ".day", item.day());
      var stretch = input.stretch(at, item.open(), item.close());
      if (day.isPresent() && stretch.isPresent()) {
        add(input, at, weekly.computeIfAbsent(day.get(), d -> new ArrayList<>()), stretch.get());
      }
    }
    return weekly;
  }

  static Map<LocalDate, SpecialDay> readExceptions(
      Input input, String field, List<@Nullable ExceptionItem> items) {
    if (items.size() > MOST_EXCEPTIONS) {
      input.wrong(field, "booking.too-many", MOST_EXCEPTIONS);
      return Map.of();
    }
    var days = new TreeMap<LocalDate, SpecialDay>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      var at = field + "." + i;
      if (item == null) {
        input.wrong(at, "http.missing");
        continue;
      }
      if (item.reason() != null && item.reason().length() > LONGEST_REASON) {
        input.wrong(at + ".reason", "booking.too-long", LONGEST_REASON);
      }
      var date = input.date(at + ".date", item.date());
      boolean closed =
          item.closed() != null ? item.closed() : item.open() == null && item.close() == null;
      var stretch =
          closed ? Optional.<Stretch>empty() : input.stretch(at, item.open(), item.close());
      if (date.isEmpty() || !closed && stretch.isEmpty()) {
        continue;
      }
      var known = days.get(date.get());
      if (known != null && (closed || known.closed())) {
        input.wrong(at + ".date", "booking.date-twice");
        continue;
      }
      List<Stretch> stretches = new ArrayList<>(known == null ? List.of() : known.stretches());
      stretch.ifPresent(opened -> add(input, at, stretches, opened));
      days.put(
          date.get(),
          new SpecialDay(
              stretches,
              Optional.ofNullable(item.reason())
                  .or(() -> known == null ? Optional.empty() : known.reason())));
    }
    return days;
  }

  static List<WeeklyItem> writeWeekly(Map<DayOfWeek, List<Stretch>> weekly) {
    var items = new ArrayList<WeeklyItem>();
    new TreeMap<>(weekly)
        .forEach(
            (day, stretches) ->
                stretches.forEach(
                    stretch ->
                        items.add(
                            new WeeklyItem(
                                day.name().toLowerCase(Locale.ROOT),
                                stretch.open().toString(),
                                stretch.close().toString()))));
    return items;
  }

  static List<ExceptionItem> writeExceptions(Map<LocalDate, SpecialDay> exceptions) {
    var items = new ArrayList<ExceptionItem>();
    new TreeMap<>(exceptions)
        .forEach(
            (date, special) -> {
              var reason = special.reason().orElse(null);
              if (special.closed()) {
                items.add(new ExceptionItem(date.toString(), true, null, null, reason));
              }
              special
                  .stretches()
                  .forEach(
                      stretch ->
                          items.add(
                              new ExceptionItem(
                                  date.toString(),
                                  false,
                                  stretch.open().toString(),
                                  stretch.close().toString(),
                                  reason)));
            });
    return items;
  }

  private static Optional<DayOfWeek> day(Input input, String field, @Nullable String text) {
    for (var day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(day);
      }
    }
    input.wrong(field, text == null ? "http.missing" : "booking.day");
    return Optional.empty();
  }

  private static void add(Input input, String field, List<Stretch> stretches, Stretch stretch) {
    if (stretches.stream()
        .anyMatch(known -> known.opens() < stretch.closes() && stretch.opens() < known.closes())) {
      input.wrong(field + ".open", "booking.overlap");
      return;
    }
    stretches.add(stretch);
    stretches.sort(Comparator.comparing(Stretch::opens));
  }
}

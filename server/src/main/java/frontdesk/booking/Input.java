package frontdesk.booking;

import frontdesk.http.Cursors;
import frontdesk.http.Invalid;
import frontdesk.http.Problems.FieldError;
import frontdesk.http.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads what came as text, and keeps what was wrong with it until all has been looked at. */
final class Input {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);

  private final List<FieldError> errors = new ArrayList<>();

  /** Goes on from what the shape of a request has shown already. */
  static Input from(Errors found) {
    var input = new Input();
    found
        .getFieldErrors()
        .forEach(
            error ->
                input.errors.add(
                    new FieldError(error.getField(), String.valueOf(error.getDefaultMessage()))));
    return input;
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  void wrong(String field, String text, Object... values) {
    errors.add(new FieldError(field, Texts.say(text, values)));
  }

  /** Ends the reading; everything that was wrong is answered at once. */
  void check() {
    if (hasErrors()) {
      throw new Invalid(errors);
    }
  }

  /** The id that a list goes on after. */
  static Optional<UUID> after(@Nullable String cursor) {
    return Cursors.read(cursor, 1)
        .map(
            parts -> {
              try {
                return UUID.fromString(parts.getFirst());
              } catch (IllegalArgumentException e) {
                throw new Invalid("cursor", Texts.say("http.cursor"));
              }
            });
  }

  /** A moment with its offset, as 2026-03-05T09:00:00Z. */
  Optional<Instant> instant(String field, @Nullable String text) {
    if (text == null) {
      wrong(field, "http.missing");
      return Optional.empty();
    }
    try {
      return inRange(field, OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      wrong(field, "booking.instant");
      return Optional.empty();
    }
  }

  /** A moment, or a local date that stands for its beginning. */
  Optional<Instant> instantOrDate(String field, String text, ZoneId zone) {
    if (!text.contains("T")) {
      return date(field, text).map(date -> date.atStartOfDay(zone).toInstant());
    }
    // a + of an offset that was not encoded arrives as a space
    return instant(field, text.replace(' ', '+'));
  }

  Optional<LocalDate> date(String field, @Nullable String text) {
    if (text == null) {
      wrong(field, "http.missing");
      return Optional.empty();
    }
    try {
      var date = LocalDate.parse(text);
      return inRange(field, date.atStartOfDay(ZoneId.of("UTC")).toInstant()).map(at -> date);
    } catch (DateTimeException e) {
      wrong(field, "booking.date");
      return Optional.empty();
    }
  }

  /** Hours of one day; 24:00 closes at its end, as 00:00 does. */
  Optional<Stretch> stretch(String field, @Nullable String open, @Nullable String close) {
    var opens = time(field + ".open", open);
    var closes = time(field + ".close", "24:00".equals(close) ? "00:00" : close);
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    if (Stretch.closes(closes.get()) <= Stretch.opens(opens.get())) {
      wrong(field + ".close", "booking.close-after-open");
      return Optional.empty();
    }
    return Optional.of(new Stretch(opens.get(), closes.get()));
  }

  Optional<ZoneId> zone(String field, String text) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return Optional.of(ZoneId.of(text));
    }
    wrong(field, "booking.zone");
    return Optional.empty();
  }

  private Optional<LocalTime> time(String field, @Nullable String text) {
    if (text == null) {
      wrong(field, "http.missing");
      return Optional.empty();
    }
    try {
      var time = LocalTime.parse(text, TIME);
      if (time.getSecond() == 0) {
        return Optional.of(time);
      }
    } catch (DateTimeException e) {
      // answered below
    }
    wrong(field, "booking.time");
    return Optional.empty();
  }

  private Optional<Instant> inRange(String field, Instant at) {
    if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
      wrong(field, "booking.far-off");
      return Optional.empty();
    }
    return Optional.of(at);
  }
}

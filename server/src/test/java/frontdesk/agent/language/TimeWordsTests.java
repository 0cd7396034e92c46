package frontdesk.agent.language;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.language.TimeMention.Shift;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTests {

  private static final ZonedDateTime TUESDAY =
      ZonedDateTime.parse("2026-03-10T09:30+01:00[Europe/Rome]");

  @TestFactory
  Stream<DynamicTest> readsEnglish() throws IOException {
    return table("times_en.txt", Locale.ENGLISH);
  }

  @TestFactory
  Stream<DynamicTest> readsItalian() throws IOException {
    return table("times_it.txt", Locale.ITALIAN);
  }

  @Test
  void readsTheMonthFirstInTheUnitedStatesOnly() {
    assertThat(best("5/4", Locale.US)).isEqualTo("2026-05-04");
    assertThat(best("5/4", Locale.UK)).isEqualTo("2026-04-05");
  }

  @Test
  void neverReturnsATimeThatTheClocksSkip() {
    var before = ZonedDateTime.parse("2026-03-28T20:00+01:00[Europe/Rome]");

    assertThat(TimeWords.read("tomorrow at 2:30 am", Locale.ENGLISH, before)).isEmpty();
    assertThat(TimeWords.mentions("domani alle 2:30 di notte", Locale.ITALIAN, before))
        .singleElement()
        .matches(TimeMention::impossible);
  }

  @Test
  void countsHoursAcrossTheChangeOfTheClocks() {
    var before = ZonedDateTime.parse("2026-03-29T01:30+01:00[Europe/Rome]");

    assertThat(TimeWords.read("in two hours", Locale.ENGLISH, before))
        .first()
        .extracting(TimeValue::start)
        .isEqualTo(LocalDateTime.parse("2026-03-29T04:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, push it back a day, P1D",
    "en, can you put it back by a week?, P7D",
    "en, bring it forward a day, P-1D",
    "it, spostalo di un giorno, P1D",
    "it, posso anticipare di due giorni?, P-2D",
  })
  void moveByDays(String language, String text, String by) {
    assertThat(TimeWords.mentions(text, Locale.of(language), TUESDAY))
        .singleElement()
        .extracting(TimeMention::shift)
        .isEqualTo(Optional.of(new Shift.DaysLater(Period.parse(by))));
  }

  @ParameterizedTest
  @CsvSource({
    "en, delay it by half an hour, PT30M",
    "en, push it back an hour, PT1H",
    "it, posticipare di mezz'ora, PT30M",
  })
  void moveLater(String language, String text, String by) {
    assertThat(TimeWords.mentions(text, Locale.of(language), TUESDAY))
        .singleElement()
        .extracting(TimeMention::shift)
        .isEqualTo(Optional.of(new Shift.Later(Optional.of(Duration.parse(by)))));
  }

  @Test
  void moveEarlier() {
    assertThat(TimeWords.mentions("anticipalo di un'ora", Locale.ITALIAN, TUESDAY))
        .singleElement()
        .extracting(TimeMention::shift)
        .isEqualTo(Optional.of(new Shift.Earlier(Optional.of(Duration.ofHours(1)))));
  }

  private static Stream<DynamicTest> table(String file, Locale locale) throws IOException {
    try (var stream = Objects.requireNonNull(TimeWordsTests.class.getResourceAsStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" => "))
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row[0], () -> assertThat(best(row[0], locale)).isEqualTo(row[1])));
    }
  }

  private static String best(String text, Locale locale) {
    return TimeWords.read(text, locale, TUESDAY).stream()
        .findFirst()
        .map(TimeWordsTests::shown)
        .orElse("-");
  }

  /** As in the tables: a date as a day, whole days without their midnight. */
  private static String shown(TimeValue value) {
    return switch (value.kind()) {
      case DATE -> value.start().toLocalDate().toString();
      case TIME, DATETIME -> value.start().toString().replace('T', ' ');
      case INTERVAL -> {
        var whole =
            value.grain().ofDays() && value.start().toLocalTime().equals(LocalTime.MIDNIGHT);
        var end = value.end().map(until -> " " + shown(until, whole)).orElse("");
        var grain = value.grain().compareTo(Grain.DAY) > 0 ? " " + value.grain() : "";
        yield shown(value.start(), whole) + " .." + end + grain;
      }
    };
  }

  private static String shown(LocalDateTime time, boolean whole) {
    return whole ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
  }
}

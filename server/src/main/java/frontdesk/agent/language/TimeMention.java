package frontdesk.agent.language;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * One mention of time in a text: what it says by itself, resolved against the reference, not yet
 * joined with what was said before.
 *
 * @param start index of its first character in the text
 * @param end index after its last character
 * @param days the day or days it names, both ends included; empty when it names none
 * @param clock the time of day it names; empty when it names none
 * @param otherClocks less likely readings of an ambiguous time of day ("at 5": 17:00 first, then
 *     05:00)
 * @param shift how it moves away from what was agreed or offered before ("a bit later", "same
 *     time", "an hour later", "the day after")
 * @param approximate "around", "12ish", "verso le 10"
 * @param negated "not Friday", "non la mattina"
 * @param impossible it names a day or time that does not exist, as 30 February
 */
public record TimeMention(
    int start,
    int end,
    Optional<Days> days,
    Optional<Clock> clock,
    List<Clock> otherClocks,
    Optional<Shift> shift,
    boolean approximate,
    boolean negated,
    boolean impossible) {

  /** Its day without its hour, as a plain wish. */
  public TimeMention dayAlone() {
    return new TimeMention(
        start, end, days, Optional.empty(), List.of(), Optional.empty(), false, false, false);
  }

  /** Its hour without its day. */
  public TimeMention clockAlone() {
    return new TimeMention(
        start, end, Optional.empty(), clock, otherClocks, shift, approximate, false, false);
  }

  /** From first to last, both included; a single day has both the same. */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * A time of day: a point ("at 3": no {@code to}) or a stretch ("morning", "after 5", "before
   * noon"), its end excluded; the end of the day is {@link LocalTime#MAX}.
   */
  public record Clock(LocalTime from, Optional<LocalTime> to) {}

  /** A move relative to what was said or offered before. */
  public sealed interface Shift {
    /** Later by the amount, or by any amount when none is said. */
    record Later(Optional<Duration> by) implements Shift {}

    /** Earlier by the amount, or by any amount when none is said. */
    record Earlier(Optional<Duration> by) implements Shift {}

    /** Whole days forward or back: "the day after", "il giorno prima", "a week later". */
    record DaysLater(Period by) implements Shift {}

    /** "same time", "stessa ora", with a new day. */
    record SameTime() implements Shift {}

    /** "same day", "lo stesso giorno", with a new time. */
    record SameDay() implements Shift {}

    /** "right after", "subito dopo": where the earlier one ends. */
    record RightAfter() implements Shift {}
  }
}

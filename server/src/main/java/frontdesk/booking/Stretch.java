package frontdesk.booking;

import java.time.LocalTime;

/**
 * Opening hours within one local day, the end excluded; a close of 00:00 is the end of the day.
 * What runs past midnight is two stretches, one on each day, and counts as one.
 */
public record Stretch(LocalTime open, LocalTime close) {

  static final int MINUTES_OF_DAY = 24 * 60;

  public Stretch {
    if (closes(close) <= opens(open)) {
      throw new IllegalArgumentException(
          "Hours close after they open, not %s to %s".formatted(open, close));
    }
  }

  static Stretch ofMinutes(int opens, int closes) {
    return new Stretch(
        LocalTime.ofSecondOfDay(opens * 60L),
        LocalTime.ofSecondOfDay(closes % MINUTES_OF_DAY * 60L));
  }

  int opens() {
    return opens(open);
  }

  int closes() {
    return closes(close);
  }

  static int opens(LocalTime open) {
    return open.toSecondOfDay() / 60;
  }

  /** In minutes of the day, with midnight as its end. */
  static int closes(LocalTime close) {
    int minutes = close.toSecondOfDay() / 60;
    return minutes == 0 ? MINUTES_OF_DAY : minutes;
  }
}

package frontdesk.agent.language;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How fine a time was said. */
public enum Grain {
  SECOND(ChronoUnit.SECONDS),
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  QUARTER(java.time.temporal.IsoFields.QUARTER_YEARS),
  YEAR(ChronoUnit.YEARS);

  private final java.time.temporal.TemporalUnit unit;

  Grain(java.time.temporal.TemporalUnit unit) {
    this.unit = unit;
  }

  java.time.temporal.TemporalUnit unit() {
    return unit;
  }

  boolean ofDays() {
    return compareTo(DAY) >= 0;
  }

  static Grain named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

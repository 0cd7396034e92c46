package frontdesk.booking;

import frontdesk.booking.Availability.Business;
import frontdesk.booking.Availability.Diary;
import frontdesk.booking.Availability.Rules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** The pure availability function with its data loaded: 500 appointments over 30 days. */
public final class BookingBench {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final Instant NOW = Instant.parse("2026-03-10T06:00:00Z");
  private static final int DAYS = 30;
  private static final int APPOINTMENTS = 500;
  private static final int ROUNDS = 2_000;

  /** Milliseconds. */
  public record Figures(double p50, double p99, int slots) {}

  private BookingBench() {}

  /** All 500 appointments are shared out among the providers. */
  public static Figures availability(int providers) {
    var weekly = new EnumMap<DayOfWeek, List<Stretch>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      weekly.put(
          day,
          List.of(
              new Stretch(LocalTime.of(9, 0), LocalTime.of(13, 0)),
              new Stretch(LocalTime.of(14, 0), LocalTime.of(19, 0))));
    }
    var diaries = new ArrayList<Diary>();
    var random = new Random(7);
    for (int i = 0; i < providers; i++) {
      diaries.add(
          new Diary(
              new UUID(0, i),
              ROME,
              i % 2 == 0 ? Optional.empty() : Optional.of(weekly),
              Map.of(),
              busy(random, APPOINTMENTS / providers)));
    }
    var planner =
        new Planner(
            new Rules(30, 5, 10, 60, 60, 15),
            new Business(ROME, new Schedule(weekly, Map.of())),
            diaries,
            NOW);
    var window = new Span(NOW, NOW.plus(Duration.ofDays(DAYS)));
    var nanos = new long[ROUNDS];
    int slots = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      var begin = System.nanoTime();
      slots = planner.free(window).size();
      if (round >= 0) {
        nanos[round] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    return new Figures(nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, slots);
  }

  private static List<Span> busy(Random random, int count) {
    var busy = new ArrayList<Span>();
    for (int i = 0; i < count; i++) {
      var start =
          LocalDate.ofInstant(NOW, ROME)
              .plusDays(random.nextInt(DAYS))
              .atTime(9 + random.nextInt(9), 15 * random.nextInt(4))
              .atZone(ROME)
              .toInstant();
      busy.add(new Span(start, start.plus(Duration.ofMinutes(30))));
    }
    return busy;
  }
}

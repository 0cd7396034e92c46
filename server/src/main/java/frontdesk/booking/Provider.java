package frontdesk.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person who gives services. */
public record Provider(UUID id, Details details, boolean archived) {

  /**
   * What the business says of them.
   *
   * @param color their place in the palette, 1 to 8
   * @param zone empty for the business's
   * @param hours empty for the business's
   * @param exceptions days that differ, for them alone
   */
  public record Details(
      String name,
      int color,
      Optional<ZoneId> zone,
      List<UUID> services,
      Optional<Map<DayOfWeek, List<Stretch>>> hours,
      Map<LocalDate, SpecialDay> exceptions) {}
}

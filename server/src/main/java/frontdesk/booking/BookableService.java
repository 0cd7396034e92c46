package frontdesk.booking;

import frontdesk.tenancy.Money;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is booked.
 *
 * @param providers those who give it, archived ones left out
 */
public record BookableService(UUID id, Details details, List<UUID> providers, boolean archived) {

  /**
   * What the business says of it.
   *
   * @param minutes how long the customer is there
   * @param bufferBefore minutes kept free before each appointment
   * @param bufferAfter minutes kept free after each appointment
   * @param notice minutes that must lie between booking and start
   * @param horizonDays how many days ahead it can be booked, today being day zero
   * @param granularity minutes between one possible start and the next, counted from opening
   * @param automatic confirmed at once; otherwise a member confirms it
   * @param online offered to customers, not only by members
   * @param hours when it is given, within the hours of the business and of who gives it; empty for
   *     all of them
   */
  public record Details(
      String name,
      Optional<String> description,
      int minutes,
      Optional<Money> price,
      int bufferBefore,
      int bufferAfter,
      int notice,
      int horizonDays,
      int granularity,
      boolean automatic,
      boolean online,
      Optional<Map<DayOfWeek, List<Stretch>>> hours) {

    /** With everything left out that may be. */
    public static Details of(String name, int minutes, Optional<Money> price) {
      return new Details(
          name, Optional.empty(), minutes, price, 0, 0, 0, 60, 15, true, true, Optional.empty());
    }
  }

  public boolean bookable() {
    return !archived && !providers.isEmpty();
  }
}

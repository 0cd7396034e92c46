package frontdesk.analytics;

import frontdesk.booking.BookingFigures;
import frontdesk.conversations.ConversationFigures;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import frontdesk.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first look of the day, as much of it as the member may see. */
@RestController
class HomeController {

  private static final int DAYS_AROUND = 7;

  private final ConversationFigures conversations;
  private final BookingFigures bookings;
  private final Tenants tenants;
  private final Clock clock;

  HomeController(
      ConversationFigures conversations, BookingFigures bookings, Tenants tenants, Clock clock) {
    this.conversations = conversations;
    this.bookings = bookings;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * @param date today, where the business is
   * @param bookings a week back, today, and the six days to come
   */
  record Home(
      LocalDate date,
      Optional<ConversationFigures.Figures> conversations,
      Optional<List<BookingFigures.Day>> bookings) {}

  @GetMapping("/api/home")
  @Requires
  @Transactional(readOnly = true)
  public Home home(Caller caller) {
    var zone = tenants.get().zone();
    var today = clock.instant().atZone(zone).toLocalDate();
    return new Home(
        today,
        caller.may(Permission.INBOX_SEE)
            ? Optional.of(conversations.of(caller, today, zone))
            : Optional.empty(),
        caller.may(Permission.CALENDAR_SEE)
            ? Optional.of(
                bookings.days(
                    caller, today.minusDays(DAYS_AROUND), today.plusDays(DAYS_AROUND), zone))
            : Optional.empty());
  }
}

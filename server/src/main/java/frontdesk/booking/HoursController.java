package frontdesk.booking;

import frontdesk.booking.AffectedJson.Decided;
import frontdesk.booking.HoursJson.ExceptionItem;
import frontdesk.booking.HoursJson.WeeklyItem;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** When the business is open. */
@RestController
class HoursController {

  record HoursView(List<WeeklyItem> weekly, List<ExceptionItem> exceptions) {
    static HoursView of(Schedule schedule) {
      return new HoursView(
          HoursJson.writeWeekly(schedule.weekly()),
          HoursJson.writeExceptions(schedule.exceptions()));
    }
  }

  record HoursRequest(
      @NotNull @Nullable List<@Nullable WeeklyItem> weekly,
      @Nullable List<@Nullable ExceptionItem> exceptions,
      @Size(max = 1000) @Nullable List<@NotNull @Valid Decided> decisions) {}

  private final Hours hours;

  HoursController(Hours hours) {
    this.hours = hours;
  }

  @Requires
  @GetMapping("/api/hours")
  HoursView get() {
    return HoursView.of(hours.get());
  }

  /** Refused with `appointments-affected` while one that falls outside is not decided on. */
  @Requires(Permission.SERVICES_CHANGE)
  @PutMapping("/api/hours")
  HoursView replace(Caller caller, @Valid @RequestBody HoursRequest request) {
    var input = new Input();
    var weekly =
        HoursJson.readWeekly(
            input, "weekly", request.weekly() == null ? List.of() : request.weekly());
    var exceptions =
        HoursJson.readExceptions(
            input, "exceptions", request.exceptions() == null ? List.of() : request.exceptions());
    var decisions = AffectedJson.read(input, request.decisions());
    input.check();
    var schedule = new Schedule(weekly, exceptions);
    return switch (hours.change(schedule, decisions, Source.of(caller))) {
      case HoursOutcome.Changed() -> HoursView.of(schedule);
      case HoursOutcome.Affects(var affected) -> throw AffectedJson.refused(affected, caller);
    };
  }
}

package frontdesk.booking;

import frontdesk.booking.AppointmentJson.SlotView;
import frontdesk.http.NotFound;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import frontdesk.identity.Caller;
import frontdesk.identity.Permission;
import frontdesk.identity.Requires;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An appointment that is repeated. */
@RestController
class RepeatController {

  /**
   * @param everyWeeks one for each week
   * @param times how many more
   * @param whereFree book those that can be, and leave the others out
   */
  record RepeatRequest(
      @NotNull @Min(1) @Max(12) @Nullable Integer everyWeeks,
      @NotNull @Min(1) @Max(52) @Nullable Integer times,
      @Nullable Boolean whereFree) {}

  /** One that cannot be: why, and what is free instead. */
  record NotFreeView(Instant start, String reason, List<SlotView> alternatives) {
    static NotFreeView of(Repeats.NotFree notFree) {
      var refusal = notFree.refusal();
      return new NotFreeView(
          notFree.start(),
          Texts.say("problem." + AppointmentJson.problem(refusal.reason()) + ".title"),
          refusal.alternatives().stream().map(SlotView::of).toList());
    }
  }

  record RepeatView(List<AppointmentView> items, List<NotFreeView> leftOut) {}

  private final Repeats repeats;
  private final Appointments appointments;

  RepeatController(Repeats repeats, Appointments appointments) {
    this.repeats = repeats;
    this.appointments = appointments;
  }

  /** Refused with `not-all-free` and nothing booked while some of them cannot be. */
  @PostMapping("/api/appointments/{id}/repeat")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CALENDAR_CHANGE)
  RepeatView repeat(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody RepeatRequest request) {
    var first = appointments.find(id).orElseThrow(() -> new NotFound("appointment " + id));
    Sight.of(caller).require(first.provider());
    var asked =
        new Repeats.Request(
            id,
            request.everyWeeks() == null ? 1 : request.everyWeeks(),
            request.times() == null ? 1 : request.times(),
            Boolean.TRUE.equals(request.whereFree()));
    return switch (repeats.repeat(asked, Source.of(caller), Source.member(caller))) {
      case Repeats.Outcome.Repeated(var made, var leftOut) ->
          new RepeatView(
              made.stream().map(each -> AppointmentView.of(each, caller)).toList(),
              leftOut.stream().map(NotFreeView::of).toList());
      case Repeats.Outcome.NotAll(var notFree) ->
          throw new Refused(
              HttpStatus.CONFLICT,
              "not-all-free",
              Map.of("notFree", notFree.stream().map(NotFreeView::of).toList()));
    };
  }
}

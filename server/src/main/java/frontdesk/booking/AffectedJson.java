package frontdesk.booking;

import frontdesk.booking.AppointmentJson.SlotView;
import frontdesk.http.Refused;
import frontdesk.identity.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Appointments in the way of time off or of other hours, and what was decided on them. */
final class AffectedJson {

  /** What becomes of one; a move says where to. */
  record Decided(
      @NotNull @Nullable UUID appointmentId,
      @NotNull @Pattern(regexp = "keep|cancel|move") @Nullable String action,
      @Nullable UUID providerId,
      @Nullable String start) {}

  record AffectedView(AppointmentView appointment, List<SlotView> alternatives) {}

  private AffectedJson() {}

  static Refused refused(List<Affected> affected, Caller caller) {
    return new Refused(
        HttpStatus.CONFLICT,
        "appointments-affected",
        Map.of(
            "appointments",
            affected.stream()
                .map(
                    each ->
                        new AffectedView(
                            AppointmentView.of(each.appointment(), caller),
                            each.alternatives().stream().map(SlotView::of).toList()))
                .toList()));
  }

  static Map<UUID, Decision> read(Input input, @Nullable List<Decided> given) {
    var decisions = new HashMap<UUID, Decision>();
    var all = given == null ? List.<Decided>of() : given;
    for (int i = 0; i < all.size(); i++) {
      var decided = all.get(i);
      decision(input, "decisions.%d.".formatted(i), decided)
          .ifPresent(decision -> decisions.put(decided.appointmentId(), decision));
    }
    return decisions;
  }

  private static Optional<Decision> decision(Input input, String field, Decided decided) {
    if ("keep".equals(decided.action())) {
      return Optional.of(new Decision.Keep());
    }
    if ("cancel".equals(decided.action())) {
      return Optional.of(new Decision.Cancel());
    }
    var provider = Optional.ofNullable(decided.providerId());
    if (provider.isEmpty()) {
      input.wrong(field + "providerId", "http.missing");
    }
    return input
        .instant(field + "start", decided.start())
        .flatMap(start -> provider.map(who -> new Decision.Move(who, start)));
  }
}

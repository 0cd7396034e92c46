package frontdesk.booking;

import frontdesk.http.Problems;
import frontdesk.http.Refused;
import frontdesk.http.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What members and visitors send and get about times, holds and appointments. */
final class AppointmentJson {

  /**
   * Who comes.
   *
   * @param id the contact it is for, when a member knows them already
   * @param phone national numbers are read by the business's country
   */
  record ContactRequest(
      @Nullable UUID id,
      @NotBlank @Size(max = 120) @Nullable String name,
      @Size(max = 40) @Nullable String phone,
      @Email @Size(max = 254) @Nullable String email) {

    Guest guest() {
      return new Guest(String.valueOf(name).strip(), said(phone), said(email));
    }
  }

  /**
   * @param override book outside hours, notice, horizon or usual starts; taken time stays taken
   */
  record BookRequest(
      @NotNull @Nullable UUID serviceId,
      @Nullable UUID providerId,
      @NotNull @Nullable String start,
      @NotNull @Valid @Nullable ContactRequest contact,
      @Size(max = 2000) @Nullable String note,
      @Nullable Boolean override) {
    boolean anyway() {
      return Boolean.TRUE.equals(override);
    }
  }

  /**
   * @param end without one it takes as long as before
   * @param override as for a new one
   */
  record RescheduleRequest(
      @NotNull @Nullable String start,
      @Nullable String end,
      @Nullable UUID providerId,
      @Nullable Integer version,
      @Nullable Boolean override) {
    boolean anyway() {
      return Boolean.TRUE.equals(override);
    }
  }

  record CancelRequest(@Size(max = 500) @Nullable String reason) {}

  record StatusRequest(
      @NotNull @Pattern(regexp = "requested|confirmed|arrived|done|no-show")
          @Nullable String status) {}

  record SlotView(Instant start, Instant end, UUID providerId) {
    static SlotView of(Slot slot) {
      return new SlotView(slot.start(), slot.end(), slot.provider());
    }
  }

  /** In time order; one item for each provider who is free then. */
  record FreeView(List<SlotView> slots, String zone) {}

  private AppointmentJson() {}

  static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
  }

  static Set<UUID> only(@Nullable UUID provider) {
    return provider == null ? Set.of() : Set.of(provider);
  }

  /** A no, with what is free instead; a wrong time is also named as the field that it came in. */
  static Refused refused(Refusal refusal) {
    return refused(refusal, false);
  }

  /**
   * @param overridable whether asking again with override would do, for those who may
   */
  static Refused refused(Refusal refusal, boolean overridable) {
    var extra = new HashMap<String, Object>();
    if (!refusal.alternatives().isEmpty() || refusal.reason() == Reason.TAKEN) {
      extra.put("alternatives", refusal.alternatives().stream().map(SlotView::of).toList());
    }
    if (overridable) {
      extra.put("overridable", true);
    }
    var problem = problem(refusal.reason());
    return switch (refusal.reason()) {
      case TAKEN, EXPIRED, ENDED, NOT_BEGUN, CHANGED ->
          new Refused(HttpStatus.CONFLICT, problem, extra);
      case CLOSED, OUTSIDE_HOURS, BETWEEN_STARTS, PAST, TOO_SOON, TOO_FAR ->
          wrong(problem, "start", extra);
      case NOT_OFFERED_BY_PROVIDER -> wrong(problem, "providerId", extra);
      case NOT_BOOKABLE -> wrong(problem, "serviceId", extra);
      case INVALID_PHONE -> wrong(problem, "contact.phone", extra);
    };
  }

  /** The name of the problem that a refusal is answered with. */
  static String problem(Reason reason) {
    return switch (reason) {
      case TAKEN -> "slot-taken";
      case EXPIRED -> "hold-expired";
      case ENDED -> "appointment-ended";
      case NOT_BEGUN -> "appointment-not-begun";
      case CHANGED -> "conflict";
      case PAST -> "in-the-past";
      default -> reason.word();
    };
  }

  private static Refused wrong(String name, String field, Map<String, Object> extra) {
    var message = Texts.say("problem." + name + ".detail");
    extra.put("errors", List.of(new Problems.FieldError(field, message)));
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, name, extra);
  }
}

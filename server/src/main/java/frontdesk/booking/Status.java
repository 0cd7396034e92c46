package frontdesk.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an appointment has come. */
public enum Status {
  REQUESTED,
  CONFIRMED,
  ARRIVED,
  DONE,
  NO_SHOW,
  CANCELLED;

  /** As tables, URLs and screens write it. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Status> find(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  static Status of(String word) {
    return find(word).orElseThrow();
  }

  /** Whether the provider's time stays taken. */
  boolean keepsTime() {
    return this != CANCELLED && this != NO_SHOW;
  }

  /** Whether it is still to come, so that it can be moved or cancelled. */
  public boolean open() {
    return this == REQUESTED || this == CONFIRMED;
  }

  boolean mayBecome(Status next) {
    return this == next
        || switch (next) {
          // as it was, when what was said of it since was a mistake
          case REQUESTED -> this != CONFIRMED;
          case CONFIRMED -> true;
          case ARRIVED -> this != CANCELLED;
          case NO_SHOW -> open() || this == ARRIVED;
          case DONE -> this != CANCELLED;
          case CANCELLED -> open();
        };
  }

  /** Before it was to begin, nobody has stayed away, and only who came can be done. */
  boolean mayEndEarlyAs(Status next) {
    return next != NO_SHOW && (next != DONE || this == ARRIVED);
  }

  /** What a member may set by hand; to cancel is a deed of its own. */
  static final Set<Status> SETTABLE = Set.of(REQUESTED, CONFIRMED, ARRIVED, DONE, NO_SHOW);
}

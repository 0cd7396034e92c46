package frontdesk.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import frontdesk.identity.Caller;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Through whom a booking came. */
public enum Source {
  MEMBER,
  ASSISTANT,
  PUBLIC,
  API;

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Source of(Caller caller) {
    return caller.apiKey() ? API : MEMBER;
  }

  /** Who asks, unless it is a program. */
  static Optional<UUID> member(Caller caller) {
    return caller.apiKey() ? Optional.empty() : Optional.of(caller.member());
  }

  static Source of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

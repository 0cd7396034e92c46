package frontdesk.identity;

import static frontdesk.identity.Permission.*;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A member's role, and all that it allows. */
public enum Role {
  OWNER(EnumSet.allOf(Permission.class)),
  MANAGER(EnumSet.complementOf(EnumSet.of(ASSISTANT_TOOLS))),
  OPERATOR(
      EnumSet.of(
          INBOX_SEE,
          INBOX_OWN,
          INBOX_ALL,
          INBOX_REPLY,
          CALENDAR_SEE,
          CALENDAR_ALL,
          CALENDAR_MOVE,
          CALENDAR_CHANGE,
          CHANNELS_SEE,
          CONTACTS_SEE,
          CONTACTS_ALL)),
  ORDER_MANAGER(
      EnumSet.of(INBOX_SEE, INBOX_REPLY, CALENDAR_SEE, CALENDAR_ALL, CALENDAR_MOVE, CONTACTS_SEE)),
  ACCOUNTANT(EnumSet.of(CONTACTS_SEE));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /** The same with the switches of a member, which mean operators alone. */
  Set<Permission> permissions(boolean ownConversationsOnly, boolean ownCalendarOnly) {
    if (this != OPERATOR) {
      return permissions;
    }
    var fewer = EnumSet.copyOf(permissions);
    if (ownConversationsOnly) {
      fewer.remove(INBOX_ALL);
    }
    if (ownCalendarOnly) {
      fewer.remove(CALENDAR_ALL);
    }
    return Set.copyOf(fewer);
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role of(String word) {
    return find(word).orElseThrow(() -> new IllegalArgumentException("No role is called " + word));
  }

  static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}

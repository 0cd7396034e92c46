package frontdesk.contacts;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a contact, apart from what is theirs. */
record Traits(
    String name,
    Optional<String> phone,
    boolean phoneSaid,
    Optional<String> email,
    Optional<String> language,
    String notes,
    boolean blocked,
    Instant lastSeenAt) {

  static Traits of(Contact contact) {
    return new Traits(
        contact.name(),
        contact.phone(),
        contact.phoneSaid(),
        contact.email(),
        contact.language(),
        contact.notes(),
        contact.blocked(),
        contact.lastSeenAt());
  }

  /** With what is taken of the other, and what only the other has. No note is lost. */
  Traits with(Traits other, Set<Merges.Field> taken) {
    var one = chosen(phone, other.phone, taken.contains(Merges.Field.PHONE));
    return new Traits(
        name.isBlank() || taken.contains(Merges.Field.NAME) && !other.name.isBlank()
            ? other.name
            : name,
        one,
        !vouchesFor(one) && !other.vouchesFor(one),
        chosen(email, other.email, taken.contains(Merges.Field.EMAIL)),
        chosen(language, other.language, taken.contains(Merges.Field.LANGUAGE)),
        Stream.of(notes, other.notes)
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining("\n\n")),
        blocked || other.blocked,
        lastSeenAt.isAfter(other.lastSeenAt) ? lastSeenAt : other.lastSeenAt);
  }

  private boolean vouchesFor(Optional<String> number) {
    return phone.equals(number) && !phoneSaid;
  }

  private static Optional<String> chosen(
      Optional<String> own, Optional<String> other, boolean takeOther) {
    return takeOther ? other.or(() -> own) : own.or(() -> other);
  }

  /** As they were before, except what has changed since. */
  Traits backTo(Traits before, Traits after) {
    return new Traits(
        name.equals(after.name) ? before.name : name,
        phone.equals(after.phone) ? before.phone : phone,
        phone.equals(after.phone) ? before.phoneSaid : phoneSaid,
        email.equals(after.email) ? before.email : email,
        language.equals(after.language) ? before.language : language,
        notes.equals(after.notes) ? before.notes : notes,
        blocked == after.blocked ? before.blocked : blocked,
        lastSeenAt.equals(after.lastSeenAt) ? before.lastSeenAt : lastSeenAt);
  }
}

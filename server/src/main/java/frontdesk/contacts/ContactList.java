package frontdesk.contacts;

import static java.time.ZoneOffset.UTC;

import frontdesk.http.Cursors;
import java.util.Optional;
import java.util.UUID;

/**
 * Which contacts somebody asks for, and in which order.
 *
 * @param words in the name; empty for all
 * @param inAll in phone and e-mail too
 * @param channel that knows them
 */
public record ContactList(String words, boolean inAll, Optional<UUID> channel, Order order) {

  /** Each has an index that ends with the id, so that equal values keep one order too. */
  public enum By {
    NAME("sort_name"),
    SEEN("last_seen_at"),
    CREATED("created_at");

    final String column;

    By(String column) {
      this.column = column;
    }

    /** The values of the row themselves: it may have moved, or be gone, when the list goes on. */
    String cursor(Contact contact, String sortName) {
      return switch (this) {
        case NAME -> new Cursors.Named(sortName, contact.id()).cursor();
        case SEEN -> new Cursors.Place(contact.lastSeenAt(), contact.id()).cursor();
        case CREATED -> new Cursors.Place(contact.createdAt(), contact.id()).cursor();
      };
    }

    Optional<After> after(Optional<String> cursor) {
      return switch (this) {
        case NAME ->
            Cursors.Named.read(cursor.orElse(null)).map(at -> new After(at.name(), at.id()));
        case SEEN, CREATED ->
            Cursors.Place.read(cursor.orElse(null))
                .map(at -> new After(at.at().atOffset(UTC), at.id()));
      };
    }
  }

  record After(Object value, UUID id) {}

  public record Order(By by, boolean descending) {}
}

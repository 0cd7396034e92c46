package frontdesk.contacts;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How one channel knows a contact.
 *
 * @param address what the channel calls them: a WhatsApp id, a visitor's id
 * @param alias what it may call them another time, when they show no number
 */
public record Identity(
    UUID channel, String address, String name, Optional<String> phone, Optional<String> alias) {

  public Identity(UUID channel, String address, String name, Optional<String> phone) {
    this(channel, address, name, phone, Optional.empty());
  }

  /** All that says who it is. */
  Stream<String> marks() {
    return Stream.of(Optional.of(address), alias, phone).flatMap(Optional::stream);
  }

  Identity as(String other) {
    return new Identity(channel, other, name, Optional.empty());
  }
}

package frontdesk.live;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that has happened in a tenant.
 *
 * @param id rises within one node's life; clients send the last one back to resume
 * @param permission what a member needs to be told
 * @param data as JSON
 */
public record LiveEvent(
    String id, String name, String permission, Optional<UUID> conversation, String data) {

  public boolean is(EventKind<?> kind) {
    return name.equals(kind.name());
  }
}

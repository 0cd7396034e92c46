package frontdesk.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Something that has happened in a tenant.
 *
 * @param id rises within one node's life; clients send the last one back to resume
 * @param permission what a member needs to be told
 * @param data as JSON
 * @param less what some are told instead
 */
public record LiveEvent(
    String id,
    String name,
    String permission,
    Optional<UUID> conversation,
    String data,
    Optional<Less> less) {

  /** For those who lack the permission. */
  record Less(String permission, String data) {}

  public boolean is(EventKind<?> kind) {
    return name.equals(kind.name());
  }

  /** As much of the data as these permissions allow. */
  public String dataFor(Set<String> permissions) {
    return less.filter(part -> !permissions.contains(part.permission()))
        .map(Less::data)
        .orElse(data);
  }
}

package frontdesk.live;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One kind of event.
 *
 * @param name as streams and the API document call it
 * @param permission what a member needs to be told
 * @param data what it carries
 * @param less what is left of it for some
 */
public record EventKind<T>(String name, String permission, Class<T> data, Optional<Less<T>> less) {

  /** In place of a permission: every member is told. */
  public static final String EVERYBODY = "";

  /** What those are told who lack the permission. */
  public record Less<T>(String permission, UnaryOperator<T> data) {}

  public EventKind(String name, String permission, Class<T> data) {
    this(name, permission, data, Optional.empty());
  }

  /** The same for others than usual. */
  public EventKind<T> to(String other) {
    return new EventKind<>(name, other, data, less);
  }

  /** The same, with less of it for those who lack a further permission. */
  public EventKind<T> less(String without, UnaryOperator<T> told) {
    return new EventKind<>(name, permission, data, Optional.of(new Less<>(without, told)));
  }
}

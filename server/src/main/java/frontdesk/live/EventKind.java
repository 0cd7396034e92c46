package frontdesk.live;

/**
 * One kind of event.
 *
 * @param name as streams and the API document call it
 * @param permission what a member needs to be told
 * @param data what it carries
 */
public record EventKind<T>(String name, String permission, Class<T> data) {

  /** The same for others than usual. */
  public EventKind<T> to(String other) {
    return new EventKind<>(name, other, data);
  }
}

package frontdesk.live;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Says for the API document what a part of the business sends over an event stream. */
public interface Streamed {

  /** Every member's stream. */
  String EVENTS = "/api/events";

  /** The operation that streams it. */
  default String path() {
    return EVENTS;
  }

  /** What each event carries, by the event's name. */
  Map<String, Class<?>> events();

  static Map<String, Class<?>> of(Collection<EventKind<?>> kinds) {
    return kinds.stream().collect(Collectors.toMap(EventKind::name, EventKind::data));
  }
}

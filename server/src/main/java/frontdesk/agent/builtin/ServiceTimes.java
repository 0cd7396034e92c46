package frontdesk.agent.builtin;

import frontdesk.agent.language.TimeMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which time is said of which service: "a haircut at 10 and a colour at 15". */
final class ServiceTimes {

  private ServiceTimes() {}

  /**
   * In the order of the services; empty unless each of several has a time of day of its own, all of
   * them before the times or all behind.
   */
  static Map<UUID, TimeMention> in(ServiceWords.Found services, List<TimeMention> times) {
    var wanted = services.wanted();
    var timed = times.stream().filter(ServiceTimes::isPoint).toList();
    boolean oneEach =
        wanted.size() > 1
            && services.spans().size() == wanted.size()
            && services.unwanted().isEmpty()
            && timed.size() == wanted.size();
    if (!oneEach || !(alternate(services, timed, true) || alternate(services, timed, false))) {
      return Map.of();
    }
    var each = new LinkedHashMap<UUID, TimeMention>();
    for (int i = 0; i < wanted.size(); i++) {
      each.put(wanted.get(i), timed.get(i));
    }
    return each;
  }

  private static boolean isPoint(TimeMention time) {
    return !time.negated() && time.clock().filter(clock -> clock.to().isEmpty()).isPresent();
  }

  private static boolean alternate(
      ServiceWords.Found services, List<TimeMention> timed, boolean serviceFirst) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < timed.size(); i++) {
      int service = services.spans().get(i).start();
      int time = timed.get(i).start();
      places.add(serviceFirst ? service : time);
      places.add(serviceFirst ? time : service);
    }
    return places.stream().sorted().toList().equals(places);
  }
}

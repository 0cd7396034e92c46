package frontdesk.simulators.wire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the simulators saw and did, in order, for a test to compare with. */
public final class Ledger {
  private static final int LIMIT = 200_000;

  /**
   * One thing that happened.
   *
   * @param service whatsapp, openai, anthropic, gemini
   * @param kind what kind of thing, as {@code send} or {@code webhook}
   */
  public record Entry(long seq, Instant at, String service, String kind, ObjectNode data) {
    ObjectNode json() {
      return Json.object(
          "seq", seq, "at", at.toString(), "service", service, "kind", kind, "data", data);
    }
  }

  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private long last;

  public synchronized Entry add(String service, String kind, ObjectNode data) {
    var entry = new Entry(++last, Instant.now(), service, kind, data);
    entries.add(entry);
    if (entries.size() > LIMIT) {
      entries.removeFirst();
    }
    return entry;
  }

  public synchronized List<Entry> matching(Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  public synchronized void clear() {
    entries.clear();
  }

  /** {@code GET} and {@code DELETE /control/ledger}. */
  public void addTo(Routes routes) {
    routes.on("GET", "/control/ledger", this::list);
    routes.on(
        "DELETE",
        "/control/ledger",
        call -> {
          clear();
          call.noContent();
        });
  }

  private void list(Call call) {
    long after = call.query("after").map(Long::parseLong).orElse(0L);
    var service = call.query("service");
    var kind = call.query("kind");
    var to = call.query("to");
    var found =
        matching(
            entry ->
                entry.seq() > after
                    && service.map(entry.service()::equals).orElse(true)
                    && kind.map(entry.kind()::equals).orElse(true)
                    && to.map(entry.data().path("to").asString("")::equals).orElse(true));
    call.answer(
        200,
        Json.object(
            "count",
            found.size(),
            "items",
            found.stream().map(Entry::json).toList(),
            "last",
            last()));
  }

  private synchronized long last() {
    return last;
  }
}

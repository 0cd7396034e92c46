package frontdesk.simulators.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The faults that are switched on. A fault acts on the next so many occasions, or until it is taken
 * away; one that names a number, a customer or a provider acts on those only.
 */
public final class Faults {
  /** One fault as it was asked for, with its own settings. */
  public record Fault(String name, int left, ObjectNode with) {
    static final int FOR_EVER = -1;

    public Duration delay(Duration otherwise) {
      var asked = with.path("delayMs");
      return asked.isNumber() ? Duration.ofMillis(asked.asLong()) : otherwise;
    }

    private boolean concerns(Map<String, String> occasion) {
      return occasion.entrySet().stream()
          .allMatch(
              about -> {
                var wanted = with.path(about.getKey()).asString("");
                return wanted.isEmpty() || wanted.equals(about.getValue());
              });
    }

    ObjectNode json() {
      var json = Json.object("name", name);
      if (left != FOR_EVER) {
        json.put("left", left);
      }
      json.set("with", with);
      return json;
    }
  }

  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, Fault> on = new LinkedHashMap<>();

  /** Makes a fault known by name, with what it does in a sentence. */
  public synchronized Faults know(String name, String does) {
    known.put(name, does);
    return this;
  }

  /** Uses the fault up by one when it is on and concerns this occasion. */
  public synchronized Optional<Fault> take(String name, Map<String, String> occasion) {
    if (!known.containsKey(name)) {
      throw new IllegalArgumentException("No fault is called " + name);
    }
    var fault = on.get(name);
    if (fault == null || !fault.concerns(occasion)) {
      return Optional.empty();
    }
    if (fault.left() == 1) {
      on.remove(name);
    } else if (fault.left() > 1) {
      on.put(name, new Fault(name, fault.left() - 1, fault.with()));
    }
    return Optional.of(fault);
  }

  public synchronized void clear() {
    on.clear();
  }

  /** {@code GET}, {@code POST} and {@code DELETE /control/faults}. */
  public void addTo(Routes routes) {
    routes.on("GET", "/control/faults", call -> call.answer(200, json()));
    routes.on("POST", "/control/faults", this::switchOn);
    routes.on(
        "DELETE",
        "/control/faults",
        call -> {
          clear();
          call.noContent();
        });
    routes.on("DELETE", "/control/faults/{name}", this::switchOff);
  }

  private void switchOn(Call call) {
    var command = call.command();
    var name = command.path("name").asString("");
    synchronized (this) {
      if (!known.containsKey(name)) {
        throw Refusal.of(
            422, "No fault is called \"" + name + "\". GET /control/faults lists them.");
      }
      int times = command.path("times").asInt(Fault.FOR_EVER);
      command.remove("name");
      command.remove("times");
      on.put(name, new Fault(name, times > 0 ? times : Fault.FOR_EVER, command));
    }
    call.answer(200, json());
  }

  private void switchOff(Call call) {
    synchronized (this) {
      on.remove(call.at("name"));
    }
    call.noContent();
  }

  private synchronized ObjectNode json() {
    var names = Json.array();
    known.forEach((name, does) -> names.add(Json.object("name", name, "does", does)));
    return Json.object("on", on.values().stream().map(Fault::json).toList(), "known", names);
  }
}

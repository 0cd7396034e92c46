package frontdesk.simulators.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** A fault that is switched on again takes the place of the one before it. */
    private boolean sameAs(Fault other) {
      return name.equals(other.name) && targets().equals(other.targets());
    }

    private ObjectNode targets() {
      return with.deepCopy().without("delayMs");
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
  private final List<Fault> on = new ArrayList<>();

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
    var found =
        on.stream()
            .filter(fault -> fault.name().equals(name) && fault.concerns(occasion))
            .findFirst();
    found.ifPresent(this::useUp);
    return found;
  }

  private void useUp(Fault fault) {
    if (fault.left() == 1) {
      on.remove(fault);
    } else if (fault.left() > 1) {
      on.set(on.indexOf(fault), new Fault(fault.name(), fault.left() - 1, fault.with()));
    }
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
      var fault = new Fault(name, times > 0 ? times : Fault.FOR_EVER, command);
      on.removeIf(fault::sameAs);
      on.add(fault);
    }
    call.answer(200, json());
  }

  private void switchOff(Call call) {
    synchronized (this) {
      on.removeIf(fault -> fault.name().equals(call.at("name")));
    }
    call.noContent();
  }

  private synchronized ObjectNode json() {
    var names = Json.array();
    known.forEach((name, does) -> names.add(Json.object("name", name, "does", does)));
    return Json.object("on", on.stream().map(Fault::json).toList(), "known", names);
  }
}

package frontdesk.agent.scenarios;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How a scenario must end. */
public record Ending(Scenario scenario, LocalDate today) {

  /** An appointment of the customer's that stands in the books. */
  public record Booked(
      String service, String provider, ZonedDateTime start, String name, Optional<String> phone) {}

  /**
   * @param said all that the business said
   */
  public List<String> faults(List<Booked> found, String said, boolean handedOver) {
    var faults = new ArrayList<String>();
    var expect = scenario.spec().get("expect");
    var want = expect.path("appointments").valueStream().toList();
    if (found.size() != want.size()) {
      faults.add(found.size() + " appointments instead of " + want.size());
    }
    for (var one : want) {
      if (found.stream().noneMatch(appointment -> fits(appointment, one))) {
        faults.add("missing " + one + ", there is " + found);
      }
    }
    for (var reply : Scenario.texts(expect.path("reply"))) {
      if (!Pattern.compile(reply).matcher(said).find()) {
        faults.add("never said " + reply);
      }
    }
    for (var never : scenario.texts("never")) {
      if (Pattern.compile(never).matcher(said).find()) {
        faults.add("said " + never);
      }
    }
    if (expect.path("handoff").asBoolean(false) != handedOver) {
      faults.add(handedOver ? "handed over unasked" : "no handoff");
    }
    return faults;
  }

  private boolean fits(Booked booked, JsonNode want) {
    var time = booked.start().toLocalTime();
    boolean clock =
        want.has("time")
            ? time.equals(LocalTime.parse(want.get("time").asString()))
            : !time.isBefore(LocalTime.parse(want.get("between").get(0).asString()))
                && !time.isAfter(LocalTime.parse(want.get("between").get(1).asString()));
    var day = want.get("day").asString();
    return booked.service().equals(World.of(scenario).name(want.get("service").asString()))
        && (day.equals("any") || booked.start().toLocalDate().equals(Scenario.day(day, today)))
        && clock
        && (!want.has("provider") || booked.provider().equals(want.get("provider").asString()))
        && (!want.has("phone")
            || booked.phone().filter(want.get("phone").asString()::equals).isPresent())
        && (!want.has("name")
            || booked.name().toLowerCase().contains(want.get("name").asString().toLowerCase()));
  }
}

package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Hours and closed days that change over those who are booked already. */
class HoursOverBookingsTests extends HairdresserApi {

  @Test
  void closesNoDayOverABookingUndecided() {
    var ten = free(2).get(4);
    var id = id(book(ten));

    var refused = owner.put("/api/hours", closedOn(2, List.of()));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("appointments-affected");
    var affected = refused.json().path("appointments");
    assertThat(affected).hasSize(1);
    assertThat(affected.get(0).at("/appointment/id").asString()).isEqualTo(id);
    assertThat(affected.get(0).path("alternatives"))
        .hasSize(3)
        .allSatisfy(
            slot ->
                assertThat(day(slot.path("start").asString()))
                    .as("not on the day that is to be closed")
                    .isNotEqualTo(day(ten)));
    assertThat(owner.get("/api/hours").json().path("exceptions")).isEmpty();
    assertThat(owner.get("/api/audit").json().path("items").get(0).path("action").asString())
        .isEqualTo("appointment.created");
  }

  @Test
  void closesItOnceEachIsDecidedOn() {
    var slots = free(2);
    var kept = id(book(slots.get(0)));
    var cancelled = id(book(slots.get(8)));
    var moved = id(book(slots.get(16)));
    var instead = free(3).getFirst();

    assertThat(
            owner
                .put("/api/hours", closedOn(2, List.of(decided(kept, "keep"))))
                .json()
                .path("appointments"))
        .as("what is decided is shown again beside what is not")
        .hasSize(3);
    var done =
        owner.put(
            "/api/hours",
            closedOn(
                2,
                List.of(
                    decided(kept, "keep"),
                    decided(cancelled, "cancel"),
                    Map.of(
                        "appointmentId",
                        moved,
                        "action",
                        "move",
                        "providerId",
                        elena,
                        "start",
                        instead))));

    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(owner.get("/api/hours").json().path("exceptions")).hasSize(1);
    assertThat(read(kept).path("start").asString()).isEqualTo(slots.get(0));
    assertThat(read(cancelled).path("status").asString()).isEqualTo("cancelled");
    assertThat(read(moved).path("start").asString()).isEqualTo(instead);
    assertThat(owner.put("/api/hours", closedOn(2, List.of())).status())
        .as("who was kept is not asked about again")
        .isEqualTo(200);
  }

  @Test
  void changesNothingWhenWhatWasDecidedCannotBeDone() {
    var moved = id(book(free(2).get(4)));
    var taken = free(3).getFirst();
    book(taken);

    var refused =
        owner.put(
            "/api/hours",
            closedOn(
                2,
                List.of(
                    Map.of(
                        "appointmentId",
                        moved,
                        "action",
                        "move",
                        "providerId",
                        elena,
                        "start",
                        taken))));

    assertThat(refused.problem()).isEqualTo("appointments-affected");
    assertThat(owner.get("/api/hours").json().path("exceptions")).isEmpty();
  }

  @Test
  void looksAtTheWeekToo() {
    book(free(2).getFirst());

    assertThat(owner.put("/api/hours", everyDay("10:00", "18:00")).problem())
        .isEqualTo("appointments-affected");
    assertThat(owner.put("/api/hours", everyDay("09:00", "12:00")).status())
        .as("nobody is booked in the afternoon")
        .isEqualTo(200);
  }

  @Test
  void looksAtAProvidersOwnHours() {
    book(free(2).getFirst());
    var other =
        id(owner.post("/api/providers", Map.of("name", "Marco", "serviceIds", List.of(cut))));

    assertThat(owner.put("/api/providers/" + elena, mornings("Elena", "10:00")).problem())
        .isEqualTo("appointments-affected");
    assertThat(owner.put("/api/providers/" + elena, mornings("Elena", "09:00")).status())
        .isEqualTo(200);
    assertThat(owner.put("/api/providers/" + other, mornings("Marco", "10:00")).status())
        .as("nobody is booked with Marco")
        .isEqualTo(200);
    assertThat(owner.put("/api/hours", closedOn(2, List.of())).problem())
        .as("a closed day is one for who has hours of their own, too")
        .isEqualTo("appointments-affected");
  }

  @Test
  void passesOverWhatIsCancelled() {
    var id = id(book(free(2).getFirst()));
    owner.post(path(id, "cancel"), null);

    assertThat(owner.put("/api/hours", closedOn(2, List.of())).status()).isEqualTo(200);
  }

  private JsonNode read(String id) {
    return owner.get("/api/appointments/" + id).json();
  }

  private static Map<String, Object> decided(String id, String action) {
    return Map.of("appointmentId", id, "action", action);
  }

  private static Map<String, Object> mornings(String name, String from) {
    var week = new ArrayList<Map<String, String>>();
    for (var day : DayOfWeek.values()) {
      week.add(Map.of("day", day.name().toLowerCase(Locale.ROOT), "open", from, "close", "13:00"));
    }
    return Map.of("name", name, "hours", week);
  }

  private Map<String, Object> closedOn(int days, List<Map<String, Object>> decisions) {
    var date = LocalDate.now(owner.tenant().zone()).plusDays(days).toString();
    return Map.of(
        "weekly",
        everyDay("09:00", "18:00").get("weekly"),
        "exceptions",
        List.of(Map.of("date", date, "closed", true, "reason", "Holiday")),
        "decisions",
        decisions);
  }

  private LocalDate day(String instant) {
    return Instant.parse(instant).atZone(owner.tenant().zone()).toLocalDate();
  }
}

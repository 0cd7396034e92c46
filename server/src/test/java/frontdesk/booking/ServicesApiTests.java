package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Services and hours as clients meet them. */
class ServicesApiTests extends HairdresserApi {

  @Test
  void makesAServiceBookableByItsProvider() {
    var service = owner.get("/api/services/" + cut).json();

    assertThat(service.path("bookable").asBoolean()).isTrue();
    assertThat(service.path("horizonDays").asInt()).isEqualTo(60);
    assertThat(service.path("granularityMinutes").asInt()).isEqualTo(15);
    assertThat(service.path("confirmation").asString()).isEqualTo("automatic");
    assertThat(service.path("providerIds").get(0).asString()).isEqualTo(elena);
    assertThat(service.path("price").path("amount").asLong()).isEqualTo(2500);
  }

  @Test
  void givesBackTheHoursItWasTold() {
    var told =
        Map.of(
            "weekly",
            List.of(
                Map.of("day", "monday", "open", "09:00", "close", "12:30"),
                Map.of("day", "monday", "open", "14:00", "close", "00:00")),
            "exceptions",
            List.of(
                Map.of("date", "2026-12-25", "closed", true, "reason", "Christmas"),
                Map.of("date", "2026-12-24", "closed", false, "open", "09:00", "close", "13:00")));

    assertThat(owner.put("/api/hours", told).status()).isEqualTo(200);
    var hours = owner.get("/api/hours").json();
    assertThat(hours.path("weekly")).hasSize(2);
    assertThat(hours.path("weekly").get(1).path("close").asString()).isEqualTo("00:00");
    assertThat(hours.path("exceptions").get(0).path("open").asString()).isEqualTo("09:00");
    assertThat(hours.path("exceptions").get(1).path("reason").asString()).isEqualTo("Christmas");
  }

  @Test
  void refusesHoursThatOverlapOrDoNotExist() {
    assertRefused(
        owner.put(
            "/api/hours",
            Map.of(
                "weekly",
                List.of(
                    Map.of("day", "monday", "open", "09:00", "close", "12:00"),
                    Map.of("day", "monday", "open", "11:00", "close", "13:00"),
                    Map.of("day", "blursday", "open", "09:00", "close", "12:00"),
                    Map.of("day", "tuesday", "open", "25:00", "close", "12:00"),
                    Map.of("day", "friday", "open", "12:00", "close", "09:00")),
                "exceptions",
                List.of(Map.of("date", "2026-02-30", "closed", true)))),
        "weekly.1.open",
        "weekly.2.day",
        "weekly.3.open",
        "weekly.4.close",
        "exceptions.0.date");
  }

  @Test
  void refusesAServiceThatMakesNoSense() {
    assertRefused(
        owner.post("/api/services", Map.of("name", "", "durationMinutes", 0)),
        "name",
        "durationMinutes");
    assertRefused(
        owner.post(
            "/api/services",
            Map.of(
                "name",
                "X",
                "durationMinutes",
                30,
                "price",
                Map.of("amount", -1, "currency", "EUR"))),
        "price.amount");
    assertRefused(
        owner.post(
            "/api/services",
            Map.of(
                "name",
                "X",
                "durationMinutes",
                30,
                "price",
                Map.of("amount", 1, "currency", "ZZZ"))),
        "price.currency");
    assertRefused(
        owner.post(
            "/api/services",
            Map.of("name", "X", "durationMinutes", 30, "providerIds", List.of(UUID.randomUUID()))),
        "providerIds");
    assertRefused(
        owner.post("/api/services", Map.of("name", "X", "durationMinutes", 30, "colour", "red")),
        "colour");
    assertRefused(
        owner.post("/api/services", Map.of("name", "X", "durationMinutes", 99_999_999_999L)),
        "durationMinutes");
  }

  @Test
  void offersAServiceWithHoursOfItsOwnWithinThem() {
    var mornings = everyDay("10:00", "11:30").get("weekly");
    var changed =
        owner.put(
            "/api/services/" + cut,
            Map.of("name", "Cut", "durationMinutes", 30, "hours", mornings));

    assertThat(changed.json().path("hours")).hasSize(7);
    assertThat(free(2)).hasSize(5).isSorted();
    assertThat(book(free(2).getLast()).status()).isEqualTo(201);
    owner.put("/api/services/" + cut, Map.of("name", "Cut", "durationMinutes", 30));
    assertThat(free(3)).hasSize(35);
  }

  @Test
  void keepsAnArchivedServiceOutOfBooking() {
    var ten = free(2).get(4);
    var booked = id(book(ten));

    assertThat(owner.delete("/api/services/" + cut).status()).isEqualTo(204);
    assertThat(free(3)).isEmpty();
    assertThat(book(ten).problem()).isEqualTo("not-bookable");
    assertThat(owner.get("/api/appointments/" + booked).json().path("serviceName").asString())
        .isEqualTo("Cut");
    assertThat(visit("/services").json().path("items")).isEmpty();
  }

  @Test
  void canBeBookedAsBeforeOnceTheArchivingIsTakenBack() {
    var before = free(3);
    for (var path : List.of("/api/services/" + cut, "/api/providers/" + elena)) {
      var known = owner.get(path).body();
      owner.delete(path);
      assertThat(free(3)).isEmpty();

      assertThat(owner.post(path + "/restore", null).status()).isEqualTo(204);
      assertThat(owner.get(path).body()).isEqualTo(known);
      assertThat(free(3)).isEqualTo(before);
    }
    assertThat(owner.get("/api/audit").json().path("items").valueStream())
        .extracting(entry -> entry.path("action").asString())
        .contains("service.archived", "service.restored", "provider.restored");
  }
}

package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.TestApi.Answer;
import frontdesk.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What staff are told when only a rule stands against a booking, and what insisting leaves behind.
 */
class BookAnywayApiTests extends HairdresserApi {

  private static final Map<String, String> ANA = Map.of("name", "Ana");

  @Test
  void refusesInWordsOffersOtherTimesAndBooksForWhoInsists() {
    var refused = book(cut, evening(), ANA);
    var booked = insist(evening());

    assertRefused(refused, "start");
    assertThat(refused.problem()).isEqualTo("outside-hours");
    assertThat(refused.json().path("overridable").asBoolean()).isTrue();
    assertThat(refused.json().path("alternatives")).hasSize(3);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(booked.json().path("start").asString()).isEqualTo(evening());
    assertThat(insist(evening()).problem()).isEqualTo("slot-taken");
  }

  @Test
  void writesDownWhichRuleWasPassedOver() {
    var id = id(insist(evening()));
    owner.post(
        path(id, "reschedule"),
        Map.of("start", Instant.parse(evening()).plusSeconds(3600).toString(), "override", true));

    var trail = owner.get("/api/audit").json().path("items");

    assertThat(trail.get(0).path("action").asString()).isEqualTo("appointment.rescheduled");
    assertThat(trail.get(0).at("/after/waived").asString()).isEqualTo("outside-hours");
    assertThat(trail.get(1).path("action").asString()).isEqualTo("appointment.created");
    assertThat(trail.get(1).at("/after/waived").asString()).isEqualTo("outside-hours");
  }

  @Test
  void letsOnlyThoseInsistWhoMayBook() {
    var id = id(insist(evening()));
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    var later = Instant.parse(evening()).plusSeconds(3600).toString();

    var refused = orderManager.post(path(id, "reschedule"), Map.of("start", later));
    var insisted =
        orderManager.post(path(id, "reschedule"), Map.of("start", later, "override", true));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().has("overridable")).isFalse();
    assertThat(insisted.status()).isEqualTo(403);
  }

  @Test
  void beginsAtAFullMinute() {
    assertRefused(insist(evening().replace(":00Z", ":30Z")), "start");
  }

  @Test
  void saysNothingOfItToVisitors() {
    var refused =
        visit(
            "/appointments",
            Map.of(
                "serviceId",
                cut,
                "start",
                evening(),
                "contact",
                Map.of("name", "Ana", "phone", "333 5550101")));

    assertThat(refused.problem()).isEqualTo("outside-hours");
    assertThat(refused.json().has("overridable")).isFalse();
  }

  private Answer insist(String start) {
    return owner.post(
        "/api/appointments",
        Map.of("serviceId", cut, "start", start, "contact", ANA, "override", true));
  }

  private String evening() {
    var zone = owner.tenant().zone();
    return LocalDate.now(zone)
        .plusDays(2)
        .atTime(LocalTime.of(20, 7))
        .atZone(zone)
        .toInstant()
        .toString();
  }
}

package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A hairdresser with one service and one provider, met over real HTTP. */
@DatabaseTest
abstract class HairdresserApi {

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  @Autowired TestApi api;

  Client owner;
  String elena;
  String cut;

  @BeforeEach
  void openAHairdresser() {
    owner = api.owner();
    owner.put("/api/hours", everyDay("09:00", "18:00"));
    cut =
        id(
            owner.post(
                "/api/services",
                Map.of(
                    "name",
                    "Cut",
                    "durationMinutes",
                    30,
                    "price",
                    Map.of("amount", 2500, "currency", "EUR"))));
    elena = id(owner.post("/api/providers", Map.of("name", "Elena", "serviceIds", List.of(cut))));
  }

  List<String> free(int days) {
    var day = LocalDate.now(owner.tenant().zone()).plusDays(days);
    var answer =
        owner.get(
            "/api/appointments/available?service=%s&from=%s&to=%s"
                .formatted(cut, day, day.plusDays(1)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("zone").asString()).isEqualTo("Europe/Rome");
    return StreamSupport.stream(answer.json().path("slots").spliterator(), false)
        .map(slot -> slot.path("start").asString())
        .toList();
  }

  Answer book(String start) {
    return book(cut, start, Map.of("name", "Ana", "phone", "333 5550101"));
  }

  Answer book(String service, String start, Map<String, String> contact) {
    return owner.post(
        "/api/appointments", Map.of("serviceId", service, "start", start, "contact", contact));
  }

  Answer visit(String path) {
    return api.anonymous().get("/api/public/" + owner.tenant().slug() + path);
  }

  Answer visit(String path, Object body) {
    return api.anonymous().post("/api/public/" + owner.tenant().slug() + path, body);
  }

  static String path(String appointment, String deed) {
    return "/api/appointments/" + appointment + "/" + deed;
  }

  static String id(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  static void assertRefused(Answer answer, String... fields) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(
            StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map((JsonNode error) -> error.path("field").asString()))
        .as(answer.body())
        .containsExactlyInAnyOrder(fields);
  }

  static Map<String, Object> everyDay(String open, String close) {
    return Map.of(
        "weekly",
        DAYS.stream().map(day -> Map.of("day", day, "open", open, "close", close)).toList(),
        "exceptions",
        List.of());
  }
}

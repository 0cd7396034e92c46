package frontdesk.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class HomeTests {

  @Autowired TestApi api;
  @Autowired Channels channels;
  @Autowired Tenancy tenancy;

  Client owner;

  @BeforeEach
  void openASalon() {
    owner = api.owner();
    owner.post("/api/setup/template", Map.of("template", "salon"));
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
  }

  @Test
  void countsWhatTheAssistantAnsweredToday() {
    say("When are you open?", "h1");
    await().until(() -> today().path("answers").path("answered").asInt() == 1);

    assertThat(today().path("answers").path("byAi").asInt()).isEqualTo(1);
    var talk = owner.get("/api/home").json().path("conversations");
    assertThat(talk.path("days")).hasSize(14);
    assertThat(talk.path("week").path("answered").asInt()).isEqualTo(1);
    assertThat(talk.path("week").path("firstReplySeconds").asDouble()).isBetween(0.0, 30.0);
    assertThat(talk.path("weekBefore").path("answered").asInt()).isZero();
    assertThat(talk.path("weekBefore").has("firstReplySeconds")).isFalse();
    assertThat(talk.path("waiting").asInt()).isZero();
  }

  @Test
  void countsAConversationAPersonTookPartInForThePerson() {
    var conversation = say("When are you open?", "h2");
    await().until(() -> today().path("answers").path("byAi").asInt() == 1);
    owner.post("/api/conversations/" + conversation + "/messages", Map.of("text", "Until six."));

    assertThat(today().path("answers").path("answered").asInt()).isEqualTo(1);
    assertThat(today().path("answers").path("byAi").asInt()).isZero();
  }

  @Test
  void saysWhoWaitsAndSinceWhen() {
    say("I want to talk to a person", "h3");
    await().until(() -> today().path("handoffs").asInt() == 1);

    var talk = owner.get("/api/home").json().path("conversations");
    assertThat(talk.path("waiting").asInt()).isEqualTo(1);
    assertThat(talk.path("waitingSince").asString()).isNotEmpty();
  }

  @Test
  void countsTheDaysBookings() {
    var service = owner.get("/api/services").json().path("items").path(0).path("id").asString();
    var today = LocalDate.now(owner.tenant().zone());
    var free =
        owner.get(
            "/api/appointments/available?service=%s&from=%s&to=%s"
                .formatted(service, today.plusDays(1), today.plusDays(7)));
    var start = free.json().path("slots").path(0).path("start").asString();
    owner.post(
        "/api/appointments",
        Map.of("serviceId", service, "start", start, "contact", Map.of("name", "Ada")));

    var days = owner.get("/api/home").json().path("bookings");

    assertThat(days).hasSize(14);
    assertThat(days.path(7).path("date").asString()).isEqualTo(today.toString());
    var sum = 0;
    for (var day : days) {
      sum += day.path("appointments").asInt();
    }
    assertThat(sum).isEqualTo(1);

    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var member = operator.get("/api/me").json().at("/user/id").asString();
    owner.put("/api/members/" + member + "/own-calendar", Map.of("providerId", UUID.randomUUID()));
    assertThat(operator.get("/api/home").json().path("bookings"))
        .allMatch(day -> day.path("appointments").asInt() == 0);
  }

  @Test
  void showsNobodyMoreThanTheirRoleMaySee() {
    var accountant = api.member(owner.tenant(), Role.ACCOUNTANT);

    var home = accountant.get("/api/home").json();

    assertThat(home.has("conversations")).isFalse();
    assertThat(home.has("bookings")).isFalse();
  }

  private String say(String text, String id) {
    var said = owner.post("/api/sandbox/messages", Map.of("text", text, "clientId", id));
    assertThat(said.status()).as(said.body()).isEqualTo(202);
    return said.json().path("conversationId").asString();
  }

  private tools.jackson.databind.JsonNode today() {
    return owner.get("/api/home").json().path("conversations").path("days").path(13);
  }
}

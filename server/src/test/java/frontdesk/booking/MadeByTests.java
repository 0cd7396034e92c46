package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.identity.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An appointment is known with the member who entered it. */
class MadeByTests extends HairdresserApi {

  @Test
  void namesTheMemberWhoEnteredIt() {
    var manager = api.member(owner.tenant(), Role.MANAGER);
    var renamed = manager.put("/api/me", Map.of("name", "Giulia Conti", "locale", "en"));
    assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);

    var booked = book(manager, free(2).get(4));

    assertThat(booked.json().at("/madeBy/name").asString()).isEqualTo("Giulia Conti");
    assertThat(booked.json().at("/madeBy/id").asString())
        .isEqualTo(manager.get("/api/me").json().at("/user/id").asString());
    assertThat(owner.get("/api/appointments/" + id(booked)).json().path("madeBy"))
        .isEqualTo(booked.json().path("madeBy"));
  }

  @Test
  void whoMovesOrCallsItOffDidNotMakeIt() {
    var slots = free(2);
    var id = id(book(api.member(owner.tenant(), Role.MANAGER), slots.get(4)));
    var maker = owner.get("/api/appointments/" + id).json().path("madeBy");

    owner.post(path(id, "reschedule"), Map.of("start", slots.get(8)));
    var cancelled = owner.post(path(id, "cancel"), Map.of());

    assertThat(cancelled.json().path("madeBy")).isEqualTo(maker);
  }

  @Test
  void whoRepeatsItHasMadeThose() {
    var id = id(book(free(2).get(4)));
    var manager = api.member(owner.tenant(), Role.MANAGER);

    var repeated = manager.post(path(id, "repeat"), Map.of("everyWeeks", 1, "times", 1));

    assertThat(repeated.json().at("/items/0/madeBy/id"))
        .isEqualTo(manager.get("/api/me").json().at("/user/id"));
  }

  @Test
  void aVisitorIsNoMember() {
    var booked =
        visit(
            "/appointments",
            Map.of("serviceId", cut, "start", free(2).get(4), "contact", Map.of("name", "Ana")));

    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    assertThat(booked.json().path("source").asString()).isEqualTo("public");
    assertThat(booked.json().has("madeBy")).isFalse();
  }

  private Answer book(Client who, String start) {
    return who.post(
        "/api/appointments",
        Map.of("serviceId", cut, "start", start, "contact", Map.of("name", "Ana")));
  }
}

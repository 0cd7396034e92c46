package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What happens to a customer's appointments stands in their thread, for members alone. */
class AppointmentLinesTests extends HairdresserApi {

  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Appointments appointments;
  @Autowired private LiveEvents live;

  private String visitor;
  private String conversation;
  private String contact;

  @BeforeEach
  void somebodyWrites() {
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    visitor = visit("/chat/sessions", Map.of()).json().path("token").asString();
    api.anonymous()
        .post(
            "/api/public/" + owner.tenant().slug() + "/chat/messages",
            Map.of("text", "Hello", "clientId", UUID.randomUUID().toString()),
            "Authorization",
            "Bearer " + visitor);
    var row = owner.get("/api/conversations").json().path("items").path(0);
    conversation = row.path("id").asString();
    contact = row.path("contact").path("id").asString();
  }

  @Test
  void tellWhatAMemberBooksMovesAndCancels() {
    var slots = free(3);
    var booked = bookForThem(slots.get(0));
    owner.post(path(booked, "reschedule"), Map.of("start", slots.get(8)));
    owner.post(path(booked, "cancel"), Map.of());

    assertThat(lines(owner))
        .extracting(line -> line.path("event").path("type").asString())
        .containsExactly("appointment-booked", "appointment-moved", "appointment-cancelled");
    assertThat(lines(owner))
        .allSatisfy(
            line -> {
              assertThat(line.path("author").asString()).isEqualTo("system");
              assertThat(line.path("event").path("by").asString()).isEqualTo("member");
              assertThat(line.path("event").path("memberId").asString()).isEqualTo(id(owner));
              assertThat(line.path("appointment").path("id").asString()).isEqualTo(booked);
              assertThat(line.path("appointment").path("serviceName").asString()).isEqualTo("Cut");
              assertThat(line.path("appointment").path("providerName").asString())
                  .isEqualTo("Elena");
            });
    assertThat(lines(owner))
        .extracting(line -> line.path("appointment").path("start").asString())
        .containsExactly(slots.get(0), slots.get(8), slots.get(8));
  }

  @Test
  void tellThatAnAppointmentIsBackInTheBooks() {
    var booked = bookForThem(free(3).get(0));
    owner.post(path(booked, "cancel"), Map.of());
    owner.post(path(booked, "status"), Map.of("status", "confirmed"));
    owner.post(path(booked, "status"), Map.of("status", "arrived"));

    assertThat(lines(owner))
        .extracting(line -> line.path("event").path("type").asString())
        .containsExactly("appointment-booked", "appointment-cancelled", "appointment-booked");
  }

  @Test
  void areSilentAboutASlipOfTheTeamThatIsPutRight() {
    var booked = bookForThem(free(3).get(0));
    for (var status : List.of("arrived", "confirmed", "arrived", "done", "confirmed")) {
      owner.post(path(booked, "status"), Map.of("status", status));
    }

    assertThat(lines(owner))
        .extracting(line -> line.path("event").path("type").asString())
        .containsExactly("appointment-booked");
  }

  @Test
  void tellOfAllThatIsBookedAtOnceInOne() {
    var start = free(3).get(0);
    var booked = bookForThem(start);
    var repeated = owner.post(path(booked, "repeat"), Map.of("everyWeeks", 2, "times", 3)).json();
    var once = owner.post(path(booked, "repeat"), Map.of("everyWeeks", 1, "times", 1)).json();

    assertThat(lines(owner))
        .extracting(
            line -> line.path("event").path("type").asString(),
            line -> line.path("event").path("times").asInt(0),
            line -> line.path("event").path("everyWeeks").asInt(0),
            line -> line.path("appointment").path("id").asString())
        .containsExactly(
            tuple("appointment-booked", 0, 0, booked),
            tuple("appointment-booked", 3, 2, repeated.at("/items/0/id").asString()),
            tuple("appointment-booked", 0, 0, once.at("/items/0/id").asString()));
  }

  @Test
  void areNoneWhereARepeatCameToNothing() {
    var booked = bookForThem(free(3).get(0));
    owner.post(path(booked, "repeat"), Map.of("everyWeeks", 1, "times", 1));

    assertThat(owner.post(path(booked, "repeat"), Map.of("everyWeeks", 1, "times", 3)).status())
        .isEqualTo(409);
    assertThat(lines(owner)).hasSize(2);
  }

  @Test
  void tellThroughWhomElseItCame() {
    var slot = free(3).get(0);
    tenancy.as(
        owner.tenant().id(),
        () -> {
          var order = BookingWorld.order(UUID.fromString(cut), Instant.parse(slot));
          return appointments.book(
              new Appointments.Order(
                  order.what(),
                  order.guest(),
                  Optional.of(UUID.fromString(contact)),
                  Optional.of(UUID.fromString(conversation)),
                  Optional.empty(),
                  Source.PUBLIC,
                  Optional.empty()));
        });

    assertThat(lines(owner))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("event").path("by").asString()).isEqualTo("public");
              assertThat(line.path("event").has("memberId")).isFalse();
            });
  }

  @Test
  void areNoneWhereNothingWasBooked() {
    var slots = free(3);
    bookForThem(slots.get(0));

    assertThat(
            owner
                .post(
                    "/api/appointments",
                    Map.of("serviceId", cut, "start", slots.get(0), "contact", them()))
                .status())
        .isEqualTo(409);
    book(slots.get(8));

    assertThat(lines(owner)).hasSize(1);
  }

  @Test
  void sayNothingOfTheAppointmentToWhoSeesTheirOwnCalendarOnly() throws Exception {
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    owner.put(
        "/api/members/" + id(operator) + "/own-calendar", Map.of("providerId", UUID.randomUUID()));
    try (var told =
        live.subscribe(
            owner.tenant().id(),
            Optional.empty(),
            event -> event.name().equals("message.created") && event.data().contains("-booked"))) {
      bookForThem(free(3).get(0));

      assertThat(told.next(Duration.ofSeconds(2)))
          .hasValueSatisfying(
              event -> {
                assertThat(event.data()).contains("\"Elena\"");
                assertThat(event.less().toString())
                    .contains("calendar.all", "appointment-booked")
                    .doesNotContain("Elena");
              });
    }
    assertThat(lines(operator))
        .singleElement()
        .satisfies(line -> assertThat(line.has("appointment")).isFalse());
  }

  @Test
  void areNotForTheCustomer() {
    bookForThem(free(3).get(0));

    var shown =
        api.anonymous()
            .get(
                "/api/public/" + owner.tenant().slug() + "/chat/messages",
                "Authorization",
                "Bearer " + visitor);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().path("items"))
        .noneMatch(each -> each.path("author").asString().equals("system"));
  }

  private String bookForThem(String start) {
    return id(
        owner.post(
            "/api/appointments", Map.of("serviceId", cut, "start", start, "contact", them())));
  }

  private Map<String, String> them() {
    return Map.of("id", contact, "name", "Ana", "phone", "333 5550101");
  }

  private static String id(Client member) {
    return member.get("/api/me").json().path("user").path("id").asString();
  }

  /** Oldest first. */
  private List<JsonNode> lines(Client member) {
    var items = member.get("/api/conversations/" + conversation + "/messages").json().path("items");
    return new ArrayList<>(
            StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("kind").asString().equals("event"))
                .filter(
                    each -> each.path("event").path("type").asString().startsWith("appointment-"))
                .toList())
        .reversed();
  }
}

package frontdesk.booking;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.TestApi.Answer;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Appointments as members and visitors meet them. */
class BookingApiTests extends HairdresserApi {

  @Autowired Tenancy tenancy;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void booksWhatItListsAsFree() {
    var slots = free(2);
    assertThat(slots).hasSize(35);

    var booked = book(slots.get(4));

    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().path("status").asString()).isEqualTo("confirmed");
    assertThat(booked.json().path("contact").path("phone").asString()).isEqualTo("+393335550101");
    assertThat(booked.json().path("contact").path("id").asString()).isNotEmpty();
    assertThat(booked.json().path("source").asString()).isEqualTo("member");
    var read = owner.get("/api/appointments/" + id(booked));
    assertThat(read.json()).isEqualTo(booked.json());
    assertThat(owner.get("/api/appointments").json().path("items").get(0)).isEqualTo(read.json());
    assertThat(free(2)).doesNotContain(slots.get(4)).hasSize(32);
  }

  @Test
  void answersATakenTimeWithAlternatives() {
    var ten = free(2).get(4);
    book(ten);

    var refused = book(ten);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("slot-taken");
    assertThat(refused.json().path("alternatives")).hasSize(3);
    assertThat(refused.json().path("alternatives").get(0).path("providerId").asString())
        .isEqualTo(elena);
  }

  @Test
  void givesEachOfTenSlotsToOneOfSixtyFourRequests() throws Exception {
    var slots = free(2);
    var requests = new ArrayList<Callable<Answer>>();
    for (int i = 0; i < 64; i++) {
      var start = slots.get(2 * (i % 10));
      requests.add(() -> book(start));
    }

    var answers = BookingRaceTests.atOnce(requests);

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(10);
    assertThat(answers.stream().filter(answer -> answer.status() != 201))
        .hasSize(54)
        .allMatch(answer -> answer.problem().equals("slot-taken"))
        .allMatch(answer -> !answer.json().path("alternatives").isEmpty());
  }

  @Test
  void movesCancelsAndMarks() {
    var slots = free(3);
    var id = id(book(slots.get(0)));

    var moved = owner.post(path(id, "reschedule"), Map.of("start", slots.get(8)));
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.json().path("start").asString()).isEqualTo(slots.get(8));
    assertThat(moved.json().path("version").asInt()).isEqualTo(2);
    assertThat(
            owner
                .post(path(id, "reschedule"), Map.of("start", slots.get(0), "version", 1))
                .problem())
        .isEqualTo("conflict");
    for (var early : List.of("done", "no-show")) {
      assertThat(owner.post(path(id, "status"), Map.of("status", early)).problem())
          .isEqualTo("appointment-not-begun");
    }
    assertThat(owner.post(path(id, "status"), Map.of("status", "arrived")).status()).isEqualTo(200);
    assertThat(owner.post(path(id, "status"), Map.of("status", "done")).status()).isEqualTo(200);
    assertThat(owner.post(path(id, "cancel"), null).problem()).isEqualTo("appointment-ended");

    var other = id(book(slots.get(20)));
    assertThat(owner.post(path(other, "cancel"), Map.of("reason", "ill")).status()).isEqualTo(200);
    assertThat(owner.post(path(other, "cancel"), null).status()).isEqualTo(200);
    assertThat(owner.post(path(other, "reschedule"), Map.of("start", slots.get(1))).problem())
        .isEqualTo("appointment-ended");
    assertThat(owner.get("/api/appointments?status=cancelled").json().path("items")).hasSize(1);
  }

  @Test
  void takesACancellationBackWhileTheTimeIsFree() {
    var slots = free(3);
    var id = id(book(slots.get(4)));
    owner.post(path(id, "cancel"), null);

    var back = owner.post(path(id, "status"), Map.of("status", "confirmed"));
    assertThat(back.json().path("status").asString()).isEqualTo("confirmed");
    assertThat(book(slots.get(4)).problem()).isEqualTo("slot-taken");

    owner.post(path(id, "cancel"), null);
    book(slots.get(5));
    assertThat(owner.post(path(id, "status"), Map.of("status", "confirmed")).problem())
        .isEqualTo("slot-taken");
  }

  @Test
  void takesAMarkThatWasASlipBackAndWritesItDown() {
    var id = id(book(free(3).get(4)));

    for (var status : List.of("arrived", "confirmed", "arrived", "done", "arrived")) {
      var marked = owner.post(path(id, "status"), Map.of("status", status));
      assertThat(marked.json().path("status").asString()).isEqualTo(status);
    }
    List<String> entries =
        tenancy.as(owner.tenant().id(), () -> transaction.execute(tx -> auditOf(id)));
    assertThat(entries)
        .containsExactly(
            "member appointment.created",
            "member appointment.arrived",
            "member appointment.confirmed",
            "member appointment.arrived",
            "member appointment.done",
            "member appointment.arrived");
    assertThat(owner.post(path(id, "status"), Map.of("status", "requested")).status())
        .isEqualTo(200);
    owner.post(path(id, "status"), Map.of("status", "confirmed"));
    assertThat(owner.post(path(id, "status"), Map.of("status", "requested")).problem())
        .isEqualTo("appointment-ended");
  }

  @Test
  void saysWhatTheCustomerCouldBeToldAndWhyNot() {
    var id = id(book(free(3).get(4)));

    var notice = owner.get(path(id, "notice")).json();
    assertThat(notice.path("text").asString()).contains("Ana", "Elena");
    assertThat(notice.path("refusal").asString()).isEqualTo("no-conversation");

    owner.post(path(id, "cancel"), null);
    assertThat(owner.get(path(id, "notice")).json().path("text").asString())
        .containsAnyOf("cancelled", "annullato");
  }

  @Test
  void showsOthersAsBusyToAnOperatorWithACalendarOfTheirOwn() {
    var id = id(book(free(3).get(4)));
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var member = operator.get("/api/me").json().at("/user/id").asString();
    var limit = "/api/members/" + member + "/own-calendar";
    assertThat(operator.get("/api/appointments/" + id).json().path("busy").asBoolean()).isFalse();

    assertThat(owner.put(limit, Map.of("providerId", UUID.randomUUID())).status()).isEqualTo(204);

    var listed = operator.get("/api/appointments").json().path("items").get(0);
    assertThat(listed).isEqualTo(operator.get("/api/appointments/" + id).json());
    assertThat(listed.path("busy").asBoolean()).isTrue();
    assertThat(listed.toString()).doesNotContain("Ana", "3335550101", cut);
    assertThat(operator.get("/api/appointments?q=Ana").json().path("items")).isEmpty();
    for (var deed : Map.of("cancel", Map.of(), "status", Map.of("status", "arrived")).entrySet()) {
      assertThat(operator.post(path(id, deed.getKey()), deed.getValue()).problem())
          .isEqualTo("not-your-calendar");
    }
    assertThat(operator.get(path(id, "notice")).status()).isEqualTo(403);

    owner.put(limit, Map.of("providerId", elena));
    assertThat(operator.get("/api/appointments?q=Ana").json().path("items")).hasSize(1);
    assertThat(operator.post(path(id, "cancel"), null).status()).isEqualTo(200);
  }

  @Test
  void makesAnAppointmentLongerAndShorter() {
    var start = free(3).get(30);
    var id = id(book(start));
    var end = Instant.parse(start).plusSeconds(75 * 60).toString();

    var longer = owner.post(path(id, "reschedule"), Map.of("start", start, "end", end));
    assertThat(longer.json().path("end").asString()).isEqualTo(end);
    assertThat(free(3)).noneMatch(free -> free.compareTo(start) >= 0 && free.compareTo(end) < 0);
    assertRefused(owner.post(path(id, "reschedule"), Map.of("start", end, "end", start)), "end");
    assertRefused(owner.post(path(id, "reschedule"), Map.of("start", start, "end", start)), "end");
  }

  @Test
  void refusesWhatCannotBeBookedAndSaysWhy() {
    var free = free(2).getFirst();

    assertRefused(book("2026-02-30T10:00:00Z"), "start");
    assertRefused(book("2027-03-28T02:30:00"), "start");
    assertRefused(book("tomorrow"), "start");
    assertRefused(book("+999999999-01-01T00:00:00Z"), "start");
    assertRefused(book("2001-01-01T10:00:00Z"), "start");
    assertRefused(book("2190-01-01T10:00:00Z"), "start");
    assertRefused(book(free.replace("00Z", "01Z")), "start");
    assertRefused(
        book(cut, free, Map.of("name", "Ana", "phone", "none of your business")), "contact.phone");
    assertRefused(book(cut, free, Map.of("name", "Ana", "phone", "12")), "contact.phone");
    assertRefused(book(cut, free, Map.of("name", " ")), "contact.name");
    assertRefused(book(cut, free, Map.of("name", "a".repeat(121))), "contact.name");
    assertRefused(book(cut, free, Map.of("name", "Ana", "email", "nowhere")), "contact.email");
    assertRefused(book("no-id", free, Map.of("name", "Ana")), "serviceId");
    assertRefused(
        owner.post("/api/appointments", Map.of("serviceId", cut, "start", free)), "contact");
    assertThat(book(UUID.randomUUID().toString(), free, Map.of("name", "Ana")).status())
        .isEqualTo(404);
    assertThat(owner.get("/api/appointments").json().path("items")).isEmpty();
    assertThat(owner.get("/api/contacts?q=").body()).doesNotContain("Ana");
  }

  @Test
  void showsNothingToAnotherBusiness() {
    var id = id(book(free(2).getFirst()));
    var other = api.owner();

    for (var path :
        List.of("/api/appointments/" + id, "/api/services/" + cut, "/api/providers/" + elena)) {
      assertThat(other.get(path).status()).isEqualTo(404);
    }
    for (var deed : List.of("reschedule", "cancel", "status")) {
      var body =
          deed.equals("cancel")
              ? Map.of()
              : deed.equals("status")
                  ? Map.of("status", "done")
                  : Map.of("start", "2027-01-01T10:00:00Z");
      assertThat(other.post(path(id, deed), body).status()).isEqualTo(404);
    }
    assertThat(other.get("/api/appointments/available?service=" + cut).status()).isEqualTo(404);
    assertThat(other.get("/api/appointments").json().path("items")).isEmpty();
    assertThat(other.delete("/api/services/" + cut).status()).isEqualTo(404);
  }

  @Test
  void asksForTheRightToChange() {
    var id = id(book(free(2).getFirst()));
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);

    assertThat(orderManager.get("/api/appointments").status()).isEqualTo(200);
    assertThat(orderManager.post(path(id, "status"), Map.of("status", "arrived")).status())
        .isEqualTo(200);
    assertThat(orderManager.post(path(id, "cancel"), null).status()).isEqualTo(403);
    assertThat(orderManager.put("/api/hours", everyDay("09:00", "10:00")).status()).isEqualTo(403);
    assertThat(api.member(owner.tenant(), Role.ACCOUNTANT).get("/api/appointments").status())
        .isEqualTo(403);
  }

  @Test
  void showsAnOrderManagerNoMoreOfAPhoneThanItsEnd() {
    var id = id(book(free(2).getFirst()));
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    var later = free(3).getFirst();

    var answers =
        List.of(
            orderManager.get("/api/appointments").json().path("items").path(0),
            orderManager.get("/api/appointments/" + id).json(),
            orderManager.post(path(id, "reschedule"), Map.of("start", later)).json(),
            orderManager.post(path(id, "status"), Map.of("status", "arrived")).json());

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("contact").path("name").asString()).isEqualTo("Ana");
              assertThat(answer.path("contact").path("phone").asString()).isEqualTo("•••101");
              assertThat(answer.path("contact").has("email")).isFalse();
            });
    assertThat(owner.get("/api/appointments/" + id).json().at("/contact/phone").asString())
        .isEqualTo("+393335550101");
  }

  @Test
  void letsAVisitorHoldATimeAndBookIt() {
    assertThat(
            visit("/services")
                .json()
                .path("items")
                .get(0)
                .path("providers")
                .get(0)
                .path("name")
                .asString())
        .isEqualTo("Elena");
    var ten = free(2).get(4);
    var held = visit("/holds", Map.of("serviceId", cut, "start", ten));
    assertThat(held.status()).isEqualTo(201);
    assertThat(book(ten).problem()).isEqualTo("slot-taken");
    assertThat(owner.get("/api/appointments").json().path("items")).isEmpty();
    assertThat(owner.get("/api/holds?from=" + ten).json().path("items")).hasSize(1);

    var again =
        visit("/holds", Map.of("serviceId", cut, "start", free(3).getFirst(), "holdId", id(held)));
    assertThat(id(again)).isEqualTo(id(held));
    assertThat(book(ten).status()).isEqualTo(201);

    var who = Map.of("name", "<b>Ben</b>", "phone", "333 5550101");
    var booked = visit("/appointments", Map.of("holdId", id(held), "contact", who));
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.json().path("source").asString()).isEqualTo("public");
    assertThat(booked.json().path("contact").path("id").asString())
        .as("a phone typed by a visitor joins nobody")
        .isNotEqualTo(
            owner
                .get("/api/appointments")
                .json()
                .path("items")
                .get(1)
                .path("contact")
                .path("id")
                .asString());
    assertThat(visit("/appointments", Map.of("holdId", id(held), "contact", who)).problem())
        .isEqualTo("hold-expired");
  }

  @Test
  void writesDownWhoChangedWhat() {
    var id = id(book(free(2).getFirst()));
    owner.post(path(id, "reschedule"), Map.of("start", free(2).get(6)));
    owner.post(path(id, "cancel"), null);

    List<String> entries =
        tenancy.as(owner.tenant().id(), () -> transaction.execute(tx -> auditOf(id)));

    assertThat(entries)
        .containsExactly(
            "member appointment.created",
            "member appointment.rescheduled",
            "member appointment.cancelled");
  }

  @Test
  void tellsTheApiDocumentOfEveryParameterAndOfNoCaller() {
    var paths = api.anonymous().get("/v3/api-docs").json().path("paths");

    assertThat(paths.path("/api/appointments").path("post").path("parameters").valueStream())
        .noneMatch(parameter -> parameter.has("name"));
    assertThat(
            paths
                .path("/api/public/{slug}/holds")
                .path("post")
                .path("parameters")
                .get(0)
                .path("name")
                .asString())
        .isEqualTo("slug");
  }

  @Test
  void listsInPagesNewestFirst() {
    var slots = free(2);
    for (int i = 0; i < 5; i++) {
      book(slots.get(i * 4));
    }

    var first = owner.get("/api/appointments?limit=3").json();
    var second =
        owner.get("/api/appointments?limit=3&cursor=" + first.path("next").asString()).json();

    assertThat(first.path("items")).hasSize(3);
    assertThat(second.path("items")).hasSize(2);
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(first.path("items").get(0).path("start").asString()).isEqualTo(slots.get(16));
    assertThat(owner.get("/api/appointments?cursor=x").status()).isEqualTo(422);
    assertThat(
            owner
                .get("/api/appointments?from=" + slots.get(8) + "&to=" + slots.get(13))
                .json()
                .path("items"))
        .hasSize(2);
  }

  @Test
  void findsWhoComesByNameWithoutAccentsAndByPhone() {
    var slots = free(2);
    book(cut, slots.get(0), Map.of("name", "Niccolò Bo", "phone", "333 5550101"));

    assertThat(owner.get("/api/appointments?q=niccolo").json().path("items")).hasSize(1);
    assertThat(owner.get("/api/appointments?q=550101").json().path("items")).hasSize(1);
    assertThat(owner.get("/api/appointments?q=ana").json().path("items")).isEmpty();
    assertThat(owner.get("/api/appointments?q=%25").json().path("items")).isEmpty();
    var orderManager = api.member(owner.tenant(), Role.ORDER_MANAGER);
    assertThat(orderManager.get("/api/appointments?q=niccolo").json().path("items")).hasSize(1);
    assertThat(orderManager.get("/api/appointments?q=550101").json().path("items")).isEmpty();
  }

  private List<String> auditOf(String subject) {
    return jdbc.sql(
            """
            SELECT actor || ' ' || action FROM audit_entry
            WHERE tenant_id = :tenant AND subject_id = CAST(:id AS uuid) ORDER BY id
            """)
        .param("tenant", owner.tenant().id().value())
        .param("id", subject)
        .query(String.class)
        .list();
  }
}

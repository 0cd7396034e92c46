package frontdesk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.agent.Studio.Salon;
import frontdesk.booking.Appointments;
import frontdesk.identity.Role;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Studio.class)
class ToolControllerTests {

  @Autowired private TestApi api;
  @Autowired private Studio studio;
  @Autowired private Tenancy tenancy;
  @Autowired private Appointments appointments;

  private TestApi.Client owner;
  private Salon salon;

  @BeforeEach
  void open() {
    owner = api.owner();
    salon = studio.in(owner.tenant());
  }

  private Answer call(String tool, UUID contact, Map<String, Object> more) {
    var body = new HashMap<String, Object>(more);
    body.put("contactId", contact);
    return owner.post("/api/assistant/tools/" + tool, body);
  }

  private String tomorrowAt(String time) {
    return LocalDate.now(Studio.ROME).plusDays(1) + "T" + time;
  }

  private Answer propose() {
    return call(
        "propose_booking",
        salon.ana(),
        Map.of(
            "arguments",
            Map.of(
                "service", "haircut",
                "when", tomorrowAt("10:30"),
                "provider", "Elena",
                "name", "Ana",
                "phone", "333 1112223")));
  }

  private int appointmentsOf(UUID contact) {
    return tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(contact)).size();
  }

  @Test
  void listsTheToolsWithTheirArguments() {
    var tools = owner.get("/api/assistant/tools").json().path("items");

    assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
        .contains("find_services", "find_times", "propose_booking", "confirm_proposal");
    assertThat(tools.path(1).path("required").path(0).asString()).isEqualTo("service");
  }

  @Test
  void aWriterProposesAndIsCarriedOutWhenAccepted() {
    var proposed = propose();
    assertThat(proposed.json().path("outcome").asString()).isEqualTo("proposal");
    assertThat(appointmentsOf(salon.ana())).isZero();

    var proposal = proposed.json().path("proposal").asString();
    var refused = call("propose_booking", salon.ana(), Map.of("proposal", proposal));
    assertThat(refused.json().path("reason").asString()).isEqualTo("not-accepted");
    assertThat(appointmentsOf(salon.ana())).isZero();

    var accepted = Map.<String, Object>of("proposal", proposal, "accepted", true);
    var done = call("propose_booking", salon.ana(), accepted);
    assertThat(done.json().path("outcome").asString()).isEqualTo("done");
    assertThat(call("propose_booking", salon.ana(), accepted).body()).isEqualTo(done.body());
    assertThat(appointmentsOf(salon.ana())).isEqualTo(1);
  }

  @Test
  void anotherContactsProposalAndAppointmentAreOutOfReach() {
    var proposal = propose().json().path("proposal").asString();
    assertThat(
            call("confirm_proposal", salon.ben(), Map.of("proposal", proposal, "accepted", true))
                .json()
                .path("reason")
                .asString())
        .isEqualTo("unknown");
    call("confirm_proposal", salon.ana(), Map.of("proposal", proposal, "accepted", true));

    var appointment =
        tenancy.as(salon.tenant().id(), () -> appointments.upcomingOf(salon.ana())).getFirst().id();
    assertThat(
            call(
                    "propose_cancel",
                    salon.ben(),
                    Map.of("arguments", Map.of("appointment", appointment)))
                .json()
                .path("outcome")
                .asString())
        .isEqualTo("refused");
    assertThat(appointmentsOf(salon.ana())).isEqualTo(1);
  }

  @Test
  void whatIsNotTheirsOrNotThereIsNotFound() {
    assertThat(call("find_services", Ids.next(), Map.of()).status()).isEqualTo(404);
    assertThat(call("no_such_tool", salon.ana(), Map.of()).status()).isEqualTo(404);
    assertThat(call("find_services", salon.ana(), Map.of("conversationId", Ids.next())).status())
        .isEqualTo(404);
    assertThat(call("find_services", studio.open().ana(), Map.of()).status()).isEqualTo(404);
  }

  @Test
  void onlyTheOwnerMayCallTools() {
    var manager = api.member(owner.tenant(), Role.MANAGER);

    assertThat(manager.get("/api/assistant/tools").status()).isEqualTo(403);
    assertThat(
            manager
                .post("/api/assistant/tools/find_services", Map.of("contactId", salon.ana()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void argumentsThatMakeNoSenseAreToldSo() {
    var answer =
        call("find_times", salon.ana(), Map.of("arguments", Map.of("service", 42, "when", "x")));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("outcome").asString()).isEqualTo("unusable");
    assertThat(answer.json().path("problem").asString()).contains("Haircut");
  }
}

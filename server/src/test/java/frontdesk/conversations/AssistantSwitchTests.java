package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.live.LiveEvents;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The one switch over all channels. */
@DatabaseTest
class AssistantSwitchTests {

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private LiveEvents live;

  private Client owner;

  @BeforeEach
  void open() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    owner.post("/api/setup/template", Map.of("template", "dental"));
  }

  @Test
  void answersNobodyWhileItIsOffAndGoesOnAfterwards() throws Exception {
    turn(owner, false);
    write("Hello");
    await().until(() -> !authors().isEmpty());
    await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
    assertThat(authors()).containsOnly("contact");

    turn(owner, true);
    write("When are you open?");
    await().atMost(Duration.ofSeconds(10)).until(() -> authors().contains("ai"));
  }

  @Test
  void isSwitchedByThoseWhoRunTheBusinessSaidToAllAndAudited() throws Exception {
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    assertThat(turn(operator, false)).isEqualTo(403);
    assertThat(operator.get("/api/assistant").json().path("on").asBoolean()).isTrue();

    try (var told =
        live.subscribe(
            owner.tenant().id(),
            Optional.empty(),
            event -> event.name().equals("assistant.changed"))) {
      assertThat(turn(owner, false)).isEqualTo(200);
      assertThat(turn(owner, false)).isEqualTo(200);
      assertThat(told.next(Duration.ofSeconds(1)))
          .hasValueSatisfying(event -> assertThat(event.data()).contains("false"));
      assertThat(told.next(Duration.ofMillis(50))).isEmpty();
    }
    assertThat(operator.get("/api/assistant").json().path("on").asBoolean()).isFalse();
    assertThat(owner.get("/api/audit").json().path("items").valueStream())
        .filteredOn(entry -> entry.path("action").asString().equals("assistant.switched"))
        .hasSize(1);
  }

  private static int turn(Client who, boolean on) {
    return who.put("/api/assistant", Map.of("on", on)).status();
  }

  private void write(String text) {
    owner.post(
        "/api/sandbox/messages", Map.of("text", text, "clientId", UUID.randomUUID().toString()));
  }

  private List<String> authors() {
    return owner
        .get("/api/conversations?view=all")
        .json()
        .path("items")
        .valueStream()
        .map(each -> each.path("id").asString())
        .flatMap(
            id ->
                owner
                    .get("/api/conversations/" + id + "/messages")
                    .json()
                    .path("items")
                    .valueStream())
        .map(message -> message.path("author").asString())
        .toList();
  }
}

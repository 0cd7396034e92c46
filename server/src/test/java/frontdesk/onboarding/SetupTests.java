package frontdesk.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class SetupTests {

  @Autowired TestApi api;
  @Autowired Channels channels;
  @Autowired Tenancy tenancy;

  Client owner;

  @BeforeEach
  void open() {
    owner = api.owner();
  }

  @Test
  void keepsTheChecklistAwayUntilItIsAskedFor() {
    owner.put("/api/setup/checklist", Map.of("away", true));
    owner.put("/api/setup", Map.of("step", "hours", "completed", List.of("business")));
    owner.post("/api/setup/template", Map.of("template", "salon"));
    assertThat(setup().path("checklistAway").asBoolean()).isTrue();

    owner.put("/api/setup/checklist", Map.of("away", false));
    assertThat(setup().path("checklistAway").asBoolean()).isFalse();
    assertThat(setup().path("step").asString()).isEqualTo("hours");
  }

  @Test
  void knowsWhetherTheAssistantWasTriedOut() {
    assertThat(done("test")).isFalse();

    owner.put("/api/setup", Map.of("step", "go-live", "completed", List.of("test")));

    assertThat(done("test")).isTrue();
  }

  @Test
  void letsAChannelBeginOtherwiseThanTheRest() {
    connect("webchat");
    connect("sandbox");
    var webchat = channel("webchat").path("id").asString();

    owner.post(
        "/api/setup/go-live", Map.of("mode", "auto", "channels", Map.of(webchat, "suggest")));

    assertThat(channel("webchat").path("mode").asString()).isEqualTo("suggest");
    assertThat(channel("sandbox").path("mode").asString()).isEqualTo("auto");
    assertThat(setup().path("live").asBoolean()).isTrue();
  }

  @Test
  void refusesAModeThatIsNone() {
    var answer =
        owner.post(
            "/api/setup/go-live",
            Map.of("mode", "auto", "channels", Map.of(UUID.randomUUID(), "sometimes")));

    assertThat(answer.status()).isEqualTo(422);
  }

  private void connect(String type) {
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect(type, type, Optional.empty(), Map.of(), Map.of()));
  }

  private JsonNode setup() {
    return owner.get("/api/setup").json();
  }

  private boolean done(String check) {
    return setup()
        .path("checklist")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(check))
        .findFirst()
        .orElseThrow()
        .path("done")
        .asBoolean();
  }

  private JsonNode channel(String type) {
    return owner
        .get("/api/channels")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }
}

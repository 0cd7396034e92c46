package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What members are told, each for themselves, until they have looked. */
@DatabaseTest
class NotificationsTests {

  @Autowired private TestApi api;
  @Autowired private TestClock clock;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Notifications notifications;

  private Client owner;
  private UUID channel;

  @BeforeEach
  void open() {
    owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> {
          channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of());
          channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of());
        });
    var first = owner.get("/api/channels").json().path("items").get(0);
    channel = UUID.fromString(first.path("id").asString());
    owner.post("/api/setup/template", Map.of("template", "dental"));
  }

  @AfterEach
  void close() {
    clock.reset();
  }

  @Test
  void tellsOfAHandoffAndForgetsItOnceTheConversationIsOpened() {
    var conversation = handedOff();

    assertThat(told(owner)).containsExactly("handoff");
    assertThat(list(owner).path("unread").asInt()).isEqualTo(1);
    assertThat(list(owner).path("items").get(0).path("conversationId").asString())
        .isEqualTo(conversation);

    owner.post("/api/conversations/" + conversation + "/read", null);
    assertThat(list(owner).path("unread").asInt()).isZero();
    assertThat(list(owner).path("items").get(0).path("read").asBoolean()).isTrue();
  }

  @Test
  void tellsWhoGetsAConversationAndNotWhoTookIt() {
    var conversation = handedOff();
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    var id = memberId(operator);

    operator.post("/api/conversations/" + conversation + "/assign", Map.of("memberId", id));
    assertThat(told(operator)).isEmpty();

    owner.post("/api/conversations/" + conversation + "/assign", Map.of("memberId", id));
    assertThat(told(operator)).containsExactly("assigned");
    assertThat(told(owner)).doesNotContain("assigned");
  }

  @Test
  void countsTheSameAgainInsteadOfListingItTwice() {
    down();
    down();
    assertThat(told(owner)).containsExactly("channel-down");
    assertThat(list(owner).path("items").get(0).path("times").asInt()).isEqualTo(2);

    owner.post("/api/notifications/read", Map.of());
    down();
    assertThat(told(owner)).containsExactly("channel-down", "channel-down");
    assertThat(list(owner).path("unread").asInt()).isEqualTo(1);
  }

  @Test
  void tellsOfAChannelOnlyWhoCanMendItAndOnceForEachTimeItGoesDown() {
    var operator = api.member(owner.tenant(), Role.OPERATOR);
    for (var state : List.of("needs-you", "blocked", "live", "needs-you")) {
      tenancy.as(owner.tenant().id(), () -> channels.state(channel, state, Optional.of("Log in")));
    }
    assertThat(list(owner).path("items").get(0).path("times").asInt()).isEqualTo(2);
    assertThat(told(operator)).isEmpty();
  }

  @Test
  void marksOnlyWhatIsNamedAndOnlyOnesOwn() {
    var manager = api.member(owner.tenant(), Role.MANAGER);
    down();
    var ofManager = list(manager).path("items").get(0).path("id").asString();

    owner.post("/api/notifications/read", Map.of("ids", List.of(ofManager)));
    assertThat(list(owner).path("unread").asInt()).isEqualTo(1);
    assertThat(list(manager).path("unread").asInt()).isEqualTo(1);

    manager.post("/api/notifications/read", Map.of("ids", List.of(ofManager)));
    assertThat(list(manager).path("unread").asInt()).isZero();
  }

  @Test
  void listsOneKindAndInPages() {
    handedOff();
    clock.advance(Duration.ofSeconds(1));
    down();

    assertThat(told(owner)).containsExactly("channel-down", "handoff");
    assertThat(owner.get("/api/notifications?type=handoff").json().path("items")).hasSize(1);
    assertThat(owner.get("/api/notifications?type=mention,channel-down").json().path("items"))
        .hasSize(1);
    assertThat(owner.get("/api/notifications?type=nonsense").status()).isEqualTo(422);
    var first = owner.get("/api/notifications?limit=1").json();
    var second =
        owner
            .get("/api/notifications?limit=1&cursor=" + first.path("next").asString())
            .json()
            .path("items");
    assertThat(second.get(0).path("type").asString()).isEqualTo("handoff");
  }

  private void down() {
    tenancy.as(owner.tenant().id(), () -> notifications.channelDown(channel, "Chat", "Log in"));
  }

  private String handedOff() {
    owner.post(
        "/api/sandbox/messages",
        Map.of("text", "Vorrei parlare con una persona", "clientId", UUID.randomUUID().toString()));
    await().until(() -> !told(owner).isEmpty());
    return owner
        .get("/api/conversations?view=all")
        .json()
        .path("items")
        .get(0)
        .path("id")
        .asString();
  }

  private static String memberId(Client who) {
    return who.get("/api/me").json().path("user").path("id").asString();
  }

  private static JsonNode list(Client who) {
    return who.get("/api/notifications").json();
  }

  private static List<String> told(Client who) {
    return list(who).path("items").valueStream().map(each -> each.path("type").asString()).toList();
  }
}

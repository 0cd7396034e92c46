package frontdesk.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import frontdesk.channels.Channels;
import frontdesk.identity.Role;
import frontdesk.live.LiveEvents;
import frontdesk.live.Subscription;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From "I want a person" to a person, with the assistant that customers talk to. */
@DatabaseTest
class HandoffsTests {

  @Autowired private TestApi api;
  @Autowired private TestClock clock;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private LiveEvents live;
  @Autowired private InboxQueries inbox;
  @Autowired private TransactionTemplate transaction;
  @Autowired private RecurringTask<Void> wakingConversations;

  private Client owner;
  private Tenant business;
  private Subscription notices;

  @BeforeEach
  void open() {
    owner = api.owner();
    business = owner.tenant();
    tenancy.as(
        business.id(),
        () -> {
          channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of());
          channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of());
        });
    owner.post("/api/setup/template", Map.of("template", "dental"));
    notices =
        live.subscribe(
            business.id(), Optional.empty(), event -> event.name().equals("notification"));
  }

  @AfterEach
  void close() {
    notices.close();
    clock.reset();
  }

  @Test
  void saysWhenSomebodyWillAnswerLeavesThreeLinesAndPicksAnOnlineOperator() throws Exception {
    var operator = online(Role.OPERATOR);
    online(Role.ACCOUNTANT);

    var conversation = write("Vorrei parlare con una persona");

    var now = awaitHandedOff(conversation);
    assertThat(now.path("handler").asString()).isEqualTo("person");
    assertThat(now.path("needsPerson").path("since").asString()).isNotBlank();
    assertThat(now.path("assignee").path("id").asString()).isEqualTo(operator);
    assertThat(events(conversation)).containsExactly("handoff", "assigned");
    assertThat(Instant.parse(event(conversation, "handoff").path("expectedBy").asString()))
        .isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(4)));
    assertThat(lines(conversation, "note").getFirst().path("text").asString().lines()).hasSize(3);
    assertThat(notices.next(Duration.ofSeconds(1)))
        .hasValueSatisfying(
            notice -> assertThat(notice.data()).contains("\"handoff\"", conversation, operator));
  }

  @Test
  void isAssignedToNobodyWhenNobodyIsThereAndThoseWhoRunTheBusinessAreToldOnce() throws Exception {
    clock.advance(Duration.ofMinutes(5));
    var conversation = writeAsVisitor("I want to talk to a human");
    await().until(() -> now(conversation).needsPerson() != null);
    assertThat(now(conversation).assignee()).isNull();
    notices.next(Duration.ofSeconds(1));

    clock.advance(Duration.ofMinutes(6));
    wake();
    wake();

    assertThat(events(conversation)).filteredOn("escalated"::equals).hasSize(1);
    assertThat(notices.next(Duration.ofSeconds(1)))
        .hasValueSatisfying(
            notice -> {
              assertThat(notice.data()).contains("\"handoff-waiting\"", conversation);
              assertThat(notice.permission()).isEqualTo("settings.change");
            });
    assertThat(notices.next(Duration.ofMillis(50))).isEmpty();
  }

  @Test
  void isNotEscalatedOnceSomebodyHasOpenedIt() {
    var conversation = write("I want to talk to a human");
    awaitHandedOff(conversation);

    owner.post("/api/conversations/" + conversation + "/read", null);
    clock.advance(Duration.ofMinutes(6));
    wake();

    assertThat(events(conversation)).doesNotContain("escalated");
  }

  @Test
  void theAssistantBeginsAfreshAfterItIsResumedAndDoesNotPassItOnAgain() {
    var conversation = write("I want to talk to a human");
    awaitHandedOff(conversation);

    var resumed = owner.post("/api/conversations/" + conversation + "/resume", null).json();
    assertThat(resumed.path("handler").asString()).isEqualTo("ai");
    assertThat(resumed.has("needsPerson")).isFalse();

    write("What are your opening hours?");
    await().until(() -> said(conversation, "ai").size() == 2);
    assertThat(said(conversation, "ai").getFirst()).contains("9");
    assertThat(get(conversation).path("handler").asString()).isEqualTo("ai");
    assertThat(events(conversation)).filteredOn("handoff"::equals).hasSize(1);
  }

  @Test
  void saysWhetherTheAssistantAnswersAgainOrOnlyDrafts() {
    var conversation = write("Hello");
    var mode = "/api/conversations/" + conversation + "/assistant";

    owner.post(mode, Map.of("mode", "suggest"));
    assertThat(events(conversation)).containsExactly("suggesting");

    owner.post("/api/conversations/" + conversation + "/resume", null);
    assertThat(events(conversation)).containsExactly("suggesting", "suggesting");

    owner.post(mode, Map.of("mode", "auto"));
    assertThat(events(conversation)).containsExactly("suggesting", "suggesting", "resumed");
  }

  @Test
  void theAssistantStaysAwayFromAPersonsWordsForAsLongAsTheBusinessSays() {
    var answered = write("Hello");
    reply(answered);
    assertThat(pausedFor(answered)).isEqualTo(Duration.ofHours(4));

    assertThat(owner.put("/api/business", Map.of("assistantPauseHours", 12)).status())
        .isEqualTo(200);
    owner.put("/api/business", Map.of("name", "Bar"));

    reply(answered);
    assertThat(pausedFor(answered)).isEqualTo(Duration.ofHours(12));
    owner.post("/api/conversations/" + answered + "/resume", null);
    owner.post("/api/conversations/" + answered + "/takeover", null);
    assertThat(pausedFor(answered)).isEqualTo(Duration.ofHours(12));
    for (var hours : List.of(0, 169)) {
      assertThat(owner.put("/api/business", Map.of("assistantPauseHours", hours)).status())
          .isEqualTo(422);
    }
  }

  private void reply(String conversation) {
    var sent =
        owner.post("/api/conversations/" + conversation + "/messages", Map.of("text", "I'm here"));
    assertThat(sent.status()).as(sent.body()).isLessThan(300);
  }

  /** From now, to the minute. */
  private Duration pausedFor(String conversation) {
    var until = Instant.parse(get(conversation).path("aiPausedUntil").asString());
    return Duration.between(clock.instant(), until.plusSeconds(30)).truncatedTo(ChronoUnit.MINUTES);
  }

  @Test
  void reopeningGivesItBackToTheAssistantToo() {
    var conversation = write("I want to talk to a human");
    awaitHandedOff(conversation);
    owner.post("/api/conversations/" + conversation + "/close", null);

    var open = owner.post("/api/conversations/" + conversation + "/reopen", null).json();

    assertThat(open.path("status").asString()).isEqualTo("open");
    assertThat(open.path("handler").asString()).isEqualTo("ai");
    assertThat(open.has("needsPerson")).isFalse();
  }

  /** A member who has just been seen; their id. */
  private String online(Role role) {
    return api.member(business, role).get("/api/me").json().path("user").path("id").asString();
  }

  /** As a customer of the try-out channel. */
  private String write(String text) {
    var sent =
        owner.post(
            "/api/sandbox/messages",
            Map.of("text", text, "clientId", UUID.randomUUID().toString()));
    assertThat(sent.status()).isEqualTo(202);
    return sent.json().path("conversationId").asString();
  }

  /** On the business's site, while no member does anything. */
  private String writeAsVisitor(String text) {
    var chat = "/api/public/" + business.slug() + "/chat/";
    var token = api.anonymous().post(chat + "sessions", Map.of()).json().path("token").asString();
    var sent =
        api.anonymous()
            .post(
                chat + "messages",
                Map.of("text", text, "clientId", "c1"),
                "Authorization",
                "Bearer " + token);
    assertThat(sent.status()).isEqualTo(202);
    var asked = InboxFilter.of("all");
    return tenancy
        .as(
            business.id(),
            () ->
                transaction.execute(
                    tx -> inbox.list(asked, Optional.empty(), 10, UUID.randomUUID(), Seeing.ALL)))
        .getFirst()
        .id()
        .toString();
  }

  /** Without a member asking. */
  private ConversationView now(String conversation) {
    return tenancy.as(
        business.id(),
        () -> inbox.one(UUID.fromString(conversation), Optional.empty(), Seeing.ALL).orElseThrow());
  }

  private JsonNode awaitHandedOff(String conversation) {
    await().until(() -> get(conversation).has("needsPerson"));
    return get(conversation);
  }

  private JsonNode get(String conversation) {
    return owner.get("/api/conversations/" + conversation).json();
  }

  /** Newest first. */
  private List<JsonNode> messages(String conversation) {
    return owner
        .get("/api/conversations/" + conversation + "/messages")
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private List<JsonNode> lines(String conversation, String kind) {
    return messages(conversation).stream()
        .filter(message -> message.path("kind").asString().equals(kind))
        .toList();
  }

  private List<String> said(String conversation, String author) {
    return lines(conversation, "text").stream()
        .filter(message -> message.path("author").asString().equals(author))
        .map(message -> message.path("text").asString())
        .toList();
  }

  /** In order. */
  private List<String> events(String conversation) {
    return lines(conversation, "event").reversed().stream()
        .map(line -> line.path("event").path("type").asString())
        .toList();
  }

  private JsonNode event(String conversation, String type) {
    return lines(conversation, "event").stream()
        .map(line -> line.path("event"))
        .filter(event -> event.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** Once around, as the scheduler would. */
  private void wake() {
    wakingConversations.execute(null, null);
  }
}

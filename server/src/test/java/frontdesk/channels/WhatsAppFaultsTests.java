package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestApi.Answer;
import frontdesk.TestClock;
import frontdesk.identity.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything that can be switched on to go wrong at WhatsApp, and what becomes of a message. */
class WhatsAppFaultsTests extends WhatsAppWorld {

  private static final Duration SOON = Duration.ofSeconds(8);

  private static final List<String> SIGNATURES =
      List.of("signature-bad", "signature-missing", "signature-sha1-only", "body-changed");
  private static final List<String> HARMLESS =
      List.of(
          "duplicate",
          "duplicate-concurrent",
          "duplicate-later",
          "unknown-field",
          "unknown-number",
          "malformed-item",
          "slow",
          "no-status",
          "wa-id-differs");
  private static final List<String> RETRIED =
      List.of("error-500", "unavailable", "throughput", "pair-rate", "app-rate");
  private static final List<String> REFUSED =
      List.of(
          "token-revoked",
          "spam-rate",
          "account-locked",
          "window-closed",
          "window-closed-async",
          "undeliverable",
          "not-delivered-async",
          "media-failed-async");
  private static final List<String> UNKNOWN =
      List.of("error-500-after-accept", "timeout-after-accept", "cut-after-accept");
  private static final List<String> COURSES =
      List.of(
          "statuses-out-of-order",
          "status-before-response",
          "read-without-delivered",
          "delivered-and-failed",
          "duplicate-status");

  @Autowired TestClock clock;

  @AfterEach
  void itIsNow() {
    clock.reset();
  }

  @Test
  void everyFaultOfTheSimulatorIsTriedHereOrWithFiles() {
    var tried =
        Stream.of(SIGNATURES, HARMLESS, RETRIED, REFUSED, UNKNOWN, COURSES, List.of("timeout"))
            .flatMap(List::stream)
            .toList();
    var known =
        StreamSupport.stream(control("GET", "faults", Map.of()).path("known").spliterator(), false)
            .map(fault -> fault.path("name").asString())
            .filter(
                name -> !name.startsWith("model-") && !name.matches("(media-(?!failed)|upload-).*"))
            .toList();
    assertThat(tried).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"signature-bad", "signature-missing", "signature-sha1-only", "body-changed"})
  void whatIsNotSignedRightlyIsNotStored(String fault) {
    fault(fault);

    write(number, CUSTOMER, "hello");

    assertThat(webhooks()).contains(401);
    assertThat(texts(tenant, "contact")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "duplicate",
        "duplicate-concurrent",
        "unknown-field",
        "unknown-number",
        "malformed-item",
        "slow",
        "no-status",
        "wa-id-differs"
      })
  void theCustomerIsAnsweredOnceAllTheSame(String fault) {
    fault(fault);

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("sent", "delivered"));
    assertThat(webhooks()).contains(200).doesNotContain(400, 500);
    assertThat(texts(tenant, "contact")).containsExactly("hello");
    assertThat(sends()).hasSize(1);
  }

  @Test
  void whatComesAgainHoursLaterChangesNothing() {
    control("POST", "faults", Map.of("name", "duplicate-later", "times", 1, "delayMs", 500));

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("delivered"));
    await()
        .during(Duration.ofMillis(900))
        .atMost(Duration.ofSeconds(3))
        .until(() -> sends().size() == 1);
    assertThat(texts(tenant, "contact")).containsExactly("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-500", "unavailable", "throughput", "pair-rate", "app-rate"})
  void whatIsRefusedForNowIsTriedAgainLater(String fault) {
    fault(fault);

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("queued"));
    assertThat(sends()).isEmpty();
    clock.advance(Duration.ofSeconds(20));
    await().atMost(SOON).until(() -> arrived("delivered"));
    assertThat(sends()).hasSize(1);
  }

  @Test
  void whatIsSaidBehindOneThatWaitsGoesOutAfterIt() {
    fault("throughput");
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> arrived("queued"));

    write(number, CUSTOMER, "are you there?");

    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("queued", "queued")));
    clock.advance(Duration.ofSeconds(20));
    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("delivered", "delivered")));
    assertThat(sends()).hasSize(2);
  }

  @Test
  void whatWaitedUntilItsWindowClosedIsNotSent() {
    fault("throughput");
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> arrived("queued"));

    clock.advance(Duration.ofHours(24));

    await().atMost(SOON).until(() -> arrived("failed"));
    assertThat(column(tenant, "SELECT failure_code FROM message" + OF, "ai"))
        .containsExactly("window-closed");
    assertThat(sends()).isEmpty();
  }

  @Test
  void aMembersReplyAfterTheWindowHasClosedSaysWhyItCannotGo() {
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> arrived("delivered"));
    clock.advance(Duration.ofHours(24));

    var answer = answer("late");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("window-closed");
    assertThat(sends()).hasSize(1);
  }

  @Test
  void aWindowIsCountedFromWhenTheCustomerWroteHoweverLateWeHear() {
    var written = Instant.now().minus(Duration.ofHours(23)).truncatedTo(ChronoUnit.SECONDS);
    write(CUSTOMER, Map.of("text", "hello", "at", written.toString()));
    await().atMost(SOON).until(() -> arrived("delivered"));
    assertThat(windowCloses()).isEqualTo(written.plus(Duration.ofHours(24)));

    write(CUSTOMER, Map.of("text", "earlier still", "at", written.minusSeconds(7200).toString()));
    assertThat(windowCloses()).isEqualTo(written.plus(Duration.ofHours(24)));

    clock.advance(Duration.ofHours(2));
    assertThat(answer("late").problem()).isEqualTo("window-closed");
  }

  @Test
  void whatIsHeardOfAfterItsWindowHasClosedIsNotAnswered() {
    var written = Instant.now().minus(Duration.ofHours(25));
    write(CUSTOMER, Map.of("text", "hello", "at", written.toString()));

    await().atMost(SOON).until(() -> arrived("failed"));
    assertThat(column(tenant, "SELECT failure_code FROM message" + OF, "ai"))
        .containsExactly("window-closed");
    assertThat(sends()).isEmpty();
  }

  @Test
  void aClockThatIsAheadOpensNoLongerWindow() {
    write(CUSTOMER, Map.of("text", "hello", "at", Instant.now().plusSeconds(86_400).toString()));
    await().atMost(SOON).until(() -> arrived("delivered"));

    assertThat(windowCloses())
        .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
  }

  private Instant windowCloses() {
    return Instant.parse(
        api.member(business, Role.OPERATOR)
            .get("/api/conversations/" + conversation())
            .json()
            .at("/window/closesAt")
            .asString());
  }

  private Answer answer(String text) {
    return api.member(business, Role.OPERATOR)
        .post("/api/conversations/" + conversation() + "/messages", Map.of("text", text));
  }

  private String conversation() {
    return column(
            tenant, "SELECT id::text FROM conversation WHERE tenant_id = :t AND :a <> ''", "-")
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "spam-rate, 131048, blocked, spam",
    "account-locked, 131031, blocked, account",
    "window-closed, 131047, live,",
    "window-closed-async, 131047, live,",
    "undeliverable, 131026, live,",
    "not-delivered-async, 131049, live,",
    "media-failed-async, 131053, live,"
  })
  void whatIsRefusedForGoodShowsWhyAndHowTheChannelStands(
      String fault, String code, String state, String reason) {
    control("POST", "faults", Map.of("name", fault));

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("failed"));
    assertThat(column(tenant, "SELECT failure_code FROM message" + OF, "ai")).containsExactly(code);
    await().atMost(SOON).until(() -> channel("state").equals(List.of(state)));
    assertThat(channel("coalesce(state_reason, '')")).containsExactly(reason == null ? "" : reason);
  }

  @Test
  void whatIsWrittenWhileTheTokenIsRefusedWaitsAndGoesOutOnceInOrderAfterANewOne() {
    control("POST", "tokens/revoke", Map.of("accessToken", "token"));
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> channel("state").equals(List.of("needs-you")));
    assertThat(channel("state_reason")).containsExactly("token");
    await().atMost(SOON).until(() -> arrived("queued"));
    write(number, CUSTOMER, "are you there?");
    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("queued", "queued")));

    for (int minute = 0; minute < 12; minute++) {
      clock.advance(Duration.ofMinutes(1));
      await().atMost(SOON).until(() -> column(tenant, WAITS, "ai").equals(List.of("true")));
    }
    assertThat(sends()).isEmpty();

    var answer =
        api.member(business, Role.OWNER)
            .put(
                "/api/channels/" + channel("id::text").getFirst(),
                Map.of("accessToken", "a new token"));

    assertThat(answer.json().path("state").asString()).isEqualTo("live");
    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("delivered", "delivered")));
    assertThat(sends().stream().map(send -> send.at("/message/text/body").asString()).toList())
        .isEqualTo(texts(tenant, "ai"));
    await().during(Duration.ofMillis(800)).until(() -> sends().size() == 2);
  }

  @Test
  void anAccountThatLetsUsGoNeedsSomebodyAtOnceAndTheyAreTold() {
    var owner = api.member(business, Role.OWNER);
    owner.put(
        "/api/channels/" + channel("id::text").getFirst(), Map.of("wabaId", "waba-" + number));

    control(
        "POST",
        "whatsapp/change",
        Map.of(
            "phoneNumberId",
            number,
            "field",
            "account_update",
            "value",
            Map.of("event", "PARTNER_REMOVED")));

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> channel("state").equals(List.of("needs-you")));
    assertThat(owner.get("/api/notifications").json().findValuesAsString("type"))
        .contains("channel-down");
  }

  @Test
  void aTokenThatWorksAgainMakesTheChannelLiveAgain() {
    control("POST", "faults", Map.of("name", "token-revoked"));
    write(number, CUSTOMER, "hello");
    await().atMost(SOON).until(() -> channel("state").equals(List.of("needs-you")));
    control("DELETE", "faults/token-revoked", Map.of());

    write(number, CUSTOMER, "hello again");
    clock.advance(Duration.ofMinutes(1));

    await().atMost(SOON).until(() -> channel("state").equals(List.of("live")));
    await().atMost(SOON).until(() -> statuses(tenant).equals(List.of("delivered", "delivered")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"error-500-after-accept", "timeout-after-accept", "cut-after-accept"})
  void whatWasAcceptedUnheardIsFoundOutByItsStatusAndNotSentTwice(String fault) {
    control("POST", "faults", Map.of("name", fault, "times", 1, "delayMs", 200));

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("delivered"));
    clock.advance(Duration.ofMinutes(1));
    await()
        .during(Duration.ofMillis(1200))
        .atMost(Duration.ofSeconds(4))
        .until(() -> sends().size() == 1);
    assertThat(statuses(tenant)).containsExactly("delivered");
  }

  @Test
  void whatNobodyAnsweredStaysUncertainAndIsNotSentAgain() {
    control("POST", "faults", Map.of("name", "timeout", "times", 1, "delayMs", 200));

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived("uncertain"));
    clock.advance(Duration.ofMinutes(1));
    await()
        .during(Duration.ofMillis(1200))
        .atMost(Duration.ofSeconds(4))
        .until(() -> sends().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "statuses-out-of-order, read",
    "status-before-response, delivered",
    "read-without-delivered, read",
    "delivered-and-failed, delivered",
    "duplicate-status, delivered"
  })
  void aMessageOnlyMovesForward(String fault, String status) {
    fault(fault);

    write(number, CUSTOMER, "hello");

    await().atMost(SOON).until(() -> arrived(status));
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(2))
        .until(() -> arrived(status));
  }

  /** Nothing of it is under way: it has been asked for, and waits again. */
  private static final String WAITS =
      "SELECT bool_and(status = 'queued')::text FROM message WHERE tenant_id = :t AND author = :a";

  private static final String OF = " WHERE tenant_id = :t AND author = :a";

  private boolean arrived(String... either) {
    var statuses = statuses(tenant);
    return statuses.size() == 1 && List.of(either).contains(statuses.getFirst());
  }

  private List<String> channel(String what) {
    return column(
        tenant, "SELECT " + what + " FROM channel WHERE tenant_id = :t AND type = :a", "whatsapp");
  }
}

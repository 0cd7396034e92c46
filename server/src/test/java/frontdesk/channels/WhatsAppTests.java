package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestTenants;
import frontdesk.conversations.EchoTurns;
import frontdesk.simulators.Simulators;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.TenantId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WhatsApp from webhook to status, over HTTP, against the simulated Graph API. */
@DatabaseTest
@Import(EchoTurns.class)
class WhatsAppTests {

  private static final Simulators SIMULATORS = start();

  private static Simulators start() {
    try {
      return Simulators.start();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void pointAtTheSimulators(DynamicPropertyRegistry registry) {
    registry.add("FRONTDESK_META_GRAPH_URL", SIMULATORS::baseUrl);
    registry.add("FRONTDESK_META_APP_SECRET", () -> "app-secret");
    registry.add("FRONTDESK_META_VERIFY_TOKEN", () -> "verify-me");
  }

  @Autowired TestTenants testTenants;
  @Autowired Tenancy tenancy;
  @Autowired Channels channels;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private TenantId tenant;
  private String number;

  @AfterAll
  static void close() {
    SIMULATORS.close();
  }

  @BeforeEach
  void aBusinessWithANumber() {
    control("POST", "reset", Map.of());
    control(
        "PUT",
        "settings",
        Map.of(
            "callback",
            "http://127.0.0.1:" + port + "/webhook/meta",
            "appSecret",
            "app-secret",
            "verifyToken",
            "verify-me",
            "statusDelayMs",
            5,
            "retryDelayMs",
            50));
    tenant = testTenants.fresh().id();
    number = number();
    connect(tenant, number);
  }

  @Test
  void answersTheHandshakeOfTheRightTokenOnly() {
    assertThat(control("POST", "handshake", Map.of()).path("verified").asBoolean()).isTrue();
    assertThat(
            control("POST", "handshake", Map.of("verifyToken", "wrong"))
                .path("verified")
                .asBoolean())
        .isFalse();
  }

  @Test
  void answersACustomerAndFollowsTheDelivery() {
    write(number, "393331112223", "ciao, è aperto? 😀");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(sends())
                    .extracting(s -> s.path("to").asString())
                    .containsExactly("393331112223"));
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(statuses(tenant)).contains("delivered"));
    assertThat(texts(tenant, "contact")).containsExactly("ciao, è aperto? 😀");
  }

  @Test
  void aBatchForTwoTenantsThreeTimesOverGivesEachCustomerOneReply() {
    var other = testTenants.fresh().id();
    var otherNumber = number();
    connect(other, otherNumber);

    control(
        "POST",
        "whatsapp/batch",
        Map.of(
            "messages",
            List.of(
                Map.of("phoneNumberId", number, "from", "393330000001", "text", "one"),
                Map.of("phoneNumberId", otherNumber, "from", "393330000002", "text", "two")),
            "repeat",
            3));

    await().atMost(Duration.ofSeconds(5)).until(() -> sends().size() == 2);
    await()
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(2))
        .until(() -> sends().size() == 2);
    assertThat(texts(tenant, "contact")).containsExactly("one");
    assertThat(texts(other, "contact")).containsExactly("two");
  }

  @Test
  void aWrongSignatureStoresNothing() {
    for (var signature : List.of("BAD", "MISSING", "SHA1_ONLY", "CHANGED_BODY")) {
      control(
          "POST",
          "whatsapp/raw",
          Map.of("body", body(number, "wamid." + signature, "hello"), "signature", signature));
    }

    assertThat(webhooks()).containsOnly(401);
    assertThat(texts(tenant, "contact")).isEmpty();
  }

  @Test
  void signedNonsenseIsABadRequestAndAnUnknownNumberIsKeptAside() {
    control("POST", "whatsapp/raw", Map.of("body", "{\"object\":", "signature", "GOOD"));
    control(
        "POST",
        "whatsapp/raw",
        Map.of("body", body("nobodys", "wamid.u", "hello"), "signature", "GOOD"));

    assertThat(webhooks()).containsExactly(400, 200);
    assertThat(
            jdbc.sql("SELECT count(*) FROM control.unrouted_webhook WHERE body LIKE '%nobodys%'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aRefusedSendShowsTheVendorsReason() {
    control("POST", "faults", Map.of("name", "undeliverable", "times", 1));

    write(number, "393331112224", "hello");

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(statuses(tenant)).contains("failed"));
  }

  @Test
  void keepsTheOrderOfFiveHundredMessages() {
    var batch = new ArrayList<Map<String, Object>>();
    for (int n = 0; n < 500; n++) {
      batch.add(Map.of("phoneNumberId", number, "from", "393330000003", "text", "n" + n));
    }
    control("POST", "whatsapp/batch", Map.of("messages", batch));

    await().atMost(Duration.ofSeconds(10)).until(() -> texts(tenant, "contact").size() == 500);
    assertThat(texts(tenant, "contact"))
        .isEqualTo(java.util.stream.IntStream.range(0, 500).mapToObj(n -> "n" + n).toList());
  }

  private static String number() {
    return Long.toString(Math.abs(Ids.next().getLeastSignificantBits() % 1_000_000_000_000L));
  }

  private void connect(TenantId to, String phoneNumberId) {
    tenancy.as(
        to,
        () ->
            channels.connect(
                "whatsapp",
                "WhatsApp",
                Optional.of(phoneNumberId),
                Map.of(),
                Map.of("accessToken", "token")));
  }

  private void write(String phoneNumberId, String from, String text) {
    control(
        "POST",
        "whatsapp/messages",
        Map.of("phoneNumberId", phoneNumberId, "from", from, "name", "Ana", "text", text));
  }

  private String body(String phoneNumberId, String id, String text) {
    return json.writeValueAsString(
        Map.of(
            "object",
            "whatsapp_business_account",
            "entry",
            List.of(
                Map.of(
                    "id",
                    "waba",
                    "changes",
                    List.of(
                        Map.of(
                            "field",
                            "messages",
                            "value",
                            Map.of(
                                "messaging_product",
                                "whatsapp",
                                "metadata",
                                Map.of("phone_number_id", phoneNumberId),
                                "messages",
                                List.of(
                                    Map.of(
                                        "from",
                                        "393330000009",
                                        "id",
                                        id,
                                        "timestamp",
                                        "1700000000",
                                        "type",
                                        "text",
                                        "text",
                                        Map.of("body", text))))))))));
  }

  private List<JsonNode> sends() {
    return ledger("send");
  }

  private List<Integer> webhooks() {
    return ledger("webhook").stream().map(w -> w.path("status").asInt()).toList();
  }

  private List<JsonNode> ledger(String kind) {
    var found = new ArrayList<JsonNode>();
    control("GET", "ledger?kind=" + kind, Map.of())
        .path("items")
        .forEach(item -> found.add(item.path("data")));
    return found;
  }

  private List<String> texts(TenantId of, String author) {
    return column(
        of, "SELECT text FROM message WHERE tenant_id = :t AND author = :a ORDER BY seq", author);
  }

  private List<String> statuses(TenantId of) {
    return column(of, "SELECT status FROM message WHERE tenant_id = :t AND author = :a", "ai");
  }

  private List<String> column(TenantId of, String sql, String author) {
    return tenancy.as(
        of,
        () ->
            transaction.execute(
                tx ->
                    jdbc.sql(sql)
                        .param("t", of.value())
                        .param("a", author)
                        .query(String.class)
                        .list()));
  }

  private JsonNode control(String method, String path, Object body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(SIMULATORS.baseUrl() + "/control/" + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  method.equals("GET")
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
              .build();
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

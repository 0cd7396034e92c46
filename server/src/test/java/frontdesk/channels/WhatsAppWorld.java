package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestTenants;
import frontdesk.conversations.EchoTurns;
import frontdesk.simulators.Simulators;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import frontdesk.tenancy.Tenant;
import frontdesk.tenancy.TenantId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business with a WhatsApp number, and the simulated Graph API at the other end of the wire. */
@DatabaseTest
@Import(EchoTurns.class)
abstract class WhatsAppWorld {

  static final String CUSTOMER = "393331112223";

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

  @Autowired TestApi api;
  @Autowired TestTenants testTenants;
  @Autowired Tenancy tenancy;
  @Autowired Channels channels;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired JsonMapper json;
  @LocalServerPort int port;

  final HttpClient http = HttpClient.newHttpClient();
  Tenant business;
  TenantId tenant;
  String number;
  private final Set<String> numbers = new HashSet<>();

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
    business = testTenants.fresh();
    tenant = business.id();
    number = number();
    connect(tenant, number);
  }

  static String number() {
    return Long.toString(Math.abs(Ids.next().getLeastSignificantBits() % 1_000_000_000_000L));
  }

  void connect(TenantId to, String phoneNumberId) {
    numbers.add(phoneNumberId);
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

  void write(String phoneNumberId, String from, String text) {
    control(
        "POST",
        "whatsapp/messages",
        Map.of("phoneNumberId", phoneNumberId, "from", from, "name", "Ana", "text", text));
  }

  String body(String phoneNumberId, String id, String text) {
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
                                        Long.toString(Instant.now().getEpochSecond()),
                                        "type",
                                        "text",
                                        "text",
                                        Map.of("body", text))))))))));
  }

  /** A message of any type, as the simulator's control API takes it. */
  void write(String from, Map<String, Object> message) {
    var command = new HashMap<String, Object>(message);
    command.put("phoneNumberId", number);
    command.put("from", from);
    control("POST", "whatsapp/messages", command);
  }

  void echo(String to, Map<String, Object> more) {
    var command = new HashMap<String, Object>(more);
    command.put("phoneNumberId", number);
    command.put("to", to);
    control("POST", "whatsapp/echo", command);
  }

  void fault(String name) {
    control("POST", "faults", Map.of("name", name, "times", 1));
  }

  /** From this test's numbers: a reply of an earlier test may still be under way. */
  List<JsonNode> sends() {
    return ledger("send").stream()
        .filter(send -> numbers.contains(send.path("phoneNumberId").asString()))
        .toList();
  }

  List<Integer> webhooks() {
    return ledger("webhook").stream().map(w -> w.path("status").asInt()).toList();
  }

  List<JsonNode> ledger(String kind) {
    var found = new ArrayList<JsonNode>();
    control("GET", "ledger?kind=" + kind, Map.of())
        .path("items")
        .forEach(item -> found.add(item.path("data")));
    return found;
  }

  List<String> texts(TenantId of, String author) {
    return column(
        of, "SELECT text FROM message WHERE tenant_id = :t AND author = :a ORDER BY seq", author);
  }

  List<String> statuses(TenantId of) {
    return column(of, "SELECT status FROM message WHERE tenant_id = :t AND author = :a", "ai");
  }

  List<String> column(TenantId of, String sql, String author) {
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

  JsonNode control(String method, String path, Object body) {
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

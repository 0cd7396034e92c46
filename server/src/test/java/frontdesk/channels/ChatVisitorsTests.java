package frontdesk.channels;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestClock;
import frontdesk.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who a visitor of the chat is, and what they thought of it. */
@DatabaseTest
class ChatVisitorsTests {

  @Autowired TestApi api;
  @Autowired Tenancy tenancy;
  @Autowired Channels channels;
  @Autowired TestClock clock;

  private TestApi.Client owner;
  private String chat;
  private String secret;

  @BeforeEach
  void aBusinessWhoseSiteSigns() {
    owner = api.owner();
    var outcome =
        tenancy.as(
            owner.tenant().id(),
            () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    var id = ((Channels.ConnectOutcome.Connected) outcome).channel().id();
    chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    secret =
        owner
            .post("/api/channels/" + id + "/identity-secret", Map.of())
            .json()
            .path("secret")
            .asString();
  }

  @AfterEach
  void itIsNow() {
    clock.reset();
  }

  @Test
  void isWhoTheSiteSaysOnEveryDevice() {
    var first = session(token("HS256", secret, soon()));
    write(first, "hello");

    var second = session(token("HS256", secret, soon()));

    assertThat(texts(second)).contains("hello");
    var contact = owner.get("/api/conversations").json().at("/items/0/contact");
    assertThat(contact.path("name").asString()).isEqualTo("Ada Rossi");
    assertThat(contact.path("phone").asString()).isEqualTo("+393331234567");
  }

  @Test
  void getsANameWhenTheySignInWhileTheyWrite() {
    var visitor = session(null);
    write(visitor, "hello");

    var answer =
        api.anonymous()
            .post(
                chat + "identity",
                Map.of("identity", token("HS256", secret, soon())),
                "Authorization",
                "Bearer " + visitor);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(owner.get("/api/conversations").json().at("/items/0/contact/name").asString())
        .isEqualTo("Ada Rossi");
  }

  @Test
  void isNobodyWithoutARightSignature() {
    var good = token("HS256", secret, soon());
    var changed = good.substring(0, good.length() - 4) + "AAAA";
    var another = token("HS256", "another secret", soon());
    var unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    var none = token("none", secret, soon());
    var late = token("HS256", secret, Instant.now().minus(Duration.ofHours(1)));
    var visitor = session(null);
    write(visitor, "hello");
    for (var wrong : new String[] {changed, another, unsigned, none, late, "", "a.b", "ä.ö.ü"}) {
      var opened = api.anonymous().post(chat + "sessions", Map.of("identity", wrong));
      assertThat(opened.status()).as(wrong).isEqualTo(403);
      assertThat(opened.problem()).isEqualTo("identity-refused");
      var told =
          api.anonymous()
              .post(
                  chat + "identity",
                  Map.of("identity", wrong),
                  "Authorization",
                  "Bearer " + visitor);
      assertThat(told.status()).as(wrong).isEqualTo(403);
    }
    assertThat(owner.get("/api/conversations").json().at("/items/0/contact/name").asString())
        .isEmpty();
  }

  @Test
  void ratesAConversationOnceItIsClosedAndMembersSeeIt() {
    var visitor = session(null);
    write(visitor, "hello");
    assertThat(rate(visitor, 4).problem()).isEqualTo("not-closed");
    var id = owner.get("/api/conversations").json().at("/items/0/id").asString();
    owner.post("/api/conversations/" + id + "/close", Map.of());
    assertThat(standing(visitor).at("/status").asString()).isEqualTo("closed");

    assertThat(rate(visitor, 6).status()).isEqualTo(422);
    assertThat(rate(visitor, 2).status()).isEqualTo(204);
    var better = Map.of("score", 4);
    var changed =
        api.anonymous().post(chat + "rating", better, "Authorization", "Bearer " + visitor);
    assertThat(changed.status()).isEqualTo(204);

    assertThat(standing(visitor).at("/rating").asInt()).isEqualTo(4);
    var seen = owner.get("/api/conversations/" + id + "/ratings").json().path("customer");
    assertThat(seen.path("score").asInt()).isEqualTo(4);
    assertThat(seen.path("comment").asString()).isEqualTo("Kind");
  }

  private tools.jackson.databind.JsonNode standing(String visitor) {
    return api.anonymous().get(chat + "standing", "Authorization", "Bearer " + visitor).json();
  }

  private TestApi.Answer rate(String visitor, int score) {
    return api.anonymous()
        .post(
            chat + "rating",
            Map.of("score", score, "comment", "Kind"),
            "Authorization",
            "Bearer " + visitor);
  }

  private String session(String identity) {
    var body = identity == null ? Map.of() : Map.of("identity", identity);
    return api.anonymous().post(chat + "sessions", body).json().path("token").asString();
  }

  private void write(String visitor, String text) {
    api.anonymous()
        .post(
            chat + "messages",
            Map.of("text", text, "clientId", "c1"),
            "Authorization",
            "Bearer " + visitor);
  }

  private java.util.List<String> texts(String visitor) {
    return api.anonymous()
        .get(chat + "messages", "Authorization", "Bearer " + visitor)
        .json()
        .findValuesAsString("text");
  }

  private static Instant soon() {
    return Instant.now().plus(Duration.ofMinutes(10));
  }

  private static String token(String algorithm, String secret, Instant until) {
    var head = part("{\"alg\":\"%s\",\"typ\":\"JWT\"}".formatted(algorithm));
    var claims =
        part(
            "{\"sub\":\"customer-7\",\"name\":\"Ada Rossi\",\"phone\":\"+39 333 123 4567\",\"exp\":%d}"
                .formatted(until.getEpochSecond()));
    var signed = head + "." + claims;
    var signature = HubSignature.hmac(secret, signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.channels.Channels;
import frontdesk.tenancy.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be read, and what is read and refused, at any endpoint that takes JSON. */
@DatabaseTest
class BadInputTests {

  private static final String LOGIN = "/api/auth/login";

  @Autowired TestApi api;
  @Autowired Channels channels;
  @Autowired Tenancy tenancy;

  @Test
  void answers400WhenItCannotBeParsed() {
    var answer = api.anonymous().post(LOGIN, "{\"email\": ");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("unreadable");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json().path("correlationId").asString())
        .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
  }

  @Test
  void names422ForUnknownFieldsWrongTypesAndTextThatCannotBeStored() {
    assertRefused("{\"email\":\"a@b.c\",\"password\":\"x\",\"admin\":true}", "admin");
    assertRefused("{\"email\":7,\"password\":\"x\"}", "email");
    assertRefused("{\"email\":[\"a\"],\"password\":\"x\"}", "email");
    assertRefused("{\"email\":\"a\\u0000b\",\"password\":\"x\"}", "email");
    assertRefused("{\"email\":\"a@b.c\",\"password\":\"\\ud83d\"}", "password");
    assertRefused("{\"email\":\"\",\"password\":\"x\"}", "email");
    assertRefused("{\"email\":\"a@b.c\"}", "password");
    assertRefused("[]", "");
  }

  @Test
  void refusesAValueNamedTwice() {
    var answer =
        api.anonymous().post(LOGIN, "{\"email\":\"a@b.c\",\"email\":\"b@b.c\",\"password\":\"x\"}");

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void answersInTheCallersLanguage() {
    var answer = api.anonymous().post(LOGIN, "{}", "Accept-Language", "it-IT,it;q=0.9,en;q=0.5");

    assertThat(answer.json().path("title").asString()).isEqualTo("Qualcosa non va bene");
    assertThat(answer.body()).contains("Questo dato serve.");
  }

  @Test
  void refusesHugeBodiesAnnouncedOrNot() {
    var huge = "{\"email\":\"" + "a".repeat(1_200_000) + "\"}";

    assertThat(api.anonymous().post(LOGIN, huge).status()).isEqualTo(413);
  }

  @Test
  void refusesOtherContentTypesAndMethods() {
    assertThat(api.anonymous().post(LOGIN, "email=a", "Content-Type", "text/plain").problem())
        .isEqualTo("unsupported-media-type");
    assertThat(api.anonymous().delete(LOGIN).problem()).isEqualTo("method-not-allowed");
  }

  @Test
  void keepsAWellFormedCorrelationIdAndReplacesAnother() {
    var kept = api.anonymous().get("/api/me", "X-Correlation-Id", "my-request-0001");
    var replaced = api.anonymous().get("/api/me", "X-Correlation-Id", "<script>");

    assertThat(kept.headers().firstValue("X-Correlation-Id")).hasValue("my-request-0001");
    assertThat(replaced.headers().firstValue("X-Correlation-Id").orElseThrow()).doesNotContain("<");
  }

  @Test
  void asksForACredentialUnderApiAndHidesTheRest() {
    assertThat(api.anonymous().get("/api/nothing-here").status()).isEqualTo(401);
    assertThat(api.anonymous().get("/nothing-here").status()).isEqualTo(404);
    assertThat(api.owner().get("/api/nothing-here").status()).isEqualTo(404);
    assertThat(api.owner().get("/api/admin/tenants").status()).isEqualTo(404);
    assertThat(api.owner().get("/api/me?x=%00").status()).isEqualTo(422);
  }

  @Test
  void answersInTheCallersLanguageBeforeAnyHandlerIsFound() {
    var huge = "{\"email\":\"" + "a".repeat(1_200_000) + "\"}";

    var tooLarge = api.anonymous().post(LOGIN, huge, "Accept-Language", "it");
    var unstorable = api.owner().get("/api/me?x=%00", "Accept-Language", "it");

    assertThat(tooLarge.json().path("title").asString()).isEqualTo("Troppo grande");
    assertThat(unstorable.json().path("title").asString()).isEqualTo("Qualcosa non va bene");
  }

  @Test
  void answersAnAddressThatCannotBeDecodedWithAProblemToo() {
    for (var id : List.of("%00", "%ff", "..%2F..")) {
      var answer = api.owner().get("/api/services/" + id, "Accept-Language", "it");

      assertThat(answer.status()).as(id).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(answer.problem()).isEqualTo("bad-request");
      assertThat(answer.json().path("correlationId").asString())
          .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
      assertThat(answer.body()).doesNotContain("Bad Request", "html");
    }
  }

  @Test
  void refusesCursorsThatNoListHasGivenOut() {
    var owner = api.owner();
    var farOff = Cursors.write(Instant.MAX, UUID.randomUUID());
    var wrong = new ArrayList<>(List.of("xxx", "abc_-", "🙂", Cursors.write("word"), farOff));
    wrong.add(Cursors.write("9".repeat(40)));
    for (var list : List.of("services", "contacts", "conversations", "appointments", "audit")) {
      for (var cursor : wrong) {
        var path = "/api/" + list + "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        assertThat(owner.get(path).status()).as(path).isEqualTo(422);
      }
    }
  }

  @Test
  void refusesListsWithNothingInThem() {
    var owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    var id = owner.get("/api/channels").json().path("items").path(0).path("id").asString();

    var answer = owner.put("/api/channels/" + id, "{\"allowedOrigins\":[null]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("field").asString())
        .isEqualTo("allowedOrigins");
  }

  @Test
  void refusesTimesThatNeverComeInTheInbox() {
    var owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("sandbox", "Try it", Optional.empty(), Map.of(), Map.of()));
    var written = owner.post("/api/sandbox/messages", Map.of("text", "hi", "clientId", "c1"));
    var path = "/api/conversations/" + written.json().path("conversationId").asString();

    for (var until : List.of("+999999999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "2026-02-30")) {
      assertThat(owner.post(path + "/snooze", Map.of("until", until)).status())
          .as(until)
          .isEqualTo(422);
      assertThat(owner.post(path + "/assistant", Map.of("mode", "off", "until", until)).status())
          .as(until)
          .isEqualTo(422);
    }
    assertThat(owner.get(path).json().path("status").asString()).isEqualTo("open");
  }

  /** Every list goes on from a number here, which the customer's own list has too. */
  @Test
  void refusesAVisitorsCursorThatIsNone() {
    var owner = api.owner();
    tenancy.as(
        owner.tenant().id(),
        () -> channels.connect("webchat", "Chat", Optional.empty(), Map.of(), Map.of()));
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    var token = api.anonymous().post(chat + "sessions", Map.of()).json().path("token").asString();

    var answer =
        api.anonymous().get(chat + "messages?cursor=xxx", "Authorization", "Bearer " + token);

    assertThat(answer.status()).isEqualTo(422);
  }

  private void assertRefused(String body, String field) {
    var answer = api.anonymous().post(LOGIN, body);

    assertThat(answer.status()).as(body).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("field").asString())
        .as(body)
        .isEqualTo(field);
    assertThat(answer.json().path("errors").path(0).path("message").asString()).isNotBlank();
  }
}

package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be read, and what is read and refused, at any endpoint that takes JSON. */
@DatabaseTest
class BadInputTests {

  private static final String LOGIN = "/api/auth/login";

  @Autowired TestApi api;

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
    assertThat(answer.body()).contains("non deve essere");
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

  private void assertRefused(String body, String field) {
    var answer = api.anonymous().post(LOGIN, body);

    assertThat(answer.status()).as(body).isEqualTo(422);
    assertThat(answer.json().path("errors").path(0).path("field").asString())
        .as(body)
        .isEqualTo(field);
    assertThat(answer.json().path("errors").path(0).path("message").asString()).isNotBlank();
  }
}

package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.Mailbox;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DatabaseTest
class RecoveryTests {

  private static final String PASSWORD = "correct horse";

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("FRONTDESK_SMTP_URL", Mailbox::url);
  }

  @Autowired TestApi api;
  @Autowired TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void mailsALinkThatSetsANewPasswordOnceAndEndsEverySession() {
    var owner = api.owner();
    var token = forgotten(owner.email());

    assertThat(api.anonymous().get("/api/auth/reset/" + token).status()).isEqualTo(204);
    assertThat(reset(token, "a whole new one").status()).isEqualTo(204);

    assertThat(owner.get("/api/me").problem()).isEqualTo("session-ended");
    assertThat(login(owner.email(), PASSWORD).status()).isEqualTo(401);
    assertThat(login(owner.email(), "a whole new one").status()).isEqualTo(200);
    assertThat(reset(token, "and another one").problem()).isEqualTo("link-over");
    assertThat(api.anonymous().get("/api/auth/reset/" + token).status()).isEqualTo(410);
    assertThat(Mailbox.of(owner.email()).awaitSubject("Your password has changed")).isNotEmpty();
  }

  @Test
  void usingOneLinkUsesUpTheOthers() {
    var owner = api.owner();
    var first = forgotten(owner.email());
    var second = forgotten(owner.email());

    assertThat(reset(second, "a whole new one").status()).isEqualTo(204);
    assertThat(reset(first, "not this one").problem()).isEqualTo("link-over");
  }

  @Test
  void aLinkIsTooOldAfterAnHour() {
    var token = forgotten(api.owner().email());
    clock.advance(Duration.ofMinutes(61));

    assertThat(reset(token, "a whole new one").problem()).isEqualTo("link-over");
  }

  @Test
  void anUnknownAddressIsAnsweredAlikeAndGetsNoMail() {
    var owner = api.owner();
    var nobody = "nobody-" + UUID.randomUUID() + "@example.com";

    var unknown = ask("/api/auth/forgot", nobody);
    var known = ask("/api/auth/forgot", owner.email());

    assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(202);
    assertThat(unknown.body()).isEqualTo(known.body());
    Mailbox.of(owner.email()).await();
    assertThat(Mailbox.of(nobody).all()).isEmpty();
  }

  @Test
  void writesTheMailInTheAccountsLanguage() {
    var owner = api.owner();
    owner.put("/api/me", Map.of("name", "Ada", "locale", "it"));

    ask("/api/auth/forgot", owner.email());

    assertThat(Mailbox.of(owner.email()).awaitSubject("Scegli una nuova password"))
        .contains("entro la prossima ora");
  }

  @Test
  void signsInByAMailedLinkOnce() {
    var owner = api.owner();
    ask("/api/auth/link", owner.email());
    var token = Mailbox.of(owner.email()).awaitToken("/login/link/");

    var first = api.anonymous().post("/api/auth/link/login", Map.of("token", token));
    var second = api.anonymous().post("/api/auth/link/login", Map.of("token", token));

    assertThat(first.json().path("user").path("email").asString()).isEqualTo(owner.email());
    assertThat(second.problem()).isEqualTo("link-over");
  }

  @Test
  void aNewBusinessIsAskedToProveItsAddress() {
    var email = "new-" + UUID.randomUUID() + "@example.com";
    var made =
        api.anonymous()
            .post(
                "/api/auth/register",
                Map.of("businessName", "Salone Rosa", "email", email, "password", PASSWORD));
    var bearer = "Bearer " + made.json().path("accessToken").asString();
    assertThat(verified(bearer)).isFalse();

    var token = Mailbox.of(email).awaitToken("/verify/");
    var answer = api.anonymous().post("/api/auth/verify", Map.of("token", token));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(verified(bearer)).isTrue();
  }

  @Test
  void refusesAPasswordThatEverybodyTriesFirst() {
    var token = forgotten(api.owner().email());

    var common = reset(token, "Password123");
    assertThat(common.status()).isEqualTo(422);
    assertThat(common.json().at("/errors/0/field").asString()).isEqualTo("password");
    assertThat(reset(token, "a whole new one").status())
        .as("the link is still good")
        .isEqualTo(204);
  }

  @Test
  void aResetStandsInTheAuditTrail() {
    var owner = api.owner();
    var second = api.member(owner.tenant(), Role.OWNER);

    reset(forgotten(owner.email()), "a whole new one");

    assertThat(second.get("/api/audit").json().path("items").path(0).path("action").asString())
        .isEqualTo("account.password-reset");
  }

  private boolean verified(String bearer) {
    var me = api.anonymous().get("/api/me", "Authorization", bearer);
    return me.json().path("user").path("emailVerified").asBoolean();
  }

  private String forgotten(String email) {
    var before = Mailbox.of(email).all().size();
    ask("/api/auth/forgot", email);
    Mailbox.of(email).awaitMoreThan(before);
    return Mailbox.of(email).awaitToken("/reset/");
  }

  private Answer ask(String path, String email) {
    return api.anonymous().post(path, Map.of("email", email));
  }

  private Answer reset(String token, String password) {
    return api.anonymous().post("/api/auth/reset", Map.of("token", token, "password", password));
  }

  private Answer login(String email, String password) {
    return api.anonymous().post("/api/auth/login", Map.of("email", email, "password", password));
  }
}

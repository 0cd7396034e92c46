package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SignInTests {

  private static final String PASSWORD = "correct horse";

  @Autowired TestApi api;
  @Autowired TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void signsInWithThePasswordAndGivesHttpOnlySecureLaxCookies() {
    var owner = api.owner();

    var answer = login(owner.email(), PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("user").path("email").asString()).isEqualTo(owner.email());
    assertThat(answer.json().path("user").path("role").asString()).isEqualTo("owner");
    assertThat(answer.json().path("tenant").path("slug").asString())
        .isEqualTo(owner.tenant().slug());
    assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(900);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(c -> !c.startsWith("XSRF-TOKEN"))
        .hasSize(2)
        .allMatch(
            c -> c.contains("HttpOnly") && c.contains("Secure") && c.contains("SameSite=Lax"));
  }

  @Test
  void answersAnUnknownAccountAsAWrongPassword() {
    var owner = api.owner();

    var wrong = login(owner.email(), "wrong horse");
    var unknown = login("nobody-" + UUID.randomUUID() + "@example.com", PASSWORD);

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.problem()).isEqualTo(wrong.problem()).isEqualTo("wrong-credentials");
  }

  @Test
  void refusesAnExpiredAccessTokenAndSaysSo() {
    var owner = api.owner();
    clock.advance(Duration.ofMinutes(16));

    var answer = owner.get("/api/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.problem()).isEqualTo("expired");
  }

  @Test
  void refusesATamperedToken() {
    var bearer = api.owner().bearer();
    var other = api.owner().bearer();
    var mixed = bearer.substring(0, 40) + other.substring(40);

    assertThat(api.anonymous().get("/api/me", "Authorization", "Bearer " + mixed).status())
        .isEqualTo(401);
  }

  @Test
  void renewsTheTokensOnceAndEndsTheFamilyWhenAnOldOneComesBack() {
    var owner = api.owner();
    var first = cookie(login(owner.email(), PASSWORD), "fd_refresh");

    var renewed = refresh(first);
    assertThat(renewed.status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(refresh(first).status()).isEqualTo(401);

    assertThat(refresh(cookie(renewed, "fd_refresh")).status()).isEqualTo(401);
    assertThat(withCookie(renewed, "/api/me").problem()).isEqualTo("session-ended");
  }

  @Test
  void takesTwoRefreshesAtOnceForALostAnswer() {
    var owner = api.owner();
    var first = cookie(login(owner.email(), PASSWORD), "fd_refresh");

    var one = refresh(first);
    var two = refresh(first);

    assertThat(one.status()).isEqualTo(200);
    assertThat(two.status()).isEqualTo(200);
    assertThat(refresh(cookie(one, "fd_refresh")).status()).isEqualTo(200);
    assertThat(refresh(cookie(two, "fd_refresh")).status()).isEqualTo(200);
  }

  @Test
  void endsTheSessionAtOnceWhenSigningOut() {
    var signedIn = login(api.owner().email(), PASSWORD);
    assertThat(withCookie(signedIn, "/api/me").status()).isEqualTo(200);

    var bye = api.anonymous().post("/api/auth/logout", null, "Cookie", cookies(signedIn));

    assertThat(bye.status()).isEqualTo(204);
    assertThat(withCookie(signedIn, "/api/me").status()).isEqualTo(401);
  }

  @Test
  void asksCookieCallsForTheTokenOfOurPagesAndBearersNot() {
    var owner = api.owner();
    var signedIn = login(owner.email(), PASSWORD);
    var change = Map.of("name", "Ada L.", "locale", "it");

    assertThat(api.anonymous().put("/api/me", change, "Cookie", cookies(signedIn)).problem())
        .isEqualTo("cross-site");
    assertThat(
            api.anonymous()
                .put(
                    "/api/me",
                    change,
                    "Cookie",
                    cookies(signedIn),
                    "X-XSRF-TOKEN",
                    cookie(signedIn, "XSRF-TOKEN"))
                .json()
                .path("user")
                .path("name")
                .asString())
        .isEqualTo("Ada L.");
    assertThat(owner.put("/api/me", change).status()).isEqualTo(200);
  }

  @Test
  void changingThePasswordEndsTheOtherSessionsOnly() {
    var owner = api.owner();
    var other = login(owner.email(), PASSWORD);

    var wrong =
        owner.post("/api/auth/password", Map.of("current", "not it", "new", "battery staple"));
    var changed =
        owner.post("/api/auth/password", Map.of("current", PASSWORD, "new", "battery staple"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(changed.status()).isEqualTo(204);
    assertThat(owner.get("/api/me").status()).isEqualTo(200);
    assertThat(withCookie(other, "/api/me").status()).isEqualTo(401);
    assertThat(login(owner.email(), PASSWORD).status()).isEqualTo(401);
    assertThat(login(owner.email(), "battery staple").status()).isEqualTo(200);
  }

  @Test
  void listsTheSessionsAndEndsOneByItsOwner() {
    var owner = api.owner();
    var other = login(owner.email(), PASSWORD);

    var listed = owner.get("/api/auth/sessions").json().path("items");
    assertThat(listed).hasSize(2);
    var elsewhere =
        listed.valueStream().filter(s -> !s.path("current").asBoolean()).findFirst().orElseThrow();
    var id = elsewhere.path("id").asString();

    assertThat(api.owner().delete("/api/auth/sessions/" + id).status()).isEqualTo(404);
    assertThat(owner.delete("/api/auth/sessions/" + id).status()).isEqualTo(204);
    assertThat(withCookie(other, "/api/me").status()).isEqualTo(401);
  }

  @Test
  void signsOutEverywhereElse() {
    var owner = api.owner();
    var elsewhere = List.of(login(owner.email(), PASSWORD), login(owner.email(), PASSWORD));
    var stranger = api.owner();

    assertThat(owner.delete("/api/auth/sessions").status()).isEqualTo(204);

    assertThat(elsewhere)
        .allSatisfy(other -> assertThat(withCookie(other, "/api/me").status()).isEqualTo(401));
    assertThat(owner.get("/api/auth/sessions").json().path("items")).hasSize(1);
    assertThat(stranger.get("/api/me").status()).isEqualTo(200);
  }

  private Answer login(String email, String password) {
    return api.anonymous().post("/api/auth/login", Map.of("email", email, "password", password));
  }

  private Answer refresh(String token) {
    return api.anonymous().post("/api/auth/refresh", null, "Cookie", "fd_refresh=" + token);
  }

  private Answer withCookie(Answer signedIn, String path) {
    return api.anonymous().get(path, "Cookie", cookies(signedIn));
  }

  private static String cookies(Answer signedIn) {
    return "fd_access=%s; fd_refresh=%s"
        .formatted(cookie(signedIn, "fd_access"), cookie(signedIn, "fd_refresh"));
  }

  private static String cookie(Answer answer, String name) {
    var pattern = Pattern.compile(name + "=([^;]+).*");
    return answer.headers().allValues("Set-Cookie").stream()
        .map(pattern::matcher)
        .filter(m -> m.matches())
        .map(m -> m.group(1))
        .findFirst()
        .orElseThrow();
  }
}

package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestClock;
import frontdesk.TestTenants;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AccessTests {

  @Autowired TestApi api;
  @Autowired TestClock clock;
  @Autowired TestTenants tenants;
  @Autowired Tenancy tenancy;
  @Autowired Members members;
  @Autowired Accounts accounts;
  @Autowired SignIns signIns;
  @Autowired Sessions sessions;
  @Autowired ApiKeys keys;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void letsACookieSpeakForTheBusinessItsHeaderNamesAndNoOther() {
    var owner = api.owner();
    var second = tenants.fresh();
    tenancy.as(
        second.id(),
        () -> transaction.execute(tx -> members.join(owner.account(), "Ada", Role.ACCOUNTANT)));
    var stranger = tenants.fresh();
    var cookies = signIn(owner.email());

    assertThat(me(cookies, second.slug()).json().path("user").path("role").asString())
        .isEqualTo("accountant");
    assertThat(me(cookies, owner.tenant().slug()).json().path("user").path("role").asString())
        .isEqualTo("owner");
    assertThat(me(cookies, stranger.slug()).status()).isEqualTo(403);
    assertThat(me(cookies, "no-such-business").problem())
        .isEqualTo(me(cookies, stranger.slug()).problem());
    assertThat(owner.get("/api/me", "X-Frontdesk-Business", second.slug()).status()).isEqualTo(403);
  }

  @Test
  void changesWhatAMemberMayAtOnce() {
    var manager = api.member(tenants.fresh(), Role.MANAGER);
    assertThat(manager.get("/api/setup").status()).isEqualTo(200);

    tenancy.as(
        manager.tenant().id(), () -> members.changeRole(members.all().getFirst(), Role.OPERATOR));

    assertThat(manager.get("/api/setup").status()).isEqualTo(403);
  }

  /** A look that began before the end is not kept after it. */
  @Test
  void endsASessionAtOnceWhileItIsBeingLookedUp() throws Exception {
    var account = api.owner().account();
    var seed = System.nanoTime();
    var random = new Random(seed);
    try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 300; round++) {
        var session = sessions.begin(account, "", "").session();
        var wait = random.nextInt(2_000_000);
        var asked =
            askers.submit(
                () -> {
                  LockSupport.parkNanos(wait);
                  return sessions.find(session);
                });
        sessions.end(account, session, "signed out");
        asked.get();
        assertThat(sessions.find(session)).as("round %d, seed %d", round, seed).isEmpty();
      }
    }
  }

  @Test
  void letsAnApiKeyDoWhatItsScopesSayAndNothingElse() {
    var owner = api.owner();
    var caller =
        new Caller(
            owner.tenant().id(),
            owner.account(),
            UUID.randomUUID(),
            "Ada",
            Role.OWNER,
            Role.OWNER.permissions(),
            false,
            Optional.empty());
    var key = keys.create(caller, "till", Set.of(Permission.CALENDAR_SEE));

    assertThat(key).startsWith("fd_");
    assertThat(withBearer(key, "/api/appointments").status()).isEqualTo(200);
    assertThat(withBearer(key, "/api/contacts").status()).isEqualTo(403);
    assertThat(withBearer(key, "/api/auth/sessions").status()).isEqualTo(200);
    assertThat(
            api.anonymous()
                .post(
                    "/api/me/businesses",
                    Map.of("businessName", "Bar"),
                    "Authorization",
                    "Bearer " + key)
                .status())
        .isEqualTo(403);
    assertThat(withBearer("fd_" + "x".repeat(43), "/api/appointments").status()).isEqualTo(401);
  }

  @Test
  void keepsThePlatformsAdministratorsApartFromTenants() {
    var email = "admin-" + UUID.randomUUID() + "@example.com";
    var password = accounts.hash("battery staple");
    transaction.executeWithoutResult(
        tx ->
            accounts
                .create(email, password, Locale.ENGLISH)
                .ifPresent(accounts::appointPlatformAdministrator));

    var answer =
        api.anonymous()
            .post("/api/auth/login", Map.of("email", email, "password", "battery staple"));
    var token = answer.json().path("accessToken").asString();

    assertThat(withBearer(token, "/api/me").json().path("platformAdmin").asBoolean()).isTrue();
    assertThat(withBearer(token, "/api/admin/logs").status()).isEqualTo(200);
    assertThat(withBearer(token, "/api/appointments").status()).isEqualTo(403);
    assertThat(api.owner().get("/api/admin/logs").status()).isEqualTo(404);
  }

  @Test
  void whoRunsThePlatformNeedsASecondFactorFromTheSecondDayOn() {
    var email = "admin-" + UUID.randomUUID() + "@example.com";
    var password = accounts.hash("battery staple");
    transaction.executeWithoutResult(
        tx ->
            accounts
                .create(email, password, Locale.ENGLISH)
                .ifPresent(accounts::appointPlatformAdministrator));
    clock.advance(Duration.ofHours(25));

    var token =
        api.anonymous()
            .post("/api/auth/login", Map.of("email", email, "password", "battery staple"))
            .json()
            .path("accessToken")
            .asString();

    assertThat(withBearer(token, "/api/admin/logs").problem()).isEqualTo("second-factor-needed");
    assertThat(withBearer(token, "/api/auth/second-factor").json().path("required").asBoolean())
        .isTrue();
  }

  @Test
  void saysWhatABrowserMayDoWithEachAnswer() {
    var data = api.owner().get("/api/me").headers();
    var screen = api.anonymous().get("/login").headers();

    assertThat(data.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(data.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(screen.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(screen.firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(api.anonymous().get("/b/x").headers().firstValue("X-Frame-Options")).isEmpty();
  }

  private Answer withBearer(String token, String path) {
    return api.anonymous().get(path, "Authorization", "Bearer " + token);
  }

  private Answer me(String cookies, String business) {
    return api.anonymous().get("/api/me", "Cookie", cookies, "X-Frontdesk-Business", business);
  }

  private String signIn(String email) {
    var answer =
        api.anonymous()
            .post("/api/auth/login", Map.of("email", email, "password", "correct horse"));
    var access = Pattern.compile("fd_access=([^;]+).*");
    return answer.headers().allValues("Set-Cookie").stream()
        .map(access::matcher)
        .filter(found -> found.matches())
        .map(found -> "fd_access=" + found.group(1))
        .findFirst()
        .orElseThrow();
  }
}

package frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Answer;
import frontdesk.TestApi.Client;
import frontdesk.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SecondFactorTests {

  private static final String PASSWORD = "correct horse";

  @Autowired TestApi api;
  @Autowired TestClock testClock;
  @Autowired Clock clock;

  /** Half a minute has just begun: no test sees a code change that it did not wait for. */
  @BeforeEach
  void aCodeHasJustBegun() {
    var second = clock.instant().getEpochSecond();
    testClock.advance(Duration.ofSeconds(30 - second % 30));
  }

  @AfterEach
  void now() {
    testClock.reset();
  }

  @Test
  void asksForACodeAfterThePasswordOnceItIsOn() {
    var owner = api.owner();
    var key = begin(owner);
    assertThat(login(owner).status()).isEqualTo(200);

    confirm(owner, key);
    testClock.advance(Duration.ofSeconds(30));
    var first = login(owner);

    assertThat(first.status()).isEqualTo(401);
    assertThat(first.problem()).isEqualTo("second-factor");
    assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(code(first, "000000").status()).isEqualTo(422);
    var second = code(first, codeOf(key));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.json().path("accessToken").asString()).isNotEmpty();
  }

  @Test
  void takesEachCodeAndEachChallengeOnce() {
    var owner = api.owner();
    var key = begin(owner);
    confirm(owner, key);
    assertThat(code(login(owner), codeOf(key)).status()).as("the confirming code").isEqualTo(422);

    testClock.advance(Duration.ofSeconds(30));
    var challenge = login(owner);
    assertThat(code(challenge, codeOf(key)).status()).isEqualTo(200);
    assertThat(code(challenge, codeOf(key)).problem()).isEqualTo("sign-in-again");
    assertThat(code(login(owner), codeOf(key)).status()).isEqualTo(422);
  }

  @Test
  void takesARecoveryCodeOnceAndCountsWhatIsLeft() {
    var owner = api.owner();
    var codes = confirm(owner, begin(owner)).json().path("codes");
    assertThat(codes).hasSize(10);
    var paper = codes.path(3).asString();

    assertThat(code(login(owner), paper.toUpperCase(java.util.Locale.ROOT)).status())
        .isEqualTo(200);
    assertThat(code(login(owner), paper).status()).isEqualTo(422);
    assertThat(owner.get("/api/auth/second-factor").json().path("recoveryCodesLeft").asInt())
        .isEqualTo(9);
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() {
    var owner = api.owner();
    var old = confirm(owner, begin(owner)).json().path("codes").path(0).asString();

    var renewed =
        owner.post("/api/auth/second-factor/recovery-codes", Map.of("password", PASSWORD));

    assertThat(code(login(owner), old).status()).isEqualTo(422);
    assertThat(code(login(owner), renewed.json().path("codes").path(0).asString()).status())
        .isEqualTo(200);
  }

  @Test
  void aTrustedBrowserIsNotAskedForThirtyDays() {
    var owner = api.owner();
    var codes = confirm(owner, begin(owner)).json().path("codes");
    var in =
        api.anonymous()
            .post(
                "/api/auth/login/code",
                Map.of(
                    "challenge", challenge(login(owner)),
                    "code", codes.path(0).asString(),
                    "trust", true));
    var device =
        in.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("fd_device="))
            .map(cookie -> cookie.split(";")[0])
            .findFirst()
            .orElseThrow();

    assertThat(login(owner, "Cookie", device).status()).isEqualTo(200);
    assertThat(login(api.owner(), "Cookie", device).status()).isEqualTo(200);
    testClock.advance(Duration.ofDays(31));
    assertThat(login(owner, "Cookie", device).status()).isEqualTo(401);
  }

  @Test
  void anotherPersonsTrustedBrowserIsWorthNothing() {
    var owner = api.owner();
    var other = api.owner();
    confirm(owner, begin(owner));
    var codes = confirm(other, begin(other)).json().path("codes");
    var in =
        api.anonymous()
            .post(
                "/api/auth/login/code",
                Map.of(
                    "challenge", challenge(login(other)),
                    "code", codes.path(0).asString(),
                    "trust", true));
    var device =
        in.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("fd_device="))
            .map(cookie -> cookie.split(";")[0])
            .findFirst()
            .orElseThrow();

    assertThat(login(owner, "Cookie", device).status()).isEqualTo(401);
  }

  @Test
  void goesOffWithThePasswordAlone() {
    var owner = api.owner();
    confirm(owner, begin(owner));

    var wrong = owner.post("/api/auth/second-factor/off", Map.of("password", "not it"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(login(owner).status()).isEqualTo(401);
    var off = owner.post("/api/auth/second-factor/off", Map.of("password", PASSWORD));

    assertThat(off.status()).isEqualTo(204);
    assertThat(login(owner).status()).isEqualTo(200);
    assertThat(owner.get("/api/audit").json().path("items").valueStream())
        .extracting(entry -> entry.path("action").asString())
        .contains("account.second-factor-on", "account.second-factor-off");
  }

  @Test
  void isNotSetUpASecondTimeWhileItIsOn() {
    var owner = api.owner();
    confirm(owner, begin(owner));

    assertThat(owner.post("/api/auth/second-factor", Map.of("password", PASSWORD)).problem())
        .isEqualTo("second-factor-on");
  }

  private String begin(Client who) {
    return who.post("/api/auth/second-factor", Map.of("password", PASSWORD))
        .json()
        .path("key")
        .asString();
  }

  private Answer confirm(Client who, String key) {
    return who.post("/api/auth/second-factor/confirm", Map.of("code", codeOf(key)));
  }

  private String codeOf(String key) {
    return Totp.code(decoded(key), Totp.step(clock.instant()));
  }

  private static byte[] decoded(String key) {
    var bits = new StringBuilder();
    key.chars()
        .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
        .forEach(n -> bits.append(Integer.toBinaryString(32 + n).substring(1)));
    var bytes = new byte[bits.length() / 8];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    }
    return bytes;
  }

  private Answer login(Client who, String... headers) {
    return api.anonymous()
        .post("/api/auth/login", Map.of("email", who.email(), "password", PASSWORD), headers);
  }

  private static String challenge(Answer refused) {
    return refused.json().path("challenge").asString();
  }

  private Answer code(Answer refused, String code) {
    return api.anonymous()
        .post("/api/auth/login/code", Map.of("challenge", challenge(refused), "code", code));
  }
}

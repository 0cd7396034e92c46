package frontdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestClock;
import frontdesk.simulators.SimulatorSettings;
import frontdesk.simulators.Simulators;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DatabaseTest
class SendMailsTests {

  private static final int PORT = freePort();

  @DynamicPropertySource
  static void mail(DynamicPropertyRegistry properties) {
    properties.add("FRONTDESK_SMTP_URL", () -> "smtp://127.0.0.1:" + PORT);
  }

  @Autowired TestApi api;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void keepsAMailWhileTheServerIsAwayAndSendsItWhenItIsBack() throws Exception {
    var owner = api.owner();
    assertThat(api.anonymous().post("/api/auth/forgot", Map.of("email", owner.email())).status())
        .as("nobody waits for the mail server")
        .isEqualTo(202);
    await().until(() -> waiting("problem IS NOT NULL") == 1);

    var plain = SimulatorSettings.onAnyPort();
    var withMail = new SimulatorSettings(0, PORT, plain.whatsapp(), plain.numbers(), plain.talks());
    try (var simulators = Simulators.start(withMail)) {
      clock.advance(Duration.ofSeconds(6));

      await().atMost(Duration.ofSeconds(20)).until(() -> waiting("true") == 0);
      var mails = get(simulators.baseUrl() + "/control/mails?to=" + owner.email());
      assertThat(mails).contains("\"count\":1").contains("/reset/");
    }
  }

  private int waiting(String condition) {
    return jdbc.sql("SELECT count(*) FROM control.mail WHERE " + condition)
        .query(Integer.class)
        .single();
  }

  private static String get(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

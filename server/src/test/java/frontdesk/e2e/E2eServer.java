package frontdesk.e2e;

import com.sun.net.httpserver.HttpServer;
import frontdesk.Frontdesk;
import frontdesk.OnlyTheProduct;
import frontdesk.TestClock;
import frontdesk.TestDatabase;
import frontdesk.simulators.SimulatorSettings;
import frontdesk.simulators.Simulators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server on a database of its own with the demo's businesses, for tests in a browser. On
 * the port after its own it takes the time: {@code PUT /now} with an instant, {@code DELETE /now}
 * for the real one, which it is at the start unless {@code FRONTDESK_E2E_NOW} names another; and
 * how long a tenant's answers take to be written: {@code PUT /pace} with its id and milliseconds.
 * {@code POST /member} with a tenant's id, a role, an e-mail and a name makes somebody who signs in
 * with the tests' password, {@code POST /contacts} with a tenant's id and a number that many
 * contacts. On the port after that are the simulators: the mails that were sent, and WhatsApp.
 */
final class E2eServer {

  private E2eServer() {}

  static void main(String[] args) throws IOException {
    var port = Integer.parseInt(args[0]);
    var simulators = Simulators.start(SimulatorSettings.onPort(port + 2));
    var settings = new HashMap<String, Object>(TestDatabase.properties());
    settings.putAll(
        Map.of(
            "FRONTDESK_PORT", port,
            "FRONTDESK_DEMO", "true",
            "FRONTDESK_DEBOUNCE_MS", "50",
            "FRONTDESK_RATE_LIMIT_FACTOR", "1000",
            "FRONTDESK_SMTP_URL", simulators.smtpUrl(),
            "FRONTDESK_META_GRAPH_URL", simulators.baseUrl(),
            "server.address", "127.0.0.1"));
    var application =
        new SpringApplication(
            Frontdesk.class,
            TestClock.class,
            ToldTime.class,
            PacedTurns.class,
            Team.class,
            Crowd.class);
    application.setDefaultProperties(settings);
    application.addInitializers(
        context ->
            context.getBeanFactory().registerSingleton("onlyTheProduct", new OnlyTheProduct()));
    // before the demo's data is made: it lies around that day
    Optional.ofNullable(System.getenv("FRONTDESK_E2E_NOW"))
        .map(Instant::parse)
        .ifPresent(
            now ->
                application.addListeners(
                    (ApplicationListener<ApplicationStartedEvent>)
                        started ->
                            started.getApplicationContext().getBean(TestClock.class).set(now)));
    var context = run(application, simulators);
    open(
        port + 1,
        context.getBean(TestClock.class),
        context.getBean(PacedTurns.class),
        context.getBean(Team.class),
        context.getBean(Crowd.class));
  }

  /** A start that fails ends the process: the simulators would keep it. */
  private static ConfigurableApplicationContext run(
      SpringApplication application, Simulators simulators) {
    try {
      return application.run();
    } catch (RuntimeException e) {
      simulators.close();
      throw e;
    }
  }

  private static void open(int port, TestClock clock, PacedTurns turns, Team team, Crowd crowd)
      throws IOException {
    var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    door.createContext(
        "/now",
        exchange -> {
          try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestMethod().equals("PUT")) {
              clock.set(Instant.parse(text));
            } else {
              clock.reset();
            }
            exchange.sendResponseHeaders(204, -1);
          }
        });
    door.createContext(
        "/pace",
        exchange -> {
          try (exchange) {
            var words =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .split(" ");
            turns.pace(UUID.fromString(words[0]), Duration.ofMillis(Long.parseLong(words[1])));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    door.createContext(
        "/member",
        exchange -> {
          try (exchange) {
            var words =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .split(" ", 4);
            team.add(UUID.fromString(words[0]), words[1], words[2], words[3]);
            exchange.sendResponseHeaders(204, -1);
          }
        });
    door.createContext(
        "/contacts",
        exchange -> {
          try (exchange) {
            var words =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .split(" ");
            crowd.add(UUID.fromString(words[0]), Integer.parseInt(words[1]));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    door.start();
  }
}

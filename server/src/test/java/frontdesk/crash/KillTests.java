package frontdesk.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The product as it is started, on its own database, is ended by kill -9 again and again while
 * customers write. What was acknowledged is answered or shown, and nobody is answered twice.
 *
 * <p>{@code -Dfrontdesk.crash.messages=2000} is the whole count and waits for real leases; {@code
 * -Dfrontdesk.crash.seed=} repeats the moments of a run.
 */
class KillTests {

  private static final int IN_EVERY_RUN = 150;
  private static final int MESSAGES = Integer.getInteger("frontdesk.crash.messages", IN_EVERY_RUN);
  private static final long SEED =
      Long.getLong("frontdesk.crash.seed", System.nanoTime() % 100_000);
  private static final int KILLS = MESSAGES > IN_EVERY_RUN ? 6 : 2;
  private static final int EACH_SECOND = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration ORDERLY_END = Duration.ofSeconds(5);

  @TempDir static Path data;

  private final int port = ServerProcess.freePort();
  private final Random random = new Random(SEED);
  private Graph graph;
  private ServerProcess server;
  private Salon salon;
  private int written;

  @BeforeEach
  void open() {
    // no status tells what became of a message: what is uncertain stays so, to be counted
    graph = new Graph(port, 3_600_000);
    start();
    salon = Salon.signUp(port);
  }

  @AfterEach
  void close() {
    var took = server.end();
    graph.close();
    assertThat(took).isLessThan(ORDERLY_END);
  }

  @Test
  void losesNothingThatWasAcknowledgedAndAnswersNobodyTwice() {
    var from = System.nanoTime();
    int slice = MESSAGES / (KILLS + 1);
    for (int kill = 0; kill < KILLS; kill++) {
      int until = random.nextInt(slice / 4, slice * 3 / 4);
      write(until);
      pause(Duration.ofMillis(random.nextInt(100)));
      server.kill();
      write(slice - until);
      start();
    }
    write(MESSAGES - written);
    var rows = rows();
    await()
        .atMost(PATIENCE)
        .until(() -> rows.customers().size() == MESSAGES && rows.waiting() == 0);

    var sends =
        graph
            .sends()
            .collect(
                Collectors.groupingBy(send -> send.path("to").asString(), Collectors.toList()));
    var customers = rows.customers();
    var outcomes =
        customers.stream()
            .collect(Collectors.groupingBy(Rows.Customer::outcome, Collectors.counting()));
    System.out.printf(
        "%d messages, %d kills (seed %d): %s; %d webhooks came again; %.0f s%n",
        MESSAGES,
        KILLS,
        SEED,
        outcomes,
        graph.repeatedWebhooks(),
        (System.nanoTime() - from) / 1e9);
    assertThat(customers).allMatch(customer -> customer.messages() == 1);
    assertThat(outcomes.keySet()).isSubsetOf("sent", "uncertain", "with a person");
    assertThat(sends.values()).allMatch(each -> each.size() == 1);
    assertThat(customers)
        .filteredOn(customer -> customer.outcome().equals("sent"))
        .allMatch(
            customer ->
                sends
                    .getOrDefault(customer.address(), List.of())
                    .getFirst()
                    .path("id")
                    .asString()
                    .equals(customer.externalId()));
  }

  private void write(int messages) {
    for (int n = 0; n < messages; n++) {
      graph.write(salon.number(), Long.toString(393_340_000_000L + written++), "Hello!");
      pause(Duration.ofSeconds(1).dividedBy(EACH_SECOND));
    }
  }

  private void start() {
    server =
        ServerProcess.start(
            "frontdesk.Frontdesk",
            port,
            Map.of(
                "FRONTDESK_PORT",
                Integer.toString(port),
                "FRONTDESK_DATA_DIR",
                data.toString(),
                "FRONTDESK_DEMO",
                "false",
                "FRONTDESK_RATE_LIMIT_FACTOR",
                "1000",
                "FRONTDESK_META_APP_SECRET",
                Graph.SECRET,
                "FRONTDESK_META_GRAPH_URL",
                graph.url()),
            List.of(),
            data.resolve("server.log"));
    if (MESSAGES <= IN_EVERY_RUN) {
      rows().endLeases();
    }
  }

  /** The server's own database, on the port of this start. */
  private static Rows rows() {
    try {
      var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
      var source = new PGSimpleDataSource();
      source.setUrl("jdbc:postgresql://localhost:" + pid.get(3).strip() + "/frontdesk");
      source.setUser("postgres");
      return new Rows(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}

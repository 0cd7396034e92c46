package frontdesk.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import frontdesk.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The process halts between every two steps on the way from webhook to sent. Afterwards, in a new
 * process, the database and the vendor's ledger agree: nothing was kept in memory only, nothing
 * happens twice. Each point has a customer of its own, who books by chat.
 */
class HaltTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Two messages: each is received, claimed, answered and marked as sent. */
  private static final int FEWEST_POINTS = 8;

  private static final int PORT = ServerProcess.freePort();
  private static final Map<String, String> DATABASE = TestDatabase.properties();
  private static final Rows ROWS =
      new Rows(
          TestDatabase.superuser(DATABASE.get("FRONTDESK_DATABASE_URL").replaceFirst(".*/", "")));

  private static Path log;
  private static Graph graph;
  private static Salon salon;
  private static ServerProcess server;
  private static int starts;
  private static int customers;

  @BeforeAll
  static void open() throws IOException {
    log = Files.createTempFile("frontdesk-halts", ".log");
    // no status tells what became of a message, unless a test has it told
    graph = new Graph(PORT, 3_600_000);
    start();
    salon = Salon.signUp(PORT);
  }

  @AfterAll
  static void close() {
    server.close();
    graph.close();
  }

  @Test
  void whatIsCommittedIsCarriedOnAndWhatIsNotComesAgain() {
    int point = 0;
    while (booksInSpiteOfAHaltAfter(point)) {
      point++;
    }
    assertThat(point).isGreaterThanOrEqualTo(FEWEST_POINTS);
  }

  @Test
  void aSendWhoseAnswerWasLostIsUncertainUntilAStatusTells() {
    var customer = customer();
    graph.fault("timeout-after-accept");
    graph.write(salon.number(), customer, "Hello!");
    await().atMost(PATIENCE).until(() -> sends(customer).size() == 1);

    server.kill();
    startAgain();

    await().atMost(PATIENCE).until(() -> settled(customer, 1));
    assertThat(ROWS.replies(customer)).extracting(Rows.Reply::status).containsExactly("uncertain");
    assertThat(sends(customer)).hasSize(1);

    graph.delivered(sends(customer).getFirst().path("id").asString());
    assertThat(ROWS.replies(customer)).extracting(Rows.Reply::status).containsExactly("delivered");
  }

  /** False when the talk was over before that many commits. */
  private static boolean booksInSpiteOfAHaltAfter(int commits) {
    var customer = customer();
    var from = System.nanoTime();
    server.say(Integer.toString(commits), "armed");

    var halted = hears(customer, "Can I book a haircut on " + freeTime(commits) + "?", 1);
    halted |= hears(customer, "Yes, please", 2);

    var replies = ROWS.replies(customer);
    System.out.printf(
        "halt after %d commits: %s, replies %s, %d ms%n",
        commits,
        halted ? "halted" : "over before",
        replies.stream().map(Rows.Reply::status).toList(),
        (System.nanoTime() - from) / 1_000_000);
    var point = "halted after " + commits + " commits";
    assertThat(ROWS.said(customer)).as(point).hasSize(2);
    assertThat(ROWS.appointments(customer)).as(point).containsExactly("confirmed");
    assertThat(ROWS.holds()).as(point).isZero();
    assertThat(replies).as(point).hasSize(2);
    var sent = replies.stream().filter(reply -> reply.status().equals("sent")).toList();
    var uncertain = replies.stream().filter(reply -> reply.status().equals("uncertain")).count();
    assertThat(sent.size() + uncertain).as(point).isEqualTo(2);
    assertThat(uncertain).as(point).isLessThanOrEqualTo(halted ? 1 : 0);
    // what is known as sent was sent once; what is not known was sent once or not at all
    var ledger = sends(customer).stream().map(send -> send.path("id").asString()).toList();
    assertThat(ledger).as(point).containsAll(sent.stream().map(Rows.Reply::externalId).toList());
    assertThat(ledger).as(point).hasSizeBetween(sent.size(), 2).doesNotHaveDuplicates();
    return halted;
  }

  /** Writes and waits for the answer; true when the server halted over it and was started again. */
  private static boolean hears(String customer, String text, int turn) {
    graph.write(salon.number(), customer, text);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(PATIENCE)
        .until(() -> !server.isAlive() || settled(customer, turn));
    var halted = !server.isAlive();
    if (halted) {
      startAgain();
      await().atMost(PATIENCE).until(() -> settled(customer, turn));
    }
    return halted;
  }

  private static boolean settled(String customer, int turns) {
    return ROWS.said(customer).size() >= turns
        && ROWS.replies(customer).size() >= turns
        && ROWS.waiting() == 0;
  }

  /** Each start's clock is further ahead, so that nothing has to wait until it counts as stuck. */
  private static void start() {
    var settings = new ArrayList<String>();
    DATABASE.forEach((name, value) -> settings.add(name + "=" + value));
    settings.addAll(
        List.of(
            "FRONTDESK_PORT=" + PORT,
            "FRONTDESK_DEMO=false",
            "FRONTDESK_DEBOUNCE_MS=0",
            "FRONTDESK_RATE_LIMIT_FACTOR=1000",
            "FRONTDESK_META_APP_SECRET=" + Graph.SECRET,
            "FRONTDESK_META_GRAPH_URL=" + graph.url(),
            "frontdesk.jobs=false",
            "minutes=" + 3 * starts++));
    server = ServerProcess.start("frontdesk.crash.HaltingServer", PORT, Map.of(), settings, log);
  }

  private static void startAgain() {
    graph.noFaults();
    start();
    ROWS.endLeases();
  }

  /** A full hour of the coming days for each point. */
  private static String freeTime(int n) {
    var day = LocalDate.now().plusDays(2 + n / 12);
    return day.format(DateTimeFormatter.ofPattern("d MMMM 'at' ", Locale.ENGLISH))
        + (8 + n % 12)
        + ":00";
  }

  private static String customer() {
    return "3933300" + (10_000 + customers++);
  }

  private static List<JsonNode> sends(String customer) {
    return graph.sends().filter(send -> send.path("to").asString().equals(customer)).toList();
  }
}

package frontdesk.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestApi.Client;
import frontdesk.channels.Channels;
import frontdesk.conversations.EchoTurns;
import frontdesk.conversations.Inbound;
import frontdesk.conversations.InboundMessage;
import frontdesk.tenancy.Ids;
import frontdesk.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody new who comes in several times at the same moment is one contact. */
@DatabaseTest
@Import(EchoTurns.class)
class NewcomersTests {

  private static final int ROUNDS = 10;
  private static final int AT_ONCE = 16;
  private static final int MOST_APART_NANOS = 3_000_000;

  @Autowired private TestApi api;
  @Autowired private Tenancy tenancy;
  @Autowired private Channels channels;
  @Autowired private Contacts contacts;
  @Autowired private EnteredContacts entered;
  @Autowired private Inbound inbound;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private Client owner;
  private UUID channel;

  @BeforeEach
  void aBusinessWithAChat() {
    owner = api.owner();
    channel = as(() -> connect("webchat"));
  }

  @Test
  void writesSeveralFirstMessagesInTheChat() throws Exception {
    var chat = "/api/public/" + owner.tenant().slug() + "/chat/";
    for (int round = 1; round <= ROUNDS; round++) {
      var token = api.anonymous().post(chat + "sessions", Map.of()).json().path("token").asString();

      var answers =
          atOnce(
              IntStream.range(0, AT_ONCE)
                  .<Callable<Integer>>mapToObj(
                      n ->
                          () ->
                              api.anonymous()
                                  .post(
                                      chat + "messages",
                                      Map.of("text", "hello " + n, "clientId", "c" + n),
                                      "Authorization",
                                      "Bearer " + token)
                                  .status()));

      assertThat(answers).as("seed %d", seed).containsOnly(202);
      assertOneEach(round, round * AT_ONCE);
    }
  }

  @Test
  void writesSeveralFirstMessagesInTheSandbox() throws Exception {
    as(() -> connect("sandbox"));
    var answers =
        atOnce(
            IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(
                    n ->
                        () ->
                            owner
                                .post(
                                    "/api/sandbox/messages",
                                    Map.of("text", "hello " + n, "clientId", "c" + n))
                                .status()));

    assertThat(answers).as("seed %d", seed).containsOnly(202);
    assertOneEach(1, AT_ONCE);
  }

  @Test
  void writesByNumberAndByUserIdAtOnce() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      var number = "39333111" + (1000 + round);
      var user = "IT.user" + round;
      var both = new Identity(channel, number, "Ana", Optional.of("+" + number), Optional.of(user));
      var idAlone = new Identity(channel, user, "Ana", Optional.empty());

      var stored =
          atOnce(
              IntStream.range(0, AT_ONCE)
                  .mapToObj(n -> message(n % 2 == 0 ? both : idAlone))
                  .map(
                      message ->
                          () ->
                              as(
                                  () ->
                                      inbound
                                          .receive(List.of(message), Optional.empty(), "c")
                                          .size())));

      assertThat(stored).as("seed %d", seed).containsOnly(1);
      assertOneEach(round, round * AT_ONCE);
    }
  }

  @Test
  void comesByPhoneOnTwoChannelsAndIsBookedAndEntered() throws Exception {
    var other = as(() -> connect("sandbox"));
    for (int round = 1; round <= ROUNDS; round++) {
      var phone = Optional.of("+39333222" + (1000 + round));
      var name = Optional.of("Ben");
      var here = new Identity(channel, "here-" + round, "Ben", phone);
      var there = new Identity(other, "there-" + round, "Ben", phone);
      List<Callable<Object>> ways =
          List.of(
              () -> as(() -> contacts.identify(here)),
              () -> as(() -> contacts.identify(there)),
              () -> as(() -> contacts.findOrCreate("Ben", phone, Optional.empty())),
              () ->
                  as(
                      () ->
                          entered.add(
                              new EnteredContacts.Entry(
                                  name, phone, Optional.empty(), Optional.empty()),
                              "")));

      atOnce(IntStream.range(0, AT_ONCE).mapToObj(n -> ways.get(n % ways.size())));

      assertThat(count("contact")).as("seed %d", seed).isEqualTo(round);
    }
  }

  private void assertOneEach(int people, int messages) {
    assertThat(count("contact")).as("contacts, seed %d", seed).isEqualTo(people);
    assertThat(count("conversation")).as("conversations, seed %d", seed).isEqualTo(people);
    assertThat(count("message WHERE author = 'contact' AND"))
        .as("messages, seed %d", seed)
        .isEqualTo(messages);
  }

  private long count(String rows) {
    var where = rows.contains("WHERE") ? rows : rows + " WHERE";
    return as(
        () ->
            transaction.execute(
                tx ->
                    jdbc.sql("SELECT count(*) FROM " + where + " tenant_id = :tenant")
                        .param("tenant", owner.tenant().id().value())
                        .query(Long.class)
                        .single()));
  }

  private InboundMessage message(Identity from) {
    return new InboundMessage(
        "webchat", from, Ids.next().toString(), "text", "hello", List.of(), Optional.empty());
  }

  private UUID connect(String type) {
    var outcome = channels.connect(type, type, Optional.empty(), Map.of(), Map.of());
    return ((Channels.ConnectOutcome.Connected) outcome).channel().id();
  }

  private <T> T as(Supplier<T> work) {
    return tenancy.as(owner.tenant().id(), work);
  }

  /** In an order and a hair's breadth apart as the seed has it; what one throws, this throws. */
  private <T> List<T> atOnce(Stream<Callable<T>> work) throws Exception {
    var mixed = new ArrayList<>(work.toList());
    Collections.shuffle(mixed, random);
    var go = new CountDownLatch(1);
    var running = new ArrayList<Future<T>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : mixed) {
        int later = random.nextInt(MOST_APART_NANOS);
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  LockSupport.parkNanos(later);
                  return one.call();
                }));
      }
      go.countDown();
    }
    var results = new ArrayList<T>();
    for (var one : running) {
      results.add(one.get());
    }
    return results;
  }
}

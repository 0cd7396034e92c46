package frontdesk.http;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.DatabaseTest;
import frontdesk.TestApi;
import frontdesk.TestClock;
import frontdesk.identity.Role;
import frontdesk.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class IdempotencyTests {

  private static final Map<String, Object> CUT = Map.of("name", "Cut", "durationMinutes", 30);

  @Autowired TestApi api;
  @Autowired TestClock clock;
  @Autowired Tenancy tenancy;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void givesARepeatTheFirstAnswerAndDoesNothingTwice() {
    var owner = api.owner();
    var key = key();

    var first = owner.post("/api/services", CUT, "Idempotency-Key", key);
    var repeat = owner.post("/api/services", CUT, "Idempotency-Key", key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(repeat.status()).isEqualTo(201);
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(owner.get("/api/services").json().path("items")).hasSize(1);
  }

  @Test
  void refusesTheSameKeyWithAnotherBody() {
    var owner = api.owner();
    var key = key();
    owner.post("/api/services", CUT, "Idempotency-Key", key);

    var other =
        owner.post(
            "/api/services",
            Map.of("name", "Colour", "durationMinutes", 60),
            "Idempotency-Key",
            key);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problem()).isEqualTo("idempotency-mismatch");
  }

  @Test
  void doesTheWorkOnceForManyAtOnce() throws Exception {
    var owner = api.owner();
    var key = key();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> once =
          () -> owner.post("/api/services", CUT, "Idempotency-Key", key).status();
      var answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> once).toList());

      assertThat(answers).allMatch(a -> a.resultNow() == 201 || a.resultNow() == 409);
    }
    assertThat(owner.get("/api/services").json().path("items")).hasSize(1);
  }

  @Test
  void keepsTheKeysOfTwoBusinessesAndTwoMembersApart() {
    var owner = api.owner();
    var manager = api.member(owner.tenant(), Role.MANAGER);
    var stranger = api.owner();
    var key = key();

    for (var somebody : List.of(owner, manager, stranger)) {
      assertThat(somebody.post("/api/services", CUT, "Idempotency-Key", key).status())
          .isEqualTo(201);
    }

    assertThat(owner.get("/api/services").json().path("items")).hasSize(2);
    assertThat(stranger.get("/api/services").json().path("items")).hasSize(1);
  }

  @Test
  void forgetsAfterADayAndRefusesAMalformedKey() {
    var owner = api.owner();
    var key = key();
    owner.post("/api/services", CUT, "Idempotency-Key", key);
    assertThat(owner.post("/api/services", CUT, "Idempotency-Key", "with space").status())
        .isEqualTo(422);

    clock.advance(Duration.ofHours(25));
    var later = api.member(owner.tenant(), Role.OWNER);

    assertThat(later.post("/api/services", CUT, "Idempotency-Key", key).status()).isEqualTo(201);
    assertThat(later.get("/api/services").json().path("items")).hasSize(2);
  }

  @Test
  void doesNotDoItAgainWhenTheProcessDiedBeforeTheAnswerWasKept() {
    var owner = api.owner();
    var key = key();
    owner.post("/api/services", CUT, "Idempotency-Key", key);
    forgetTheAnswer(owner);

    var soon = owner.post("/api/services", CUT, "Idempotency-Key", key);
    clock.advance(Duration.ofMinutes(2));
    var later = owner.post("/api/services", CUT, "Idempotency-Key", key, "Accept-Language", "it");

    assertThat(soon.problem()).isEqualTo("request-running");
    assertThat(later.status()).isEqualTo(409);
    assertThat(later.problem()).isEqualTo("answer-lost");
    assertThat(later.json().path("detail").asString()).contains("c'è");
    assertThat(owner.get("/api/services").json().path("items")).hasSize(1);
  }

  @Test
  void doesItWhenTheProcessDiedBeforeAnythingWasDone() {
    var owner = api.owner();
    var key = key();
    owner.post("/api/services", Map.of("name", "", "durationMinutes", 30), "Idempotency-Key", key);
    forgetTheAnswer(owner);
    clock.advance(Duration.ofMinutes(2));

    var again =
        owner.post(
            "/api/services", Map.of("name", "", "durationMinutes", 30), "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.headers().firstValue("Idempotent-Replay")).isEmpty();
  }

  /** As a crash leaves it between the work and its answer. */
  private void forgetTheAnswer(TestApi.Client owner) {
    tenancy.as(
        owner.tenant().id(),
        () ->
            transaction.executeWithoutResult(
                tx ->
                    jdbc.sql("UPDATE idempotent_answer SET status = NULL WHERE tenant_id = :tenant")
                        .param("tenant", owner.tenant().id().value())
                        .update()));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
